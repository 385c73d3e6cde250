/** What may be said about waiting for a time, and how it is told. */
import { z } from 'zod';
import { isLocalDate, isLocalTime } from '../../scheduling/localDate';
import { id } from '../availability/schema';
import { assetSchema, customerSchema } from '../bookings/schema';
import { instant } from '../moment';

const date = z
  .string('must be a local date (YYYY-MM-DD)')
  .refine((text) => text.length === 10 && isLocalDate(text), 'must be a local date (YYYY-MM-DD)');
const time = z
  .string('must be a local time (HH:MM)')
  .refine((text) => text.length === 5 && isLocalTime(text), 'must be a local time (HH:MM)');
const weekday = z.number().int().min(1, 'must be 1 (Monday) to 7').max(7, 'must be 1 (Monday) to 7');

const window = z
  .object({
    from: date.describe('First local day.'),
    to: date.describe('Last local day, inclusive.'),
    weekdays: z.array(weekday).min(1).max(7).optional().describe('ISO: 1 is Monday; absent: every day.'),
    earliest: time.optional().describe('First start of a day, on the clock of the branch.'),
    latest: time.optional().describe('Last start of a day, inclusive.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before `from`' });

export const waitBody = z.object({
  service: id,
  branch: id.optional().describe('Absent: any branch.'),
  resource: id.optional().describe('Id of a person; absent: whoever is free.'),
  customer: customerSchema,
  asset: assetSchema.optional(),
  windows: z.array(window).min(1, 'say when').max(20, 'must not be more than 20'),
  priority: z.number().int().min(-100).max(100).optional().describe('Higher comes first; absent: 0.'),
});
export type WaitBody = z.infer<typeof waitBody>;

export const WAIT_STATUSES = ['waiting', 'offered', 'taken', 'left', 'over'] as const;

export const waitlistQuery = z.object({
  status: z.enum(WAIT_STATUSES).optional().describe('Absent: who waits or has an offer.'),
  limit: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(500, 'must be at most 500')
    .default(100),
});

export const waitSchema = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    status: z.enum(WAIT_STATUSES),
    service: z.string(),
    branch: z.string().nullable(),
    resource: z.string().nullable(),
    windows: z
      .array(
        z.object({
          from: z.string(),
          to: z.string(),
          weekdays: z.array(z.number()).readonly().optional(),
          earliest: z.string().optional(),
          latest: z.string().optional(),
        }),
      )
      .readonly(),
    priority: z.number(),
    since: instant,
    offer: z
      .object({ hold: z.string().meta({ format: 'uuid' }), expires: instant })
      .nullable()
      .describe('What is offered just now: book it by its hold.'),
  })
  .meta({ id: 'WaitlistEntry' });

export const waitlistPage = z.object({ waitlist: z.array(waitSchema).readonly() });
