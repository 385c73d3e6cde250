/** The wider wish that an exact start was chosen within: other times are looked for inside it. */
import type { Slots } from '../../flow';
import type { Moment } from '../../../understanding/moment';
import { dayFits, hoursFit, limitsHours } from './hours';
import { onlyParts, RULED_OUT, TIME_PARTS, withoutParts } from './parts';
import { isExact, wishOf, withoutStart } from './wish';

export const LIMITS = 'when.limits';

/** What stays of the wider wish once `joined` is wished for; undefined where nothing does. */
export function limitsAfter(slots: Slots, stood: Moment | undefined, joined: Moment): Moment | undefined {
  if (joined.pick) return some(wide(joined));
  if (!isExact(joined)) return undefined;
  const known = wishOf(slots[LIMITS]);
  const wider = stood && !isExact(stood) && !stood.pick ? wide(stood) : known;
  return wider && some(without(wider, joined));
}

/** What other times have to keep to: the wider wish, and all that was ruled out. */
export function limitsOf(slots: Slots, wish: Moment | undefined): Moment {
  const wider = wishOf(slots[LIMITS]) ?? {};
  return { ...onlyParts(wish ?? {}, ['only']), ...wider, ...onlyParts(wish ?? {}, RULED_OUT) };
}

/** The hours of the wider wish, for a wish that names none of its own. */
export function withHoursOf(wish: Moment, limits: Moment | undefined): Moment {
  if (!limits || wish.time || limitsHours(wish)) return wish;
  return { ...wish, ...onlyParts(limits, TIME_PARTS) };
}

/** Without the start: hours stay only where they are a stretch. */
function wide(wish: Moment): Moment {
  return withoutParts(withoutStart(wish), 'impossible', 'conflict');
}

/** An exact start outside the hours, or on a day outside the days, is a change of mind about these. */
function without(wider: Moment, { date, time }: Moment): Moment {
  const kept = time && !hoursFit(wider)(time.value) ? withoutParts(wider, ...TIME_PARTS) : wider;
  const inside = !date || inDays(wider, date.value);
  return inside ? kept : withoutParts(kept, 'date', 'untilDate', 'only');
}

function inDays(wish: Moment, day: string): boolean {
  const { date, untilDate } = wish;
  const last = untilDate ?? date?.value ?? day;
  const inStretch = !date || wish.only !== undefined || (day >= date.value && day <= last);
  return inStretch && dayFits(wish, day);
}

/** A day by itself limits nothing that the start on it does not say. */
function some(wish: Moment): Moment | undefined {
  return Object.keys(wish).some((part) => part !== 'date') ? wish : undefined;
}
