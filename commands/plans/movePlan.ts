/** Moves all items of a held plan to other times or people at once; if that cannot be, the plan stands as it was held. */
import type { BookingRecord } from '../../models/bookingRecords';
import { lockTogether, reviseTogether } from '../../models/statements/plans';
import { assertActsFor, onlyFor } from '../actors';
import { onFreshBusiness } from '../fresh';
import { holdEnd } from '../requests';
import type { CommandContext } from '../types';
import { isLapsed } from '../views';
import { aroundOf, choose, type Chosen } from './choose';
import { notMade } from './makePlan';
import { ownPlan } from './ownPlan';
import { commonOf, reckonedOf, requestsFor, waysOf } from './requests';
import type { MovePlanInput, MovePlanResult } from './types';
import { isOpen, planView } from './views';

/**
 * The moved plan starts its minutes anew. Each item may take what another one of them had. `gone`: there is no such plan of
 * this customer whose live holds are exactly those named.
 */
export function movePlan(
  context: CommandContext,
  input: MovePlanInput,
  key: string,
): Promise<MovePlanResult> {
  assertActsFor(context, input.customerId);
  return onFreshBusiness(context, async (fresh) => {
    const repeated = await lockTogether(fresh.tx, key);
    if (repeated.length > 0) return { kind: 'held', plan: planView(fresh, repeated) };
    const held = heldAs(fresh, await ownPlan(fresh, input.planId), input);
    if (!held) return { kind: 'gone' };
    const moving = new Map(
      input.items.map(({ id, bookingId }) => {
        return [id, { booking: bookingId, resources: held.get(bookingId)?.resources ?? [] }];
      }),
    );
    const choice = await choose(fresh, {
      branch: input.branch,
      items: input.items,
      moving,
      customer: input.customerId,
    });
    if (choice.kind !== 'chosen') return notMade(fresh, choice);
    return move(fresh, choice.chosen, input, held, key);
  });
}

/** The bookings by id, if those named are all that is held, and live. */
function heldAs(
  { clock }: CommandContext,
  bookings: readonly BookingRecord[],
  { items }: MovePlanInput,
): ReadonlyMap<string, BookingRecord> | null {
  const open = bookings.filter(isOpen);
  const live = open.every((each) => each.status === 'held' && !isLapsed(each, clock.now()));
  const named = new Set(items.map((each) => each.bookingId));
  const same = open.length === items.length && open.every((each) => named.has(each.id));
  return live && same && open.length > 0 ? new Map(open.map((each) => [each.id, each])) : null;
}

async function move(
  context: CommandContext,
  chosen: Chosen,
  input: MovePlanInput,
  held: ReadonlyMap<string, BookingRecord>,
  key: string,
): Promise<MovePlanResult | 'stale'> {
  const common = commonOf(context, onlyFor(context.actor), key);
  const requests = requestsFor(context, chosen, key, (index) => {
    const item = input.items[index];
    return {
      id: item?.bookingId ?? '',
      conversation: held.get(item?.bookingId ?? '')?.conversationId ?? null,
      asset: item?.assetId ?? null,
      attendee: item?.attendee ?? null,
      heldUntil: holdEnd(context),
      status: 'held',
      deed: 'moved',
    };
  });
  const done = await reviseTogether(
    context.tx,
    reckonedOf(context, common, waysOf(chosen)),
    requests.map((request) => ({ ...request, from: ['held'], live: true })),
  );
  switch (done.kind) {
    case 'done':
    case 'repeated':
      return { kind: 'held', plan: planView(context, done.bookings) };
    case 'taken':
    case 'limit-reached': {
      const around = aroundOf(chosen, input, [...held.keys()], input.customerId);
      return notMade(context, { kind: 'taken', around });
    }
    case 'stale':
      return 'stale';
    case 'too-many-holds':
    case 'look':
    case 'other':
    case 'gone':
      return { kind: 'gone' };
  }
}
