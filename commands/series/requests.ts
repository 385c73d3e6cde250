/** Fills in what the database is asked for, one request for each appointment of a series. */
import type { BookingRequest } from '../../models/bookingRecords';
import { priceOf } from '../../scheduling/price';
import { offsetAt, toLocal } from '../../scheduling/zone';
import type { Plan } from '../plan';
import { resourcesTaken } from '../plans/offers';
import { placed, type ItemParticulars } from '../plans/requests';
import { requestFor } from '../requests';
import type { CommandContext } from '../types';
import type { FreeDay } from './views';
import type { SeriesWish } from './wish';

/** The key of each is that of the series with its place; each has candidates of its own. */
export function seriesRequests(
  context: CommandContext,
  wish: SeriesWish,
  days: readonly FreeDay[],
  key: string,
  particularsOf: (index: number) => ItemParticulars,
): readonly BookingRequest[] {
  return days.map(({ occurrence: { start, end, candidates } }, index) => {
    const facts = factsOf(context, wish, start, end);
    // What is shown and priced is the first one's; another who needs longer is another appointment.
    const same = candidates.filter((candidate) => (candidate[0]?.end ?? end) === end);
    const resources = same.map((candidate) => resourcesTaken(context.business, candidate));
    const particulars = { ...particularsOf(index), key: placed(key, index) };
    const request = requestFor(context, facts, { candidates: same, resources }, particulars);
    return { ...request, customerNotes: null };
  });
}

function factsOf({ business }: CommandContext, wish: SeriesWish, start: number, end: number): Plan {
  const { service, branch, person, assetClass, customer } = wish;
  return {
    business,
    service,
    branch,
    person,
    assetClass,
    customer: customer ?? undefined,
    start,
    end,
    localStart: toLocal(start, branch.zone),
    localEnd: toLocal(end, branch.zone),
    offset: offsetAt(start, branch.zone),
    price: priceOf(business, service, assetClass),
  };
}
