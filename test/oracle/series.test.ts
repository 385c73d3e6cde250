/** Claims about recurring appointments, held against the runtime's calendar and against brute force. */
import fc from 'fast-check';
import type { AvailabilityAsk } from '../../scheduling/ask';
import { checkSeries, occurrencesOf, type Occurrence, type SeriesRule } from '../../scheduling/series';
import { afterTaking, seenBy, type World } from '../../scheduling/world';
import { arbitraryAsk } from './arbitraryAsk';
import { bookableByBruteForce } from './bookable';
import { localText, minutesShowing, wallAt } from './wallClock';

const options = { numRuns: process.env.NOBAT_LONG ? 3000 : 80, seed: 366 };

const rule: fc.Arbitrary<SeriesRule> = fc.record({
  every: fc.integer({ min: 1, max: 14 }),
  unit: fc.constantFrom('day', 'week', 'month'),
  ends: fc.record({ kind: fc.constant('count'), count: fc.integer({ min: 1, max: 40 }) }),
});

/** Any day from 2024 to 2040, month ends and leap days often. */
const day = fc
  .tuple(
    fc.integer({ min: 2024, max: 2040 }),
    fc.integer({ min: 0, max: 11 }),
    fc.constantFrom(1, 15, 28, 29, 30, 31),
  )
  .map(([year, month, date]) =>
    new Date(Date.UTC(year, month, Math.min(date, lastOf(year, month)))).toISOString().slice(0, 10),
  );

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

test('days and weeks are equal steps, months keep the day or take the last one', () => {
  fc.assert(
    fc.property(rule, day, (drawn, first) => {
      const dates = occurrencesOf(drawn, `${first}T09:30`).map((local) => new Date(`${local}:00Z`));
      dates.forEach((date, index) => {
        const expected = new Date(`${first}T09:30:00Z`);
        if (drawn.unit === 'month') {
          const wished = expected.getUTCDate();
          expected.setUTCDate(1);
          expected.setUTCMonth(expected.getUTCMonth() + index * drawn.every);
          expected.setUTCDate(Math.min(wished, lastOf(expected.getUTCFullYear(), expected.getUTCMonth())));
        } else
          expected.setUTCDate(expected.getUTCDate() + index * drawn.every * (drawn.unit === 'week' ? 7 : 1));
        expect(date).toEqual(expected);
      });
    }),
    options,
  );
});

/** What brute force says of one wall time, in a world where the occurrences before it are taken. */
function kindOf(ask: AvailabilityAsk, world: World, branch: string, local: string): Occurrence['kind'] {
  const { zone } = ask.business.branches[0] ?? { zone: 'UTC' };
  const [start, second] = minutesShowing(local, zone);
  if (start === undefined) return 'gap';
  if (second !== undefined) return 'repeated';
  const asked = { ...ask, ...seenBy(world, ask.service), branch, from: start, to: start + 1 };
  return bookableByBruteForce(asked).length > 0 ? 'free' : 'conflict';
}

test('an occurrence is free exactly when brute force can book it beside those before it', () => {
  const counted = new Map<string, number>();
  fc.assert(
    fc.property(arbitraryAsk, fc.integer({ min: -600, max: 600 }), (ask, away) => {
      const branch = ask.branch ?? 'north';
      const { zone } = ask.business.branches[0] ?? { zone: 'UTC' };
      const grid = ask.business.policy.gridMinutes;
      const begins = Math.round((ask.from + 1500 + away) / grid) * grid - 1440;
      const locals = occurrencesOf(
        { every: 1, unit: 'day', ends: { kind: 'count', count: 3 } },
        localText(wallAt(begins, zone)),
      );
      const counts = ask.counts && {
        ...ask.counts,
        services: new Map([[ask.service.id, ask.counts.service]]),
      };
      let world: World = { busy: ask.busy, counts };
      for (const occurrence of checkSeries({ ...ask, branch, counts, withinHorizon: true }, locals)) {
        counted.set(occurrence.kind, (counted.get(occurrence.kind) ?? 0) + 1);
        expect(occurrence.kind).toBe(kindOf(ask, world, branch, occurrence.local));
        const [taken] = occurrence.kind === 'free' ? occurrence.candidates : [];
        if (taken) world = afterTaking(world, ask.service, occurrence.local.slice(0, 10), taken);
      }
    }),
    options,
  );
  expect([...counted.keys()].sort()).toEqual(['conflict', 'free', 'gap', 'repeated']);
});
