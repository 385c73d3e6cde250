/** Plans in the demo workshop, for tests: two people and two lifts at Mitte, one of each at Nord. */
import { randomUUID } from 'node:crypto';
import type { Client, Shop } from '../../test/integration/data/support/shop';
import { bindPlans } from '../bindPlans';
import { SeenBookings } from '../seenBookings';
import type { ChosenItemInput, HoldPlanInput, HoldPlanResult, PlanCommands, PlanView } from './types';

/** Runs commands on plans as this client, in one transaction. */
export function withPlans<Result>(
  shop: Shop,
  client: Client,
  work: (commands: PlanCommands) => Promise<Result>,
): Promise<Result> {
  return shop.run({ kind: 'customer', ...client }, (context) =>
    work(bindPlans({ ...context, seen: new SeenBookings() })),
  );
}

/** A brake check on Monday 29 March 2027 unless something else is said. */
export function item(id: string, time: string, given: Partial<ChosenItemInput> = {}): ChosenItemInput {
  return { id, service: 'brake-check', start: `2027-03-29T${time}`, ...given };
}

/** Two vehicles, the second as soon as the first is done. */
export const TWO = [
  item('golf', '10:00', { attendee: 'Golf' }),
  item('polo', '10:30', { attendee: 'Polo' }),
] as const;

export function planOf(client: Client, given: Partial<HoldPlanInput> = {}): HoldPlanInput {
  return { items: TWO, branch: 'mitte', ...client, ...given };
}

export function hold(
  shop: Shop,
  client: Client,
  given: Partial<HoldPlanInput> = {},
  key: string = randomUUID(),
): Promise<HoldPlanResult> {
  return withPlans(shop, client, (commands) => commands.holdPlan(planOf(client, given), key));
}

/** A held plan, or a failed test. */
export async function heldPlan(
  shop: Shop,
  client: Client,
  given: Partial<HoldPlanInput> = {},
): Promise<PlanView> {
  const result = await hold(shop, client, given);
  if (result.kind !== 'held') throw new Error(`not held: ${JSON.stringify(result)}`);
  return result.plan;
}

/** What a customer says yes to when the plan is read back as it is. */
export function shownOf(plan: PlanView): {
  readonly planId: string;
  readonly shown: {
    bookingId: string;
    start: string;
    end: string;
    price: number;
    people: readonly string[];
  }[];
} {
  const { planId, items } = plan;
  const shown = items.map(({ id, start, end, price, people }) => {
    return { bookingId: id, start, end, price, people };
  });
  return { planId, shown };
}
