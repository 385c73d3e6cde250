/** Acts as tests write them: what understanding would have made of a message. */
import type { Act, AssetMention, Intent, Topic } from '../../understanding/acts';
import type { Moment } from '../../understanding/moment';

export const yes: Act = { act: 'affirm' };
export const no: Act = { act: 'deny' };
export const unknown: Act = { act: 'unknown' };
export const cancelAct: Act = { act: 'cancel' };
export const human: Act = { act: 'human' };
export const others: Act = { act: 'alternatives' };
export const repeat: Act = { act: 'repeat' };
export const help: Act = { act: 'help' };
export const restart: Act = { act: 'restart' };
export const thanks: Act = { act: 'thank' };
export const hello: Act = { act: 'greet' };

export function wants(intent: Intent): Act {
  return { act: 'request', intent };
}

export function choice(n: number): Act {
  return { act: 'choose', n };
}

export function asksFor(topic: Topic): Act {
  return { act: 'ask', topic };
}

export function service(value: string): Act {
  return { act: 'inform', slot: 'service', value };
}

export function branch(value: string): Act {
  return { act: 'inform', slot: 'branch', value };
}

export function person(value: string): Act {
  return { act: 'inform', slot: 'person', value };
}

export function named(value: string): Act {
  return { act: 'inform', slot: 'name', value };
}

export function phone(value: string): Act {
  return { act: 'inform', slot: 'phone', value };
}

export function language(value: string): Act {
  return { act: 'inform', slot: 'language', value };
}

export function asset(value: AssetMention): Act {
  return { act: 'inform', slot: 'asset', value };
}

export function when(value: Moment): Act {
  return { act: 'inform', slot: 'when', value };
}

/** "on that day" */
export function on(date: string): Act {
  return when({ date: { value: date, certain: true } });
}

/** "at that time" */
export function at(time: string, ...otherReadings: readonly string[]): Act {
  const others = otherReadings.length > 0 ? { others: otherReadings } : {};
  return when({ time: { value: time, certain: otherReadings.length === 0, ...others } });
}

/** "on that day at that time" */
export function exactly(local: string): Act {
  const [date = '', time = ''] = local.split('T');
  return when({ date: { value: date, certain: true }, time: { value: time, certain: true } });
}
