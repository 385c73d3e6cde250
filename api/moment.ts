/** Times as they are written to the API: local days, local wall times, and instants with their offset. */
import { z } from 'zod';
import { isLocalDate, isLocalTime } from '../scheduling/localDate';

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;
/** Nobody's calendar reaches further, and all of it fits into the database's minutes. */
const YEARS = { first: 1970, last: 2199 } as const;

/** A time of an answer: RFC 3339 with the branch's offset. */
export const instant = z.string().meta({ format: 'date-time' });

const isMoment = (text: string): boolean => LOCAL_TIME.test(text) || INSTANT.test(text);

/** A wall time of the branch, or an instant; to the minute or finer. */
export const moment = z
  .string('a local time (YYYY-MM-DDTHH:MM) or an instant (RFC 3339) is required')
  .refine(isMoment, 'must be a local time (YYYY-MM-DDTHH:MM) or an instant (RFC 3339)')
  .refine((text) => !isMoment(text) || isReal(text), 'must be a time of the calendar between 1970 and 2199');

/** The same for a start: nobody begins in the middle of a minute. */
export const startMoment = moment.refine(
  (text) => !INSTANT.test(text) || !(Date.parse(text) % 60_000),
  'must be a whole minute',
);

/** The end of a window: a local day too. */
export const edge = z
  .string('a local date (YYYY-MM-DD) or an instant (RFC 3339) is required')
  .refine(
    (text) => LOCAL_DATE.test(text) || isMoment(text),
    'must be a local date (YYYY-MM-DD) or an instant (RFC 3339)',
  )
  .refine(
    (text) => (!LOCAL_DATE.test(text) && !isMoment(text)) || isReal(text),
    'must be a day of the calendar between 1970 and 2199',
  );

export type Edge =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'wall'; readonly local: string }
  | { readonly kind: 'instant'; readonly millis: number };

/** Which of the three forms a checked text has. */
export function edgeOf(text: string): Edge {
  if (LOCAL_DATE.test(text)) return { kind: 'day', date: text };
  if (LOCAL_TIME.test(text)) return { kind: 'wall', local: text.slice(0, 16) };
  return { kind: 'instant', millis: Date.parse(text) };
}

/** Date.parse takes 31 February for 3 March, and 24:00 for the next day. */
function isReal(text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (year < YEARS.first || year > YEARS.last || !isLocalDate(text.slice(0, 10))) return false;
  return text.length === 10 || (isLocalTime(text.slice(11, 16)) && !Number.isNaN(Date.parse(text)));
}
