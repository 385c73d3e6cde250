/** A business as the outside sees it: its name, its languages, and the rules for booking that a client can tell beforehand. */
import { z } from 'zod';
import { nameIn } from '../../locales';
import type { Business, Policy } from '../../scheduling/business';
import { limitsSchema, presentLimits } from '../terms';

const policySchema = z.object({
  gridMinutes: z.number().describe('Appointments begin every so many minutes.'),
  gridOffsetMinutes: z.number().describe('And so many after each midnight of the branch.'),
  minimumNoticeMinutes: z.number().describe('Inclusive.'),
  horizonDays: z.number().describe('Inclusive, of 24 hours.'),
  holdMinutes: z.number(),
  freeCancellationMinutes: z
    .number()
    .nullable()
    .describe('Before the start, inclusive; null is always free.'),
  lateFeePercent: z.number(),
  customerLimits: limitsSchema.describe('Bookings of one customer at most.'),
});

export const businessSchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    languages: z.array(z.string()).readonly(),
    currency: z.string(),
    calendar: z.enum(['gregorian', 'jalali']),
    weekStart: z.number().int().min(1).max(7).describe('ISO weekday, 1 is Monday.'),
    vehicles: z
      .array(z.string())
      .readonly()
      .nullable()
      .describe('Classes that take longer, as in `vehicle=`; null where services are for people.'),
    policy: policySchema,
  })
  .meta({ id: 'Business' });

export function presentBusiness(business: Business, language: string): z.infer<typeof businessSchema> {
  return {
    slug: business.slug,
    name: nameIn(business.names, language),
    languages: business.languages,
    currency: business.currency,
    calendar: business.calendar,
    weekStart: business.weekStart,
    vehicles: business.assets?.classes.map(({ id }) => id) ?? null,
    policy: presentPolicy(business.policy),
  };
}

function presentPolicy(policy: Policy): z.infer<typeof policySchema> {
  return {
    gridMinutes: policy.gridMinutes,
    gridOffsetMinutes: policy.gridOffsetMinutes ?? 0,
    minimumNoticeMinutes: policy.minimumNoticeMinutes,
    horizonDays: policy.horizonDays,
    holdMinutes: policy.holdMinutes,
    freeCancellationMinutes: policy.freeCancellationMinutes,
    lateFeePercent: policy.lateFeePercent,
    customerLimits: presentLimits(policy.customerLimits),
  };
}
