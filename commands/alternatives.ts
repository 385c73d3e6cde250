/** What to offer instead of a time that cannot be had: at most three starts near it. */
import { minuteOf } from '../scheduling/localDate';
import { nearest } from '../scheduling/nearest';
import { nearestOpenDays } from '../scheduling/openDays';
import type { TimeSlot } from '../scheduling/ask';
import { longestMinutes } from './duration';
import type { Plan } from './plan';
import { takenTime } from './takenTime';
import type { CommandContext, Refusal, TimeSlotView } from './types';
import { slotView } from './views';

const MOST = 3;
/** How far around the wish is looked: a little more than scheduling searches. */
const REACH_MINUTES = 16 * 1440;

/** A booking that would move: its own time counts as free, but is not offered again. */
export interface Except {
  readonly id: string;
  readonly start: number;
}

/** Near a time that is taken or refused, by the rules for everybody; one round trip. */
export async function alternativesTo(
  context: CommandContext,
  plan: Plan,
  except?: Except,
): Promise<readonly TimeSlotView[]> {
  return around(context, plan, except, (ask) => nearest(ask).map((each) => each.slot));
}

/** After a refusal: on a closed day the nearest open ones with the time kept; nothing where the wish itself is unclear. */
export async function alternativesAfter(
  context: CommandContext,
  refusal: Refusal,
  plan: Plan | null,
): Promise<readonly TimeSlotView[]> {
  if (plan === null) return [];
  if (refusal.rule !== 'closed' || refusal.bound !== undefined) return alternativesTo(context, plan);
  const [date = '', time = null] = plan.localStart.split('T');
  return around(context, plan, undefined, (ask) => nearestOpenDays({ ...ask, date, time }));
}

type Ask = Parameters<typeof nearest>[0];

async function around(
  context: CommandContext,
  plan: Plan,
  except: Except | undefined,
  find: (ask: Ask) => readonly TimeSlot[],
): Promise<readonly TimeSlotView[]> {
  const { business } = context;
  const { branch, person, assetClass, start, customer } = plan;
  // The plan's own service may be one that staff widened.
  const service = business.services.find(({ id }) => id === plan.service.id) ?? plan.service;
  const taken = await takenTime(context, {
    service,
    duration: longestMinutes(business, service, assetClass),
    from: start - REACH_MINUTES,
    to: start + REACH_MINUTES,
    except: except?.id,
    customer,
  });
  const now = minuteOf(context.clock.now());
  const ask = { business, service, branch: branch.id, person, assetClass, start, now, ...taken };
  const found = find({ ...ask, limit: MOST + 1 });
  const offered = found.filter((slot) => slot.start !== except?.start).slice(0, MOST);
  return offered.map((slot) => slotView(slot, business));
}
