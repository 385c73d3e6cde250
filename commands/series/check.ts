/** Looks at the days of a series against rules and calendars: one round trip. */
import type { Minute } from '../../scheduling/business';
import { minuteOf } from '../../scheduling/localDate';
import { checkSeries, type Occurrence } from '../../scheduling/series';
import { instantAround } from '../../scheduling/zone';
import type { CommandContext } from '../types';
import { worldFor } from '../plans/world';
import type { SeriesWish, WishedDay } from './wish';

/** How far around each day alternatives are looked for: a little more than scheduling searches. */
const REACH_MINUTES = 16 * 1440;

export interface Checked extends WishedDay {
  readonly occurrence: Occurrence;
}

/** @param except bookings whose own time counts as free, because they would move; none where nothing moves */
export async function checkDays(
  context: CommandContext,
  wish: SeriesWish,
  { except, staying }: { readonly except: readonly string[]; readonly staying?: readonly string[] },
): Promise<readonly Checked[]> {
  const { business, clock } = context;
  const { service, branch, person, assetClass, days } = wish;
  const starts = days.map(({ wished }) => minuteAround(wished, branch.zone));
  const world = await worldFor(context, {
    items: [{ service, assetClass }],
    branch,
    from: Math.min(...starts) - REACH_MINUTES,
    to: Math.max(...starts) + REACH_MINUTES,
    except,
    customer: wish.customer,
  });
  const now = minuteOf(clock.now());
  const ask = { ...world, business, service, branch: branch.id, person, assetClass, now, staying };
  const occurrences = checkSeries(
    { ...ask, withinHorizon: false },
    days.map((day) => day.wished),
  );
  return days.flatMap((day, index) => {
    const occurrence = occurrences[index];
    return occurrence ? [{ ...day, occurrence }] : [];
  });
}

function minuteAround(wished: WishedDay['wished'], zone: string): Minute {
  return typeof wished === 'string' ? instantAround(wished, zone) : wished.start;
}
