/** What may be asked of availability, and what it answers. */
import { z } from 'zod';
import { edge, instant, startMoment } from '../moment';

export const id = z
  .string('is required')
  .regex(/^[\w-]{1,64}$/, 'must be an id: letters, digits and hyphens');

const asked = z.object({
  service: id.describe('Id of the service.'),
  from: edge
    .optional()
    .describe('First local day or first start. May be left out when only `explain` is asked.'),
  to: edge.optional().describe('Last local day or last start, inclusive.'),
  branch: id.optional().describe('Id of a branch; absent: every branch.'),
  resource: id.optional().describe('Id of a person.'),
  vehicle: id.optional().describe('A class of asset that takes longer, such as `van`.'),
  explain: startMoment.optional().describe('A start: the answer then says why it is not offered.'),
});

const MISSING = 'a local date (YYYY-MM-DD) or an instant (RFC 3339) is required';

export const availabilityQuery = asked.superRefine(({ from, to, explain }, context) => {
  if (explain !== undefined && from === undefined && to === undefined) return;
  if (from === undefined) context.addIssue({ code: 'custom', path: ['from'], message: MISSING });
  if (to === undefined) context.addIssue({ code: 'custom', path: ['to'], message: MISSING });
});
export type AvailabilityQuery = z.infer<typeof availabilityQuery>;

export const slotSchema = z
  .object({
    start: instant,
    end: instant.describe('End of the service, without buffers.'),
    branch: z.string(),
    resources: z.array(z.string()).readonly().describe('Ids of the people free then.'),
  })
  .meta({ id: 'TimeSlot' });

const hours = z.object({ from: z.string(), to: z.string() }).describe('Local wall times.');

const blocker = z.object({
  resource: z.string(),
  because: z.enum(['booking', 'buffer']),
  booking: z.string().optional().describe('Told to holders of an API key only.'),
});

export const reasonSchema = z
  .object({
    code: z.enum([
      'no-resource',
      'wrong-person',
      'wrong-branch',
      'past',
      'too-soon',
      'beyond-horizon',
      'closed',
      'limit-reached',
      'off-grid',
      'not-working',
      'slot-taken',
    ]),
    branch: z.string().describe('The branch of which this is said.'),
    resource: z.string().optional(),
    kind: z.string().optional().describe('Kind of the resource that is missing.'),
    resources: z.array(z.string()).readonly().optional().describe('Everybody who could have done it.'),
    by: z.array(blocker).readonly().optional().describe('What stands in the way, for `slot-taken`.'),
    earliest: instant.optional(),
    latest: instant.optional(),
    lastStart: instant.nullable().optional().describe('Last start before closing that day.'),
    before: instant.optional().describe('Nearest start on the grid before.'),
    after: instant.optional().describe('Nearest start on the grid after.'),
    date: z.string().optional().describe('Local day.'),
    hours: z.array(hours).readonly().optional(),
    of: z.enum(['service', 'customer', 'resource']).optional().describe('Whose limit is reached.'),
    per: z.enum(['day', 'week']).optional(),
    most: z.number().optional(),
    reason: z
      .string()
      .nullable()
      .optional()
      .describe('Why the business is closed that day, where it says so.'),
  })
  .meta({ id: 'Reason' });
export type PresentedReason = z.infer<typeof reasonSchema>;

export const availabilityAnswer = z.object({
  zone: z.string().describe('IANA zone of the branch, or of the first one.'),
  slots: z.array(slotSchema).readonly().describe('One for each start and branch, earliest first.'),
  reasons: z
    .array(reasonSchema)
    .readonly()
    .optional()
    .describe('With `explain`: why the start is not offered, in order; empty when it is.'),
  alternatives: z.array(slotSchema).readonly().optional().describe('With `explain`: starts near it.'),
});
