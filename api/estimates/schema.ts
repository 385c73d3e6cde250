/** What may be said about estimates, and how they are told. */
import { z } from 'zod';
import { id } from '../availability/schema';
import { instant } from '../moment';
import { pageQuery } from '../orders/schema';

const priceBody = z.object({
  services: z
    .array(id, 'must be a list of services')
    .min(1, 'must name a service')
    .max(10, 'must name at most 10 services'),
  class: id
    .nullable()
    .optional()
    .describe('Of the asset, such as `van`; null: an ordinary one; absent: a range over all.'),
});

const title = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must not be longer than 100 characters');
const amount = z
  .number('must be a number')
  .min(0, 'must not be negative')
  .max(1e9, 'is too large')
  .describe('Major units.');

const workBody = z.object({
  order: z.string('is required').max(64).describe('Id of the order that it is about.'),
  lines: z
    .array(z.object({ title, amount }))
    .min(1, 'must have a line')
    .max(10, 'must have at most 10 lines'),
});

/** Which of the two it is shows by `order`. */
export const estimateBody = z.union([workBody, priceBody]);
export { priceBody, workBody };
export type PriceBody = z.infer<typeof priceBody>;
export type WorkBody = z.infer<typeof workBody>;

export const answerBody = z.object({
  version: z.number('is required').int().min(1).max(1e6).describe('The one that the customer has seen.'),
  lines: z
    .array(z.object({ line: z.number().int().min(1).max(100), approve: z.boolean() }))
    .min(1, 'must answer a line')
    .max(10, 'must answer at most 10 lines'),
  reply: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(2000)
    .describe('What the customer said, in their words.'),
  shown: z.string().max(5000).optional().describe('What they were shown; absent: the message that was sent.'),
});
export type AnswerBody = z.infer<typeof answerBody>;

export const estimatesQuery = z.object({
  order: z.uuid('must be the id of an order').optional(),
  kind: z.enum(['price', 'work'], 'must be price or work').optional(),
  ...pageQuery,
});

const line = z.object({
  line: z.number(),
  title: z.string(),
  service: z.string().nullable(),
  amount: z.number().describe('Major units.'),
  most: z.number().describe('Of a range; else the amount.'),
  status: z.enum(['open', 'approved', 'declined']),
});

export const estimateSchema = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    reference: z.string(),
    kind: z.enum(['price', 'work']),
    order: z.string().nullable(),
    version: z.number(),
    status: z.enum([
      'open',
      'partly-answered',
      'approved',
      'declined',
      'partly-approved',
      'booked',
      'expired',
    ]),
    lines: z.array(line).readonly(),
    total: z.number().describe('Major units.'),
    totalMost: z.number(),
    currency: z.string().describe('ISO 4217.'),
    validUntil: instant.nullable(),
    asset: z.string().nullable(),
  })
  .meta({ id: 'Estimate' });

export const estimatePage = z.object({
  estimates: z.array(estimateSchema).readonly(),
  next: z.number().nullable().describe('Cursor of the next page; null on the last one.'),
});
