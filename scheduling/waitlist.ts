/** Whom a freed time is offered: everybody it suits, in an order that is fair and always the same. */
import { branchOf, type TimeSlot } from './ask';
import { availability } from './availability';
import type { Business, LocalDate, LocalTime, Minute, Service } from './business';
import { durationOf } from './duration';
import type { DayCounts } from './limits';
import { dateOf, isoWeekday, timeOf } from './localDate';
import { seenBy, type World } from './world';
import { toLocal } from './zone';

/** "Any weekday of next week after three": local days and starts on the branch's wall clock, all inclusive. */
export interface PreferenceWindow {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** ISO weekdays; absent is every day. */
  readonly weekdays?: readonly number[] | undefined;
  readonly earliest?: LocalTime | undefined;
  readonly latest?: LocalTime | undefined;
}

/** Somebody who waits for a time; those who hold an offer already are left out by whoever asks. */
export interface Waiting {
  readonly id: string;
  readonly service: string;
  /** Absent is any branch. */
  readonly branch?: string | undefined;
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  /** One of them has to hold the start. */
  readonly windows: readonly PreferenceWindow[];
  /** When they began to wait. */
  readonly since: Minute;
  /** Higher comes first; absent is 0. */
  readonly priority?: number | undefined;
  /** Starts that they were offered and did not take: these are not offered again. */
  readonly offered?: readonly Minute[] | undefined;
  /** What the customer has booked, for their limits. */
  readonly counts?: DayCounts | undefined;
}

export interface WaitlistAsk extends World {
  readonly business: Business;
  readonly branch: string;
  /** The stretch that became free. */
  readonly freed: { readonly from: Minute; readonly to: Minute };
  readonly waiting: readonly Waiting[];
  /** When the offer would go out: not the present where it waits for the end of quiet hours. */
  readonly now: Minute;
}

export interface Match {
  readonly waiting: Waiting;
  readonly slot: TimeSlot;
}

/**
 * Everybody who could be offered a bookable time that touches the freed stretch, each with the start nearest to its beginning.
 * First who has the higher priority, then who let fewer offers lapse, then who waits longer, then by id: the first is offered
 * it, and on expiry the next. Unknown services suit nobody.
 */
export function waitlistMatches(ask: WaitlistAsk): readonly Match[] {
  const inOrder = [...ask.waiting].sort(byTurn);
  return inOrder.flatMap((waiting) => {
    const slot = suitableSlot(ask, waiting);
    return slot ? [{ waiting, slot }] : [];
  });
}

function byTurn(left: Waiting, right: Waiting): number {
  return (
    (right.priority ?? 0) - (left.priority ?? 0) ||
    (left.offered?.length ?? 0) - (right.offered?.length ?? 0) ||
    left.since - right.since ||
    (left.id < right.id ? -1 : 1)
  );
}

function suitableSlot(ask: WaitlistAsk, waiting: Waiting): TimeSlot | null {
  const service = ask.business.services.find((each) => each.id === waiting.service);
  if (!service || (waiting.branch !== undefined && waiting.branch !== ask.branch)) return null;
  const { zone } = branchOf(ask.business, ask.branch);
  const suitable = touching(ask, waiting, service).filter(
    (slot) => !waiting.offered?.includes(slot.start) && isWanted(waiting, toLocal(slot.start, zone)),
  );
  const distance = (slot: TimeSlot): number => Math.abs(slot.start - ask.freed.from);
  return suitable.reduce<TimeSlot | null>(
    (best, slot) => (best === null || distance(slot) < distance(best) ? slot : best),
    null,
  );
}

/** Bookable slots that have a minute in the freed stretch. */
function touching(ask: WaitlistAsk, waiting: Waiting, service: Service): readonly TimeSlot[] {
  const { business, branch, now, freed } = ask;
  const { person, assetClass } = waiting;
  const people = Object.keys(service.minutesByPerson ?? {});
  const longest = [undefined, ...people].map((id) => durationOf(business, service, assetClass, id));
  const { busy, counts } = seenBy(ask, service);
  const slots = availability({
    ...{ business, service, branch, person, assetClass, now, busy },
    counts: { ...counts, customer: waiting.counts ?? new Map() },
    from: freed.from - Math.max(...longest) + 1,
    to: freed.to,
  });
  return slots.filter((slot) => slot.end > freed.from);
}

function isWanted({ windows }: Waiting, local: string): boolean {
  const [date, time] = [dateOf(local), timeOf(local)];
  return windows.some(
    ({ from, to, weekdays, earliest = '00:00', latest = '23:59' }) =>
      date >= from &&
      date <= to &&
      (weekdays?.includes(isoWeekday(date)) ?? true) &&
      time >= earliest &&
      time <= latest,
  );
}
