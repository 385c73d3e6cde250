/** The parts that a wish for a time is made of, and a wish with or without some of them. */
import type { Moment } from '../../../understanding/moment';

type Part = keyof Moment;

export const DAY_PARTS = ['date', 'untilDate', 'only', 'impossible', 'conflict'] as const;
export const TIME_PARTS = ['time', 'untilTime', 'from', 'partOfDay'] as const;
/** What a customer ruled out; the only days wanted are a wish for days. */
export const RULED_OUT = ['exclude', 'avoid', 'avoidTimes'] as const;

export function onlyParts(wish: Moment, parts: readonly Part[]): Moment {
  return Object.fromEntries(parts.flatMap((part) => (wish[part] === undefined ? [] : [[part, wish[part]]])));
}

export function withoutParts(wish: Moment, ...parts: readonly Part[]): Moment {
  return Object.fromEntries(Object.entries(wish).filter(([part]) => !parts.some((each) => each === part)));
}
