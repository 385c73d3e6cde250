/** Fills in what the database is asked to make or revise. */
import type { BookingRequest } from '../models/bookingRecords';
import { toLocal } from '../scheduling/zone';
import { onlyFor } from './actors';
import type { Candidates } from './candidates';
import { limitsOf } from './limits';
import type { Plan } from './plan';
import type { CommandContext } from './types';

/** What differs between the deeds. */
export type Particulars = Pick<
  BookingRequest,
  | 'id'
  | 'conversation'
  | 'asset'
  | 'attendee'
  | 'heldUntil'
  | 'status'
  | 'deed'
  | 'key'
  | 'plan'
  | 'series'
  | 'waitlistEntry'
>;

export function requestFor(
  context: CommandContext,
  plan: Plan,
  { candidates, resources }: Candidates,
  particulars: Particulars,
): BookingRequest {
  const { business, service, branch, start, end, localStart, localEnd, offset, price } = plan;
  return {
    ...particulars,
    customer: onlyFor(context.actor),
    service: service.id,
    branch: branch.id,
    assetClass: plan.assetClass ?? null,
    person: plan.person ?? null,
    start,
    end,
    localStart,
    localEnd,
    zone: branch.zone,
    offset,
    price,
    now: context.clock.now(),
    actor: context.actor,
    businessVersion: business.version,
    candidates,
    resources,
    limits: limitsOf(plan, [...new Set(resources.flat())]),
    localEnds: localEndsOf(plan, candidates),
    overrideReason: plan.override?.reason ?? null,
    customerNotes: context.later?.take() ?? null,
  };
}

function localEndsOf(
  { branch }: Plan,
  candidates: Candidates['candidates'],
): NonNullable<BookingRequest['localEnds']> {
  const ends = candidates.flatMap(([row]) => (row ? [row.end] : []));
  return Object.fromEntries(ends.map((end) => [end, toLocal(end, branch.zone)]));
}

/** When a hold made or moved now ends; milliseconds. */
export function holdEnd({ clock, business }: CommandContext): number {
  return clock.now() + business.policy.holdMinutes * 60_000;
}
