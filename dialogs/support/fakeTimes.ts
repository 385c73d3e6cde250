/** Whether a start can be had, for the commands in memory: the rules and the assignment of scheduling. */
import type {
  AssetView,
  BookingView,
  ExplainWish,
  HoldInput,
  Refusal,
  TimeSlotView,
  WhyNot,
} from '../../commands/types';
import type { Business } from '../../scheduling/business';
import type { BusyByResource } from '../../scheduling/busy';
import { branchOf, type TimeSlot } from '../../scheduling/ask';
import { assign, personsOf } from '../../scheduling/assign';
import { durationOf } from '../../scheduling/duration';
import { explain } from '../../scheduling/explain';
import { minuteOf } from '../../scheduling/localDate';
import { nearest } from '../../scheduling/nearest';
import { priceOf } from '../../scheduling/price';
import { refusals } from '../../scheduling/rules';
import { instantAround, toInstant, toLocal } from '../../scheduling/zone';

type Verdict =
  | { readonly kind: 'free'; readonly resources: readonly string[] }
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function judge(business: Business, input: HoldInput, now: number, busy: BusyByResource): Verdict {
  const branch = branchOf(business, input.branch);
  const instant = toInstant(input.start, branch.zone, business.policy.gridMinutes);
  if (instant.kind === 'gap') {
    const readings = [instant.before, instant.after] as const;
    return { kind: 'refused', refusal: { rule: 'gap', value: input.start, readings } };
  }
  const start = instant.kind === 'exact' ? instant.minute : instant.first;
  const ask = askOf(business, input, now, busy);
  const duration = durationOf(business, ask.service, input.assetClass);
  const [refusal] = refusals({ business, branch, duration, start, now: minuteOf(now) });
  if (refusal) {
    const minute = refusal.code === 'too-soon' ? refusal.earliest : undefined;
    const bound = minute === undefined ? {} : { bound: toLocal(Math.ceil(minute / 15) * 15, branch.zone) };
    return { kind: 'refused', refusal: { rule: refusal.code, value: input.start, ...bound } };
  }
  const [first] = assign({ ...ask, branch: input.branch, start, limit: 1 });
  return first ? { kind: 'free', resources: first.map((row) => row.resource) } : { kind: 'taken' };
}

export function alternativesTo(
  business: Business,
  input: HoldInput,
  now: number,
  busy: BusyByResource,
): readonly TimeSlotView[] {
  const { zone } = branchOf(business, input.branch);
  const start = instantAround(input.start, zone);
  const found = nearest({ ...askOf(business, input, now, busy), branch: input.branch, start });
  return found.map(({ slot }) => slotView(business, slot));
}

export function explainTo(
  business: Business,
  wish: ExplainWish,
  now: number,
  busy: BusyByResource,
): Extract<WhyNot, { kind: 'explained' }> {
  const { zone } = branchOf(business, wish.branch);
  const ask = {
    ...askOf(business, wish, now, busy),
    branch: wish.branch,
    start: instantAround(wish.start, zone),
  };
  const alternatives = nearest(ask).map(({ slot }) => slotView(business, slot));
  return { kind: 'explained', reasons: explain(ask), alternatives };
}

function askOf(business: Business, input: ExplainWish, now: number, busy: BusyByResource) {
  const service = business.services.find((each) => each.id === input.service);
  if (!service) throw new Error(`no service ${input.service}`);
  return { business, service, now: minuteOf(now), busy, person: input.person, assetClass: input.assetClass };
}

export function slotView(business: Business, { start, end, branch, resources }: TimeSlot): TimeSlotView {
  const { zone } = branchOf(business, branch);
  const local = { start: toLocal(start, zone), end: toLocal(end, zone), zone };
  return { ...local, startMinute: start, endMinute: end, branch, people: resources };
}

export function viewFor(
  business: Business,
  input: HoldInput,
  resources: readonly string[],
  rest: { readonly id: string; readonly asset: AssetView | null; readonly heldUntil: number },
): BookingView {
  const { zone } = branchOf(business, input.branch);
  const service = business.services.find((each) => each.id === input.service);
  if (!service) throw new Error(`no service ${input.service}`);
  const startMinute = instantAround(input.start, zone);
  const endMinute = startMinute + durationOf(business, service, input.assetClass);
  return {
    ...rest,
    ...{
      service: input.service,
      branch: input.branch,
      start: input.start,
      zone,
      startMinute,
      endMinute,
      resources,
    },
    reference: `R${rest.id.toUpperCase()}`,
    status: 'held',
    end: toLocal(endMinute, zone),
    people: personsOf(
      { business },
      resources.map((resource) => ({ resource })),
    ),
    attendee: input.attendee ?? null,
    price: priceOf(business, service, input.assetClass),
    fee: 0,
    currency: business.currency,
    version: 1,
  };
}
