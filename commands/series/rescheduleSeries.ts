/** Moves an appointment of a series and all after it: by as many days, and to the same time of day. All of them, or none. */
import type { BookingRecord } from '../../models/bookingRecords';
import { lockTogether, reviseTogether, type DoneTogether } from '../../models/statements/plans';
import type { LocalDateTime } from '../../scheduling/business';
import { addDays, dateOf, dayNumber, timeOf } from '../../scheduling/localDate';
import { onlyFor } from '../actors';
import { onFreshBusiness } from '../fresh';
import { commonOf, reckonedOf } from '../plans/requests';
import type { CommandContext } from '../types';
import { bookingView } from '../views';
import { checkDays } from './check';
import { ownSeries } from './ownSeries';
import { seriesRequests } from './requests';
import type { RescheduleSeriesInput, RescheduleSeriesResult, SeriesRefusal } from './types';
import { allFree, occurrenceViews, type FreeDay } from './views';
import { changed, placeOf, type SeriesWish } from './wish';

/**
 * Days to skip keep their time, days with a replacement get that; both are named by the day they had. `over`: the one named has
 * begun, or is no booking any more. The same key moves once.
 */
export async function rescheduleSeries(
  context: CommandContext,
  input: RescheduleSeriesInput,
  key: string,
): Promise<RescheduleSeriesResult> {
  const repeated = await lockTogether(context.tx, key);
  if (repeated.length > 0) return rescheduled(context, repeated);
  return onFreshBusiness(context, async (fresh) => {
    const all = await ownSeries(fresh, input.bookingId, 'following');
    if (all.length === 0) return { kind: 'unknown' };
    const open = all.filter((booking) => canMove(booking, fresh.clock.now()));
    if (!open.some((each) => each.id === input.bookingId)) return { kind: 'over' };
    const skip = input.skip ?? [];
    const moving = open.filter((booking) => !skip.includes(dateOf(booking.localStart)));
    const wish = wishOf(fresh, input, open);
    if ('rule' in wish) return { kind: 'refused', refusal: wish };
    return moveAll(fresh, wish, moving, key);
  });
}

function canMove({ status, start }: BookingRecord, now: number): boolean {
  return (status === 'confirmed' || status === 'pending') && start * 60_000 > now;
}

/** The new times of those that move, named by the days they had. */
function wishOf(
  { business }: CommandContext,
  input: RescheduleSeriesInput,
  open: readonly BookingRecord[],
): SeriesWish | SeriesRefusal {
  const named = open.find((each) => each.id === input.bookingId);
  if (!named) return { rule: 'unknown-occurrence', value: input.bookingId };
  const person = (input.person === undefined ? named.person : input.person) ?? undefined;
  const { service, branch } = named;
  const place = placeOf(business, { service, branch, ...(person === undefined ? {} : { person }) });
  if ('rule' in place) return place;
  const days = changed(
    open.map((booking) => booking.localStart),
    input,
  );
  if ('rule' in days) return days;
  const replaced = new Set(input.replacements?.map((each) => each.date));
  const moved = days.map((day) => {
    return replaced.has(day.date) ? day : { ...day, wished: shifted(day.date, named, input.start) };
  });
  return {
    ...place,
    person,
    assetClass: named.assetClass ?? undefined,
    customer: named.customerId,
    days: moved,
  };
}

function shifted(date: string, named: BookingRecord, to: LocalDateTime): LocalDateTime {
  const days = dayNumber(dateOf(to)) - dayNumber(dateOf(named.localStart));
  return `${addDays(date, days)}T${timeOf(to)}`;
}

async function moveAll(
  context: CommandContext,
  wish: SeriesWish,
  moving: readonly BookingRecord[],
  key: string,
): Promise<RescheduleSeriesResult | 'stale'> {
  const except = moving.map((each) => each.id);
  const staying = moving[0]?.resources ?? [];
  const checked = await checkDays(context, wish, { except, staying });
  if (!allFree(checked)) return conflicts(context, wish, checked);
  const done = await revise(context, wish, checked, moving, key);
  switch (done.kind) {
    case 'done':
    case 'repeated':
      return rescheduled(context, done.bookings);
    case 'stale':
      return 'stale';
    case 'taken':
    case 'limit-reached':
      return conflicts(context, wish, await checkDays(context, wish, { except, staying }));
    case 'too-many-holds':
    case 'look':
    case 'other':
    case 'gone':
      return { kind: 'over' };
  }
}

function revise(
  context: CommandContext,
  wish: SeriesWish,
  days: readonly FreeDay[],
  moving: readonly BookingRecord[],
  key: string,
): Promise<DoneTogether> {
  const common = commonOf(context, onlyFor(context.actor), key);
  const requests = seriesRequests(context, wish, days, key, (index) => {
    const booking = moving[index];
    return {
      id: booking?.id ?? '',
      conversation: booking?.conversationId ?? null,
      asset: booking?.asset?.id ?? null,
      attendee: booking?.attendee ?? null,
      heldUntil: null,
      status: booking?.status === 'pending' ? 'pending' : 'confirmed',
      deed: 'rescheduled',
    };
  });
  const revised = requests.map((request) => ({ ...request, from: [request.status], live: false }));
  return reviseTogether(context.tx, reckonedOf(context, common, null), revised);
}

function conflicts(
  { business }: CommandContext,
  wish: SeriesWish,
  checked: Parameters<typeof occurrenceViews>[2],
): RescheduleSeriesResult {
  return { kind: 'conflicts', occurrences: occurrenceViews(business, wish, checked) };
}

function rescheduled(context: CommandContext, bookings: readonly BookingRecord[]): RescheduleSeriesResult {
  for (const booking of bookings) context.seen?.see(booking);
  const views = bookings.map((each) => bookingView(each, context.business, context.clock.now()));
  return { kind: 'rescheduled', bookings: views };
}
