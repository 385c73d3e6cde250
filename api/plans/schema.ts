/** What may be asked of plans of several items, and how they are told. */
import { z } from 'zod';
import { id } from '../availability/schema';
import { assetSchema, bookingSchema, customerSchema } from '../bookings/schema';
import { edge, instant, startMoment } from '../moment';

const MOST_ITEMS = 8;

const item = z.object({
  id: id.describe('Names the item within the plan.'),
  service: id,
  attendee: z.string('must be text').trim().min(1).max(200).optional().describe('Who is served, by name.'),
  resource: id.optional().describe('Id of a person; absent: whoever is free.'),
  samePersonAs: id.optional().describe('Id of an item before it, one of whose people does this one too.'),
  with: id.optional().describe('Id of an item before it, with which it begins.'),
  after: z
    .array(id)
    .max(MOST_ITEMS)
    .optional()
    .describe('Ids of items before it that are over when it begins. Neither said: after the one before it.'),
  asset: assetSchema.optional(),
});
export type ItemBody = z.infer<typeof item>;

const chosen = item.extend({
  start: startMoment.describe('Wall time of the branch, or an instant with its offset.'),
});
export type ChosenBody = z.infer<typeof chosen>;

const several = <Item extends z.ZodType>(schema: Item): z.ZodArray<Item> =>
  z
    .array(schema, 'a list of items is required')
    .min(1, 'must have an item')
    .max(MOST_ITEMS, `must not have more than ${String(MOST_ITEMS)} items`);

export const quoteBody = z.object({
  items: several(item),
  branch: id.optional().describe('Absent: the first branch that has a plan.'),
  from: edge.describe('First local day or first start.'),
  to: edge.describe('Last local day or last start, inclusive.'),
  maxWait: z.number().int().min(0).max(1440).optional().describe('Longest wait between items, in minutes.'),
  limit: z.number().int().min(1).max(10).optional(),
});
export type QuoteBody = z.infer<typeof quoteBody>;

export const planBody = z.object({
  items: several(chosen),
  branch: id.optional().describe('Absent: the first branch.'),
  customer: customerSchema,
});
export type PlanBody = z.infer<typeof planBody>;

const offeredItem = z.object({
  item: z.string(),
  service: z.string(),
  attendee: z.string().nullable(),
  start: instant,
  end: instant,
  resources: z.array(z.string()).readonly().describe('Ids of the people who would do it.'),
  price: z.number().describe('Major units.'),
});

export const offerSchema = z
  .object({
    start: instant,
    end: instant,
    branch: z.string(),
    resources: z.array(z.string()).readonly().describe('Ids of all people who would do part of it.'),
    items: z.array(offeredItem).readonly().describe('In the order asked.'),
    price: z.number().describe('Of all items, in major units.'),
    currency: z.string().describe('ISO 4217.'),
  })
  .meta({ id: 'PlanOffer' });
export type PresentedOffer = z.infer<typeof offerSchema>;

export const quoteAnswer = z.object({
  plans: z.array(offerSchema).readonly().describe('Earliest first.'),
  impossible: z.array(z.string()).readonly().describe('Items that cannot be had in the window even alone.'),
  complete: z.boolean().describe('False where the search was given up: there may be other plans.'),
});

export const planSchema = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    bookings: z.array(bookingSchema).readonly().describe('In the order asked.'),
    price: z.number().describe('Of all items, in major units.'),
    currency: z.string().describe('ISO 4217.'),
  })
  .meta({ id: 'Plan' });
