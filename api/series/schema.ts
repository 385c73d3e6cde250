/** What may be asked of appointments that recur, and how they are told. */
import { z } from 'zod';
import { id, slotSchema } from '../availability/schema';
import { assetSchema, bookingSchema, customerSchema } from '../bookings/schema';
import { startMoment } from '../moment';
import { isLocalDate } from '../../scheduling/localDate';
import { MOST_OCCURRENCES } from '../../scheduling/series';

const day = z
  .string('must be a local date (YYYY-MM-DD)')
  .refine(isLocalDate, 'must be a local date (YYYY-MM-DD)');

const rule = z
  .object({
    every: z.number().int('must be a whole number').min(1, 'must be at least 1').max(MOST_OCCURRENCES),
    unit: z.enum(['day', 'week', 'month']),
    count: z.number().int().min(1).max(MOST_OCCURRENCES).optional().describe('The first one included.'),
    until: day.optional().describe('Last local day, inclusive.'),
  })
  .refine(({ count, until }) => (count === undefined) !== (until === undefined), {
    path: ['count'],
    message: 'say either count or until',
  });

export const checkBody = z.object({
  service: id,
  branch: id.optional().describe('Absent: the first branch.'),
  resource: id.optional().describe('Id of a person; absent: whoever is free.'),
  asset: assetSchema.optional(),
  first: startMoment.describe('The first appointment; the others have its time of day.'),
  rule,
  skip: z.array(day).max(MOST_OCCURRENCES).optional().describe('Days of the series that are left out.'),
  replacements: z
    .array(z.object({ date: day, start: startMoment }))
    .max(MOST_OCCURRENCES)
    .optional()
    .describe('Other times for days of the series.'),
});
export type CheckBody = z.infer<typeof checkBody>;

export const seriesBody = checkBody.extend({ customer: customerSchema });
export type SeriesBody = z.infer<typeof seriesBody>;

const occurrence = z
  .object({
    date: z.string().describe('The local day by which it is named.'),
    kind: z.enum(['free', 'conflict', 'gap', 'repeated']),
    slot: slotSchema.optional().describe('Where it is free.'),
    price: z.number().optional().describe('Major units.'),
    start: z.string().optional().describe('The local time that cannot be had.'),
    reasons: z.array(z.string()).readonly().optional().describe('What stands in the way, in order.'),
    alternatives: z.array(slotSchema).readonly().optional().describe('Starts near it.'),
    choices: z.array(z.string()).readonly().optional().describe('The two readings of a gap or a repeat.'),
  })
  .meta({ id: 'Occurrence' });
export type PresentedOccurrence = z.infer<typeof occurrence>;

export const checkAnswer = z.object({
  occurrences: z.array(occurrence).readonly(),
  conflicts: z.number().describe('How many of them cannot be had as they are.'),
  price: z.number().describe('Of the free ones, in major units.'),
  currency: z.string().describe('ISO 4217.'),
});

export const seriesSchema = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    bookings: z.array(bookingSchema).readonly().describe('In order of time.'),
  })
  .meta({ id: 'Series' });
