/** The longer way to a confirmed plan: it lapsed, or the business, or what it says, is not what was shown. */
import type { BookingRecord } from '../../models/bookingRecords';
import { reviseTogether, type DoneTogether } from '../../models/statements/plans';
import { toLocal } from '../../scheduling/zone';
import { onlyFor } from '../actors';
import { onFreshBusiness } from '../fresh';
import { holdEnd } from '../requests';
import type { CommandContext } from '../types';
import { isLapsed } from '../views';
import { aroundOf, choose, type Choice, type Chosen } from './choose';
import { notMade } from './makePlan';
import { ownPlan } from './ownPlan';
import { commonOf, reckonedOf, requestsFor, waysOf } from './requests';
import { shownOf } from './shown';
import type { ChosenItemInput, ConfirmPlanInput, ConfirmPlanResult } from './types';
import { isOpen, planView } from './views';

interface Case {
  readonly input: ConfirmPlanInput;
  readonly key: string;
  /** As this transaction last saw them; the database looks again under its locks. */
  readonly open: readonly BookingRecord[];
}

export function confirmPlanAnew(
  context: CommandContext,
  input: ConfirmPlanInput,
  key: string,
): Promise<ConfirmPlanResult> {
  return onFreshBusiness(context, async (fresh) => {
    const open = (await ownPlan(fresh, input.planId)).filter(isOpen);
    return open.length === 0 ? { kind: 'gone' } : judge(fresh, { input, key, open });
  });
}

/** With the people who were shown; when only others are free, they are held and read back first. */
async function judge(context: CommandContext, asked: Case): Promise<ConfirmPlanResult | 'stale'> {
  const agreed = await chosenAgain(context, asked, true);
  if (agreed.kind === 'chosen' && isAsShown(agreed.chosen, asked)) {
    const done = await revise(context, asked, agreed.chosen, 'confirmed');
    if (done.kind !== 'taken') return answer(context, asked, agreed.chosen, done);
  }
  const choice = await chosenAgain(context, asked, false);
  if (choice.kind !== 'chosen') return notMade(context, choice);
  return answer(context, asked, choice.chosen, await revise(context, asked, choice.chosen, 'held'));
}

/** The same times again; that they go together was judged when they were first held. */
function chosenAgain(context: CommandContext, { input, open }: Case, withAgreed: boolean): Promise<Choice> {
  const now = context.clock.now();
  const live = open.every((each) => each.status === 'held' && !isLapsed(each, now));
  return choose(context, {
    branch: open[0]?.branch ?? '',
    standing: live ? 'held' : 'new',
    items: itemsOf(open),
    agreedBefore: true,
    customer: customerOf(open),
    moving: new Map(
      open.map(({ id, resources }) => {
        const agreed = withAgreed ? shownOf(input.shown, id)?.people : undefined;
        return [id, { booking: id, resources, agreed }];
      }),
    ),
  });
}

function itemsOf(open: readonly BookingRecord[]): readonly ChosenItemInput[] {
  return open.map((booking) => ({
    id: booking.id,
    service: booking.service,
    start: booking.localStart,
    startMinute: booking.start,
    ...(booking.attendee === null ? {} : { attendee: booking.attendee }),
    ...(booking.person === null ? {} : { person: booking.person }),
    ...(booking.assetClass === null ? {} : { assetClass: booking.assetClass }),
  }));
}

function customerOf(open: readonly BookingRecord[]): string | null {
  return open[0]?.customerId ?? null;
}

function isAsShown({ plans, ways, wish }: Chosen, { input, open }: Case): boolean {
  return open.every((booking, index) => {
    const [facts, plan] = [shownOf(input.shown, booking.id), plans[index]];
    const end = ways.items[index]?.end;
    if (!facts || !plan || end === undefined) return false;
    return (
      facts.start === plan.localStart &&
      facts.end === toLocal(end, wish.branch.zone) &&
      facts.price === plan.price
    );
  });
}

function revise(
  context: CommandContext,
  { open, key }: Case,
  chosen: Chosen,
  status: 'held' | 'confirmed',
): Promise<DoneTogether> {
  const deedKey = status === 'held' ? null : key;
  const common = commonOf(context, onlyFor(context.actor), deedKey);
  const requests = requestsFor(context, chosen, deedKey, (index) => {
    const booking = open[index];
    return {
      id: booking?.id ?? '',
      conversation: booking?.conversationId ?? null,
      asset: booking?.asset?.id ?? null,
      attendee: booking?.attendee ?? null,
      heldUntil: status === 'held' ? holdEnd(context) : null,
      status,
      deed: status,
    };
  });
  const from = ['held', 'expired'] as const;
  const revised = requests.map((request) => ({ ...request, from, live: false }));
  return reviseTogether(context.tx, reckonedOf(context, common, waysOf(chosen)), revised);
}

async function answer(
  context: CommandContext,
  { input, open }: Case,
  chosen: Chosen,
  done: DoneTogether,
): Promise<ConfirmPlanResult | 'stale'> {
  switch (done.kind) {
    case 'done':
    case 'repeated': {
      const plan = planView(context, await ownPlan(context, input.planId));
      return plan.status === 'held' ? { kind: 'changed', plan } : { kind: 'confirmed', plan };
    }
    case 'taken':
    case 'limit-reached': {
      const except = open.map((each) => each.id);
      const around = aroundOf(chosen, { items: itemsOf(open) }, except, customerOf(open));
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
