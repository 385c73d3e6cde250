/** What may be said about orders, and how they are told. */
import { z } from 'zod';
import { id } from '../availability/schema';
import { instant, startMoment } from '../moment';

const note = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(500, 'must not be longer than 500 characters');
const promised = startMoment.describe('When it will be ready: wall time of the branch, or an instant.');

export const orderBody = z.object({
  booking: z.string('is required').max(64).describe('Id of the booking whose visit it is.'),
  stage: id.optional().describe('Absent: the first stage of the business.'),
  promised: promised.optional(),
  note: note.optional().describe('For the customer to read.'),
});
export type OrderBody = z.infer<typeof orderBody>;

export const orderChange = z
  .object({
    stage: id.optional().describe('The same one or a later one; the last one ends the visit.'),
    promised: promised.nullable().optional(),
    note: note.nullable().optional(),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    path: ['stage'],
    message: 'say what is to change: stage, promised or note',
  });
export type OrderChange = z.infer<typeof orderChange>;

export const pageQuery = {
  limit: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(200, 'must be at most 200')
    .default(50),
  cursor: z.coerce
    .number('must be `next` of a page')
    .int('must be `next` of a page')
    .min(1, 'must be `next` of a page')
    .max(Number.MAX_SAFE_INTEGER, 'must be `next` of a page')
    .optional()
    .describe('`next` of the page before; all else said as it was.'),
};

export const ordersQuery = z.object({
  stage: id.optional(),
  branch: id.optional(),
  booking: z.uuid('must be the id of a booking').optional(),
  closed: z.enum(['true', 'false'], 'must be true or false').default('false').describe('Ended ones too.'),
  ...pageQuery,
});
export type OrdersQuery = z.infer<typeof ordersQuery>;

export const orderSchema = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    booking: z.string().meta({ format: 'uuid' }),
    reference: z.string().describe('Of the booking.'),
    service: z.string(),
    branch: z.string(),
    stage: z.string(),
    since: instant.describe('When it came into this stage.'),
    promised: instant.nullable(),
    overdue: z.boolean(),
    ended: z.boolean(),
    note: z.string().nullable(),
    asset: z.string().nullable().describe('As the customer would say it.'),
  })
  .meta({ id: 'Order' });

export const orderPage = z.object({
  orders: z.array(orderSchema).readonly(),
  next: z.number().nullable().describe('Cursor of the next page; null on the last one.'),
});
