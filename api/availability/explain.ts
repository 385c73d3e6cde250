/** Why a start is not offered, as the outside is told: what others booked only to those who may read it. */
import type { Reason } from '../../scheduling/explain';
import { timeOfMinute } from '../../scheduling/localDate';
import type { Branch, Minute } from '../../scheduling/business';
import { toRfc3339 } from '../../scheduling/zone';
import type { PresentedReason } from './schema';

export interface Reader {
  readonly branch: Branch;
  /** Holders of an API key may read every booking. */
  readonly mayReadBookings: boolean;
}

export function presentReason(reason: Reason, reader: Reader): PresentedReason {
  return { code: reason.code, branch: reader.branch.id, ...particulars(reason, reader) };
}

function particulars(reason: Reason, reader: Reader): Partial<PresentedReason> {
  const at = (minute: Minute): string => toRfc3339(minute, reader.branch.zone);
  switch (reason.code) {
    case 'past':
      return {};
    case 'no-resource':
      return { kind: reason.kind };
    case 'wrong-person':
    case 'wrong-branch':
      return { resource: reason.resource };
    case 'too-soon':
      return { earliest: at(reason.earliest) };
    case 'beyond-horizon':
      return { latest: at(reason.latest) };
    case 'off-grid':
      return { before: at(reason.before), after: at(reason.after) };
    case 'limit-reached': {
      const { of, id, per, most, from } = reason;
      return { of, per, most, date: from, ...(id === null || of === 'customer' ? {} : { resource: id }) };
    }
    case 'closed': {
      const { date, lastStart, reason: why } = reason;
      return {
        date,
        hours: wallHours(reason.hours),
        lastStart: lastStart === null ? null : at(lastStart),
        reason: why,
      };
    }
    case 'not-working':
      return { kind: reason.kind, resource: reason.resource, date: reason.date };
    case 'slot-taken':
      return takenBy(reason, reader);
  }
}

function takenBy(
  { kind, resources, by }: Extract<Reason, { code: 'slot-taken' }>,
  { mayReadBookings }: Reader,
): Partial<PresentedReason> {
  const blockers = by.map(({ resource, because, busy }) => ({
    resource,
    because,
    ...(mayReadBookings && busy.booking !== undefined ? { booking: busy.booking } : {}),
  }));
  return { kind, resources, by: blockers };
}

function wallHours(hours: readonly { from: number; to: number }[]): { from: string; to: string }[] {
  return hours.map(({ from, to }) => ({ from: timeOfMinute(from), to: timeOfMinute(to) }));
}
