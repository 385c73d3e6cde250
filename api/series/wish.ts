/** What a caller wishes for in a series, in the words of the commands. */
import type { BookSeriesForInput } from '../../commands';
import type { Business } from '../../scheduling/business';
import { assetInput, startOf } from '../bookings/wish';
import type { CheckBody } from './schema';

export type SeriesWish = Omit<BookSeriesForInput, 'customer'>;

export function seriesWish(body: CheckBody, business: Business): SeriesWish {
  const branch = body.branch ?? business.branches[0]?.id ?? '';
  const { service, resource, asset, skip, replacements } = body;
  return {
    service,
    branch,
    first: startOf(body.first, business, branch).start,
    rule: ruleOf(body.rule),
    ...(resource === undefined ? {} : { person: resource }),
    ...(asset === undefined ? {} : { asset: assetInput(asset) }),
    ...(skip === undefined ? {} : { skip }),
    ...(replacements === undefined
      ? {}
      : {
          replacements: replacements.map(({ date, start }) => ({
            date,
            ...startOf(start, business, branch),
          })),
        }),
  };
}

/** The schema has seen to it that one of the two is said. */
function ruleOf({ every, unit, count, until }: CheckBody['rule']): SeriesWish['rule'] {
  return {
    every,
    unit,
    ends: until === undefined ? { kind: 'count', count: count ?? 1 } : { kind: 'until', date: until },
  };
}
