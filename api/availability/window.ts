/** The stretch of time that a query asks about, in UTC minutes of one zone. */
import { Unprocessable } from '../../platform/errors';
import type { Minute } from '../../scheduling/business';
import { dayBounds, toInstant, toRfc3339 } from '../../scheduling/zone';
import { edgeOf } from '../moment';

export interface Window {
  readonly from: Minute;
  /** Exclusive. */
  readonly to: Minute;
}

const MINUTE = 60_000;
/** More than any business's horizon needs, and few enough slots for one answer. */
export const LONGEST_WINDOW_DAYS = 92;

/**
 * Local days are inclusive at both ends; instants are the first and the last start asked for.
 * @throws Unprocessable `reversed-range`, `window-too-large`, or `gap` and `repeated` with the two choices
 */
export function windowOf(query: { readonly from: string; readonly to: string }, zone: string): Window {
  const from = startOf(query.from, 'from', zone);
  const to = endOf(query.to, zone);
  if (to <= from) {
    const details = { place: 'to', value: query.to, rule: `not before ${query.from}` };
    throw new Unprocessable('reversed-range', '"to" lies before "from"', details);
  }
  if (to - from > LONGEST_WINDOW_DAYS * 1440 + 60) {
    const rule = `at most ${String(LONGEST_WINDOW_DAYS)} days`;
    throw new Unprocessable('window-too-large', `ask for ${rule} at once`, {
      place: 'to',
      value: query.to,
      rule,
    });
  }
  return { from, to };
}

function startOf(text: string, place: 'from' | 'to', zone: string): Minute {
  const edge = edgeOf(text);
  switch (edge.kind) {
    case 'day':
      return dayBounds(edge.date, zone).from;
    case 'wall':
      return exactly(edge.local, place, zone);
    case 'instant':
      return Math.ceil(edge.millis / MINUTE);
  }
}

function endOf(text: string, zone: string): Minute {
  const edge = edgeOf(text);
  switch (edge.kind) {
    case 'day':
      return dayBounds(edge.date, zone).to;
    case 'wall':
      return exactly(edge.local, 'to', zone) + 1;
    case 'instant':
      return Math.floor(edge.millis / MINUTE) + 1;
  }
}

/** The minute of a checked local time or instant. */
export function momentIn(text: string, place: string, zone: string): Minute {
  const edge = edgeOf(text);
  return edge.kind === 'instant' ? edge.millis / MINUTE : exactly(text.slice(0, 16), place, zone);
}

/** A wall time that the clocks jump over, or that comes twice, is never guessed at. */
function exactly(local: string, place: string, zone: string): Minute {
  const found = toInstant(local, zone);
  switch (found.kind) {
    case 'exact':
      return found.minute;
    case 'gap':
      throw new Unprocessable('gap', `${local} does not exist in ${zone}`, {
        place,
        value: local,
        rule: 'a local time that exists',
        choices: [found.before, found.after].map((wall) => instantOf(wall, zone)),
      });
    case 'repeated':
      throw new Unprocessable('repeated', `${local} comes twice in ${zone}`, {
        place,
        value: local,
        rule: 'a local time that comes once, or an instant',
        choices: [found.first, found.second].map((minute) => toRfc3339(minute, zone)),
      });
  }
}

function instantOf(local: string, zone: string): string {
  const found = toInstant(local, zone);
  return found.kind === 'exact' ? toRfc3339(found.minute, zone) : local;
}
