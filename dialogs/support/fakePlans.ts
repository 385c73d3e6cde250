/** Plans of several items in memory: found by the real search, held and booked item by item, all or nothing. */
import type {
  ChosenItemInput,
  HoldPlanInput,
  HoldPlanResult,
  PlanCommands,
  PlanOffer,
  PlanView,
  QuotePlanInput,
} from '../../commands/plans/types';
import { itemsOf } from '../../commands/plans/items';
import { offerOf } from '../../commands/plans/offers';
import type { BookingView } from '../../commands/types';
import { minuteOf } from '../../scheduling/localDate';
import { findPlans } from '../../scheduling/plan';
import { dayBounds } from '../../scheduling/zone';
import type { FakeCommands } from './fakeCommands';

export class FakePlans implements PlanCommands {
  /** Ids of the bookings of each plan. */
  readonly #plans = new Map<string, readonly string[]>();

  constructor(readonly commands: FakeCommands) {}

  quotePlan: PlanCommands['quotePlan'] = async (input) => {
    const { business, now } = this.commands.shop;
    const resolved = itemsOf(business, input.branch, input.items);
    if (resolved.kind === 'refused') return resolved;
    const { branch, items } = resolved.wish;
    const busy = this.commands.shop.busyWithout(null);
    const ask = { ...input, business, branch: branch.id, items, busy, now: minuteOf(now) };
    const { plans, impossible, complete } = findPlans(ask);
    if (impossible.length > 0) return { kind: 'impossible', items: impossible };
    return {
      kind: 'plans',
      plans: plans.map((plan) => offerOf(business, resolved.wish, input.items, plan)),
      complete,
    };
  };

  holdPlan: PlanCommands['holdPlan'] = async (input, key) => {
    const held: BookingView[] = [];
    for (const item of input.items) {
      const result = await this.commands.hold(holdOf(item, input), `${key} ${item.id}`);
      if (result.kind === 'held') held.push(result.hold);
      else return this.#instead(held, result.kind === 'refused' ? { ...result, item: item.id } : null, input);
    }
    const planId = held[0]?.id ?? '';
    this.#plans.set(
      planId,
      held.map(({ id }) => id),
    );
    return { kind: 'held', plan: this.#view(planId, held) };
  };

  movePlan: PlanCommands['movePlan'] = async ({ planId, ...input }, key) => {
    const before = this.#held(planId);
    if (before.length !== input.items.length || before.length === 0) return { kind: 'gone' };
    await this.releasePlan(planId);
    const moved = await this.holdPlan({ ...input, conversationId: null }, key);
    if (moved.kind !== 'held') for (const each of before) this.commands.shop.put(each, input.customerId);
    else this.#plans.set(planId, this.#plans.get(moved.plan.planId) ?? []);
    return moved.kind === 'held' ? { kind: 'held', plan: { ...moved.plan, planId } } : moved;
  };

  lookPlan: PlanCommands['lookPlan'] = async (planId) => {
    const items = (this.#plans.get(planId) ?? []).flatMap((id) => this.commands.shop.find(id) ?? []);
    return items.length > 0 ? this.#view(planId, items) : null;
  };

  renewPlan: PlanCommands['renewPlan'] = async (planId) => {
    const renewed = await Promise.all(this.#held(planId).map(({ id }) => this.commands.renew(id)));
    return renewed.length > 0 && renewed.every((each) => each);
  };

  releasePlan: PlanCommands['releasePlan'] = async (planId) => {
    for (const id of this.#plans.get(planId) ?? []) await this.commands.release(id);
  };

  confirmPlan: PlanCommands['confirmPlan'] = async ({ planId, shown }, key) => {
    const booked: BookingView[] = [];
    for (const each of shown) {
      const result = await this.commands.confirm(
        { bookingId: each.bookingId, shown: each },
        `${key} ${each.bookingId}`,
      );
      if (result.kind !== 'confirmed') return { kind: 'gone' };
      booked.push(result.booking);
    }
    return booked.length > 0
      ? { kind: 'confirmed', plan: this.#view(planId, booked, 'confirmed') }
      : { kind: 'gone' };
  };

  quotePlanCancellation: PlanCommands['quotePlanCancellation'] = async () => null;
  cancelPlan: PlanCommands['cancelPlan'] = async () => ({ kind: 'unknown' });
  checkSeries: PlanCommands['checkSeries'] = async ({ service }) => ({
    kind: 'refused',
    refusal: { rule: 'unknown-service', value: service },
  });
  bookSeries: PlanCommands['bookSeries'] = async ({ service }) => ({
    kind: 'refused',
    refusal: { rule: 'unknown-service', value: service },
  });
  quoteSeriesCancellation: PlanCommands['quoteSeriesCancellation'] = async () => null;
  cancelSeries: PlanCommands['cancelSeries'] = async () => ({ kind: 'unknown' });
  rescheduleSeries: PlanCommands['rescheduleSeries'] = async () => ({ kind: 'unknown' });

  /** Lets go of what was held before the item that could not be, and looks for other plans on its day. */
  async #instead(
    held: readonly BookingView[],
    refused: Omit<Extract<HoldPlanResult, { kind: 'refused' }>, 'alternatives'> | null,
    input: HoldPlanInput,
  ): Promise<HoldPlanResult> {
    for (const each of held) await this.commands.release(each.id);
    const alternatives = await this.#around(input);
    return refused ? { ...refused, alternatives } : { kind: 'taken', alternatives };
  }

  async #around({ items, branch }: HoldPlanInput): Promise<readonly PlanOffer[]> {
    const zone = this.commands.shop.business.branches.find(({ id }) => id === branch)?.zone ?? 'UTC';
    const window = dayBounds(items[0]?.start.slice(0, 10) ?? '', zone);
    const quoted = await this.quotePlan({ items, branch, ...window } satisfies QuotePlanInput);
    return quoted.kind === 'plans' ? quoted.plans : [];
  }

  #held(planId: string): readonly BookingView[] {
    const ids = this.#plans.get(planId) ?? [];
    return this.commands.shop.holds().filter(({ id }) => ids.includes(id));
  }

  #view(planId: string, items: readonly BookingView[], status: PlanView['status'] = 'held'): PlanView {
    const { now } = this.commands.shop;
    const lapsed = items.some((each) => (each.heldUntil ?? now + 1) <= now);
    return {
      ...{ planId, items, fee: 0, currency: this.commands.shop.business.currency },
      status: lapsed ? 'expired' : status,
      price: items.reduce((sum, { price }) => sum + price, 0),
      heldUntil: items[0]?.heldUntil ?? null,
    };
  }
}

function holdOf(item: ChosenItemInput, { branch, customerId, conversationId }: HoldPlanInput) {
  const { service, start, person, assetId, assetClass, attendee } = item;
  return {
    ...{ service, branch, start, customerId, conversationId },
    ...(person !== undefined && { person }),
    ...(assetId !== undefined && { assetId }),
    ...(assetClass !== undefined && { assetClass }),
    ...(attendee !== undefined && { attendee }),
  };
}
