/** Books all appointments of a series that were agreed on, or none of them. */
import type { BookingRecord } from '../../models/bookingRecords';
import { lockTogether, makeTogether, type DoneTogether } from '../../models/statements/plans';
import { minuteOf } from '../../scheduling/localDate';
import { assertActsFor } from '../actors';
import { onFreshBusiness } from '../fresh';
import { commonOf, reckonedOf } from '../plans/requests';
import { newReferences } from '../references';
import type { CommandContext } from '../types';
import { bookingView } from '../views';
import { checkDays } from './check';
import { seriesRequests } from './requests';
import type { BookSeriesInput, BookSeriesResult } from './types';
import { allFree, occurrenceViews, type FreeDay } from './views';
import { seriesWish, type SeriesWish } from './wish';

/** The same key books once. `conflicts`: what is agreed on cannot be had any more, or clocks leave open when it is. */
export async function bookSeries(
  context: CommandContext,
  input: BookSeriesInput,
  key: string,
): Promise<BookSeriesResult> {
  assertActsFor(context, input.customerId);
  const repeated = await lockTogether(context.tx, key);
  if (repeated.length > 0) return booked(context, repeated);
  return onFreshBusiness(context, async (fresh) => {
    const wish = seriesWish(fresh.business, input, minuteOf(fresh.clock.now()), input.customerId);
    if ('rule' in wish) return { kind: 'refused', refusal: wish };
    const checked = await checkDays(fresh, wish, { except: [] });
    if (!allFree(checked))
      return { kind: 'conflicts', occurrences: occurrenceViews(fresh.business, wish, checked) };
    return answer(fresh, wish, await make(fresh, wish, checked, input, key));
  });
}

function make(
  context: CommandContext,
  wish: SeriesWish,
  days: readonly FreeDay[],
  { customerId: customer, conversationId, assetId, attendee }: BookSeriesInput,
  key: string,
): Promise<DoneTogether> {
  const common = commonOf(context, customer, key);
  const series = context.newId();
  const requests = seriesRequests(context, wish, days, key, () => ({
    id: context.newId(),
    conversation: conversationId,
    asset: assetId ?? null,
    attendee: attendee ?? null,
    heldUntil: null,
    status: 'confirmed',
    deed: 'booked',
    series,
  }));
  const bookings = requests.map((request) => {
    const references = newReferences(context.newId);
    return { ...request, customer, references, holdLimit: null, notes: null };
  });
  return makeTogether(context.tx, reckonedOf(context, common, null), bookings);
}

async function answer(
  context: CommandContext,
  wish: SeriesWish,
  done: DoneTogether,
): Promise<BookSeriesResult | 'stale'> {
  switch (done.kind) {
    case 'done':
    case 'repeated':
      return booked(context, done.bookings);
    case 'stale':
      return 'stale';
    case 'taken':
    case 'limit-reached':
    case 'too-many-holds':
    case 'look':
    case 'other':
    case 'gone': {
      // Somebody was faster: what they took shows now.
      const checked = await checkDays(context, wish, { except: [] });
      return { kind: 'conflicts', occurrences: occurrenceViews(context.business, wish, checked) };
    }
  }
}

function booked(context: CommandContext, bookings: readonly BookingRecord[]): BookSeriesResult {
  for (const booking of bookings) context.seen?.see(booking);
  const views = bookings.map((each) => bookingView(each, context.business, context.clock.now()));
  return { kind: 'booked', seriesId: bookings[0]?.series ?? '', bookings: views };
}
