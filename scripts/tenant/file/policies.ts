/** The rules for booking, as they stand in a business file: read, kept as the business's policy, and written out. */
import { z } from 'zod';
import { USUAL_STAGES } from '../../../commands/orderStages';
import type { OrderStage, Policy } from '../../../scheduling/business';
import { durationText } from './durations';
import { limits, limitsAs, limitsSheet } from './limits';
import { nameText, namesOf, pruned, type Sheet, type Tree } from './trees';
import * as value from './values';

const POLICIES_RULE = 'rules for booking, such as { grid: 15 min, notice: 1 h }';
const CANCELLATION_RULE =
  'free-until and late-fee, such as { free-until: 24 h, late-fee: 30 % }, or always free';

const freeUntil = value.minutes(0, 60 * 24 * 60);
const cancellation = z.union(
  [
    z.literal('always free').transform(() => ({ 'free-until': null, 'late-fee': 0 })),
    value.object(CANCELLATION_RULE, { 'free-until': freeUntil, 'late-fee': value.percent }),
  ],
  CANCELLATION_RULE,
);

const QUIET_RULE = 'hours such as 21:00-08:00 in which nobody is written to first, or none';
const QUIET = /^([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]\d|2[0-3]):([0-5]\d)$/;
/** The same at both ends is never quiet. */
const NEVER_QUIET = { from: '00:00', to: '00:00' };
const quietHours = z.string(QUIET_RULE).transform((written, context) => {
  if (written.trim() === 'none') return NEVER_QUIET;
  const [, hour, minute, endHour, endMinute] = QUIET.exec(written.trim()) ?? [];
  if (hour !== undefined)
    return { from: `${hour}:${minute ?? ''}`, to: `${endHour ?? ''}:${endMinute ?? ''}` };
  context.addIssue(QUIET_RULE);
  return z.NEVER;
});

const USUAL = USUAL_STAGES.map(({ id }) => id);
const STAGE_RULE = `one of ${USUAL.join(', ')}, or a stage of your own such as { id: polishing, name: Polishing }`;
const STAGES_RULE = 'two stages or more, first to last, each once';
const stage = z.union(
  [
    z.enum(USUAL, STAGE_RULE).transform((id) => ({ id, name: undefined })),
    value.object(STAGE_RULE, { id: value.id, name: value.names }),
  ],
  STAGE_RULE,
);
const stages = z
  .array(stage, STAGES_RULE)
  .min(2, STAGES_RULE)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, STAGES_RULE);

export const policies = value.object(POLICIES_RULE, {
  grid: value.minutes(1, 240).default(15),
  'grid-offset': value.minutes(0, 239).default(0),
  notice: value.minutes(0, 365 * 1440).default(60),
  horizon: value.days(1, 730).default(60),
  hold: value.minutes(1, 60).default(5),
  'holds-per-customer': value.count('holds', 1, 10).default(2),
  cancellation: cancellation.default({ 'free-until': null, 'late-fee': 0 }),
  'customer-limits': limits.optional(),
  assignment: z
    .enum(['priority', 'least-busy', 'round-robin'], 'priority, least-busy or round-robin')
    .default('priority'),
  'quiet-hours': quietHours.optional(),
  'waitlist-offer': value.minutes(1, 24 * 60).optional(),
  'no-show-after': value.minutes(0, 24 * 60).optional(),
  'order-stages': stages.optional(),
  'estimate-valid': value.days(1, 365).optional(),
});

type Given = z.output<typeof policies>;

export function buildPolicy(given: Given, languages: readonly string[]): Policy {
  const { cancellation: free, assignment } = given;
  return {
    gridMinutes: given.grid,
    minimumNoticeMinutes: given.notice,
    horizonDays: given.horizon,
    holdMinutes: given.hold,
    freeCancellationMinutes: free['free-until'],
    lateFeePercent: free['late-fee'],
    holdsPerCustomer: given['holds-per-customer'],
    ...(given['grid-offset'] === 0 ? {} : { gridOffsetMinutes: given['grid-offset'] }),
    ...(assignment === 'priority' ? {} : { assignment }),
    ...limitsAs('customerLimits', given['customer-limits']),
    ...withDefaults(given, languages),
  };
}

/** What has a value elsewhere where the file leaves it out. */
function withDefaults(given: Given, languages: readonly string[]): Partial<Policy> {
  const {
    'quiet-hours': quiet,
    'waitlist-offer': offer,
    'no-show-after': grace,
    'order-stages': orderStages,
    'estimate-valid': estimateDays,
  } = given;
  return {
    ...(quiet === undefined ? {} : { quietHours: quiet }),
    ...(offer === undefined ? {} : { waitlistOfferMinutes: offer }),
    ...(grace === undefined ? {} : { noShowGraceMinutes: grace }),
    ...(estimateDays === undefined ? {} : { estimateDays }),
    ...(orderStages === undefined
      ? {}
      : { orderStages: orderStages.map(({ id, name }) => buildStage(id, name, languages)) }),
  };
}

function buildStage(
  id: string,
  name: z.output<typeof value.names> | undefined,
  languages: readonly string[],
): OrderStage {
  return name === undefined ? { id } : { id, names: namesOf(name, languages) };
}

export function policySheet(policy: Policy, languages: readonly string[]): Tree {
  const { freeCancellationMinutes: free, gridOffsetMinutes: offset = 0, assignment = 'priority' } = policy;
  return pruned({
    grid: durationText(policy.gridMinutes),
    'grid-offset': offset === 0 ? undefined : durationText(offset),
    notice: durationText(policy.minimumNoticeMinutes),
    horizon: daysText(policy.horizonDays),
    hold: durationText(policy.holdMinutes),
    'holds-per-customer': policy.holdsPerCustomer,
    cancellation:
      free === null
        ? 'always free'
        : { 'free-until': durationText(free), 'late-fee': `${String(policy.lateFeePercent)} %` },
    'customer-limits': limitsSheet(policy.customerLimits),
    assignment: assignment === 'priority' ? undefined : assignment,
    'quiet-hours': quietText(policy.quietHours),
    'waitlist-offer': given(policy.waitlistOfferMinutes, durationText),
    'no-show-after': given(policy.noShowGraceMinutes, durationText),
    'order-stages': policy.orderStages?.map((each) => stageSheet(each, languages)),
    'estimate-valid': given(policy.estimateDays, daysText),
  });
}

function given(amount: number | undefined, text: (amount: number) => string): string | undefined {
  return amount === undefined ? undefined : text(amount);
}

function daysText(days: number): string {
  return `${String(days)} days`;
}

function quietText(quiet: Policy['quietHours']): string | undefined {
  if (quiet === undefined) return undefined;
  return quiet.from === quiet.to ? 'none' : `${quiet.from}-${quiet.to}`;
}

function stageSheet({ id, names }: OrderStage, languages: readonly string[]): Sheet {
  return names === undefined ? id : { id, name: nameText(names, languages) };
}
