/** The longer way to a confirmation: the hold lapsed, or the business, or what the hold says, is not what was shown. */
import type { BookingRecord, RevisedBooking } from '../models/bookingRecords';
import { reviseBooking } from '../models/statements/bookings';
import type { LocalDateTime } from '../scheduling/business';
import { minuteOf } from '../scheduling/localDate';
import { toLocal } from '../scheduling/zone';
import { alternativesAfter, alternativesTo } from './alternatives';
import { candidatesFor, type Candidates } from './candidates';
import { onFreshBusiness } from './fresh';
import { limitReached } from './limits';
import { planFor, type Plan } from './plan';
import { holdEnd, requestFor } from './requests';
import type { CommandContext, ConfirmInput, ConfirmResult } from './types';
import { bookingView, isLapsed } from './views';

interface Case {
  readonly input: ConfirmInput;
  readonly key: string;
  /** As this transaction last saw it; `revise` looks again under its lock. */
  readonly booking: BookingRecord;
}

export function confirmAnew(
  context: CommandContext,
  input: ConfirmInput,
  key: string,
  booking: BookingRecord,
): Promise<ConfirmResult> {
  return onFreshBusiness(context, (fresh) => judge(fresh, { input, key, booking }));
}

async function judge(context: CommandContext, asked: Case): Promise<ConfirmResult | 'stale'> {
  const { booking } = asked;
  const now = context.clock.now();
  const live = booking.status === 'held' && !isLapsed(booking, now);
  const { service, branch, person, assetClass, localStart: start, start: startMinute } = booking;
  const wish = {
    service,
    branch,
    start,
    startMinute,
    person: person ?? undefined,
    assetClass: assetClass ?? undefined,
    customer: booking.customerId,
  };
  const planned = planFor(context.business, wish, minuteOf(now), live ? 'held' : 'new');
  if (planned.kind === 'refused') {
    const { refusal, plan } = planned;
    return { kind: 'refused', refusal, alternatives: await alternativesAfter(context, refusal, plan) };
  }
  const found = await candidatesFor(context, planned.plan, {
    booking: booking.id,
    resources: booking.resources,
  });
  if (!isAsShown(planned.plan, asked.input)) return holdAsChanged(context, asked, planned.plan, found);
  return book(context, asked, planned.plan, found);
}

function isAsShown(plan: Plan, { shown }: ConfirmInput): boolean {
  return plan.localStart === shown.start && plan.price === shown.price;
}

/** As long as was shown, and with the people who were, if any; when it can be had only otherwise, that is held and read back. */
async function book(
  context: CommandContext,
  asked: Case,
  plan: Plan,
  found: Candidates,
): Promise<ConfirmResult | 'stale'> {
  const { end, people } = asked.input.shown;
  const agreed = withPeople(untilThen(found, plan, end), plan, people);
  if (agreed.candidates.length === 0 && found.candidates.length > 0)
    return holdAsChanged(context, asked, plan, found);
  const revised = await revise(context, asked, plan, agreed, 'confirmed');
  const othersAreLeft = agreed.candidates.length < found.candidates.length;
  if (revised.kind === 'taken' && othersAreLeft) return holdAsChanged(context, asked, plan, found);
  return answerTo(context, plan, revised);
}

async function holdAsChanged(
  context: CommandContext,
  asked: Case,
  plan: Plan,
  found: Candidates,
): Promise<ConfirmResult | 'stale'> {
  return answerTo(context, plan, await revise(context, asked, plan, found, 'held'));
}

function withPeople(
  found: Candidates,
  { business }: Plan,
  people: readonly string[] | undefined,
): Candidates {
  if (people === undefined) return found;
  const persons = new Set(business.resources.filter((each) => each.kind === 'person').map((each) => each.id));
  const keep = found.resources.map((ids) =>
    sameSet(
      ids.filter((id) => persons.has(id)),
      people,
    ),
  );
  return only(found, keep);
}

/** Those who would be done at that wall time: people may differ in pace. */
function untilThen(found: Candidates, { branch, localEnd }: Plan, end: LocalDateTime): Candidates {
  const keep = found.candidates.map(([row]) => (row ? toLocal(row.end, branch.zone) : localEnd) === end);
  return only(found, keep);
}

function only({ candidates, resources }: Candidates, keep: readonly boolean[]): Candidates {
  return {
    candidates: candidates.filter((_, index) => keep[index]),
    resources: resources.filter((_, index) => keep[index]),
  };
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}

function revise(
  context: CommandContext,
  { booking, key }: Case,
  plan: Plan,
  found: Candidates,
  status: 'held' | 'confirmed',
): Promise<RevisedBooking> {
  const request = requestFor(context, plan, found, {
    id: booking.id,
    conversation: booking.conversationId,
    asset: booking.asset?.id ?? null,
    attendee: booking.attendee,
    heldUntil: status === 'held' ? holdEnd(context) : null,
    status,
    deed: status,
    key: status === 'held' ? null : key,
  });
  return reviseBooking(context.tx, { ...request, from: ['held', 'expired'], live: false, version: null });
}

async function answerTo(
  context: CommandContext,
  plan: Plan,
  revised: RevisedBooking,
): Promise<ConfirmResult | 'stale'> {
  switch (revised.kind) {
    case 'revised':
    case 'repeated':
      return told(context, revised.booking);
    case 'taken':
      return { kind: 'taken', alternatives: await alternativesTo(context, plan) };
    case 'limit-reached':
      return limitReached(context, plan, revised.limit);
    case 'other':
    case 'gone':
      return { kind: 'gone' };
    case 'stale':
      return 'stale';
  }
}

function told(context: CommandContext, booking: BookingRecord): ConfirmResult {
  context.seen?.see(booking);
  const view = bookingView(booking, context.business, context.clock.now());
  return booking.status === 'held' ? { kind: 'changed', hold: view } : { kind: 'confirmed', booking: view };
}
