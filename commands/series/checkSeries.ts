/** Says of each appointment of a series whether it can be had, before anything is booked. */
import { minuteOf } from '../../scheduling/localDate';
import { onlyFor } from '../actors';
import type { CommandContext } from '../types';
import { checkDays } from './check';
import type { CheckSeriesResult, SeriesChanges, SeriesInput } from './types';
import { occurrenceViews } from './views';
import { seriesWish } from './wish';

/** Nothing is held; one round trip. What was agreed about single days is looked at as it was agreed. */
export async function checkSeries(
  context: CommandContext,
  input: SeriesInput & SeriesChanges,
): Promise<CheckSeriesResult> {
  const { business, clock } = context;
  const wish = seriesWish(business, input, minuteOf(clock.now()), onlyFor(context.actor));
  if ('rule' in wish) return { kind: 'refused', refusal: wish };
  const occurrences = occurrenceViews(business, wish, await checkDays(context, wish, { except: [] }));
  const free = occurrences.flatMap((each) => (each.kind === 'free' ? [each.price] : []));
  return {
    kind: 'checked',
    occurrences,
    conflicts: occurrences.length - free.length,
    price: free.reduce((sum, price) => sum + price, 0),
  };
}
