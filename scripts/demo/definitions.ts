/** Small words for writing a demo business down. */
import type { AccountDefinition } from '../../models/businessDefinition';
import type { Requirement, Resource, WeeklyHours } from '../../scheduling/business';

/** The same hours on several ISO weekdays; minutes of the local day. */
export function hours(weekdays: readonly number[], from: string, to: string): readonly WeeklyHours[] {
  return weekdays.map((weekday) => ({ weekday, from: minutes(from), to: minutes(to) }));
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** One whole resource of the pool. */
export function one(kind: Resource['kind'], pool: readonly string[]): Requirement {
  return { kind, whole: true, pool };
}

/** One unit of a resource of the pool. */
export function seat(kind: Resource['kind'], pool: readonly string[]): Requirement {
  return { kind, whole: false, pool };
}

/** Every wire of a demo business, on stand-ins but for the widget and the SMS number. */
export function accounts(slug: string, phone: string): readonly AccountDefinition[] {
  return [
    { channel: 'webchat', provider: 'webchat', account: slug },
    { channel: 'sms', provider: 'twilio', account: phone },
    { channel: 'whatsapp', provider: 'fake', account: phone },
    { channel: 'voice', provider: 'fake', account: phone },
  ];
}
