/** What may be asked of availability. */
import { z } from 'zod';

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;

/** The end of a window: a local day, a wall time of the branch, or an instant with its offset. */
const edge = z
  .string('a local date (YYYY-MM-DD) or an instant (RFC 3339) is required')
  .refine(
    (text) => LOCAL_DATE.test(text) || LOCAL_TIME.test(text) || INSTANT.test(text),
    'must be a local date (YYYY-MM-DD) or an instant (RFC 3339)',
  )
  .refine((text) => !Number.isNaN(Date.parse(text)) && isRealDay(text), 'must be a day of the calendar');

const id = z.string('is required').regex(/^[\w-]{1,64}$/, 'must be an id: letters, digits and hyphens');

export const availabilityQuery = z.object({
  service: id,
  from: edge,
  to: edge,
  branch: id.optional(),
  resource: id.optional(),
  /** A class of asset that takes longer, such as `van`. */
  vehicle: id.optional(),
});
export type AvailabilityQuery = z.infer<typeof availabilityQuery>;

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

/** Date.parse takes 31 February for 3 March. */
function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
