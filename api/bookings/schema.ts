/** What may be said about bookings, and how they are told. */
import { z } from 'zod';
import { id } from '../availability/schema';
import { edge, instant, startMoment } from '../moment';

/** Text that a person wrote: no control characters, and not empty once the spaces around it are gone. */
const written = (longest: number): z.ZodType<string, string> =>
  z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must not be longer than ${String(longest)} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not contain control characters');

export const customerSchema = z.object({
  name: written(200),
  phone: written(40).describe('International, or as it is dialled in the country of the business.'),
});

export const assetSchema = z.object({
  label: written(100).describe('As the customer would say it, without the plate: Golf.'),
  class: id.optional().describe('Decides duration and price, such as `van`.'),
  plate: written(20).optional(),
});

const start = startMoment.describe('Wall time of the branch, or an instant with its offset.');

export const wishSchema = z.object({
  service: id,
  start,
  branch: id.optional().describe('Absent: the first branch where it is free.'),
  resource: id.optional().describe('Id of a person; absent: whoever is free.'),
});

/** For staff alone: a customer has no key to come here with. */
const overrideSchema = z
  .object({ reason: written(500) })
  .describe(
    'Staff decide against notice, horizon, grid, opening hours, limits and skills. What is taken stays taken. The reason is kept.',
  );

const fresh = wishSchema.extend({
  customer: customerSchema,
  asset: assetSchema.optional(),
  notes: z.string('must be text').max(2000, 'must not be longer than 2000 characters').optional(),
  override: overrideSchema.optional(),
});

const held = z.object({
  hold: z.string('is required').max(64).describe('Id of a hold.'),
  customer: customerSchema.optional().describe('For a hold that was made without one.'),
});

/** Which of the two it is shows by `hold`, so that what is wrong is said of the one that was meant. */
export const bookingBody = z.union([held, fresh]);
export type HeldBody = z.infer<typeof held>;
export type FreshBody = z.infer<typeof fresh>;
export { fresh as freshBody, held as heldBody };

export const changeBody = z
  .object({
    start: start.optional(),
    resource: id.nullable().optional().describe('Id of a person; null lets go of a wish.'),
    branch: id.optional(),
    override: overrideSchema.optional(),
  })
  .refine(
    ({ start: to, resource, branch }) => to !== undefined || resource !== undefined || branch !== undefined,
    { path: ['start'], message: 'say what is to change: start, resource or branch' },
  );
export type ChangeBody = z.infer<typeof changeBody>;

export const STATUSES = [
  'pending',
  'confirmed',
  'checked-in',
  'in-service',
  'done',
  'cancelled',
  'no-show',
] as const;

export const MOST_LISTED = 500;

export const bookingsQuery = z.object({
  from: edge.optional().describe('First local day or first start; absent: yesterday.'),
  to: edge.optional().describe('Last local day or last start, inclusive; absent: 90 days after the first.'),
  status: z.enum(STATUSES).optional(),
  service: id.optional(),
  branch: id.optional(),
  resource: id.optional().describe('Id of a person, bay or room.'),
  reference: z
    .string()
    .regex(/^[A-Za-z0-9]{6}$/, 'must be a reference of six characters')
    .optional()
    .describe('Looks at every day where none is said.'),
  limit: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(MOST_LISTED, `must be at most ${String(MOST_LISTED)}`)
    .default(100),
  cursor: z.string().max(200).optional().describe('`next` of the page before; all else said as it was.'),
});
export type BookingsQuery = z.infer<typeof bookingsQuery>;

const shape = {
  id: z.string().meta({ format: 'uuid' }),
  reference: z.string().describe('What people read out: six characters.'),
  service: z.string(),
  start: instant,
  end: instant.describe('End of the service, without buffers.'),
  branch: z.string(),
  people: z.array(z.string()).readonly().describe('By name.'),
  asset: z.string().nullable().describe('As the customer would say it.'),
  attendee: z.string().nullable(),
  price: z.number().describe('Major units.'),
  fee: z.number().describe('Of a cancellation, in major units.'),
  currency: z.string().describe('ISO 4217.'),
};

export const bookingSchema = z.object({ ...shape, status: z.enum(STATUSES) }).meta({ id: 'Booking' });

export const holdSchema = z
  .object({
    ...shape,
    status: z.literal('held'),
    expires: instant.describe('From this instant on others may have the time.'),
  })
  .meta({ id: 'Hold' });

export const bookingPage = z.object({
  bookings: z.array(bookingSchema).readonly(),
  next: z.string().nullable().describe('Cursor of the next page; null on the last one.'),
});
