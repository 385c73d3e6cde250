/** Claims that hold in every zone of the runtime over every clock change from 2024 to 2040; a sample of them in the short run. */
import fc from 'fast-check';
import { availability } from '../../scheduling/availability';
import { openIntervals } from '../../scheduling/openingHours';
import { dayBounds, toInstant, toLocal } from '../../scheduling/zone';
import { askAround, CLOCK_CHANGES, minuteOfChange, type ClockChange } from './arbitraryAsk';
import { bookableByBruteForce, type OracleSlot } from './bookable';
import { ALL_ZONES, changesOf } from './clockChanges';
import { localText, minutesShowing, wallAt } from './wallClock';

const LONG = Boolean(process.env.NOBAT_LONG);

/** Every n-th of a list, so that the short run sees zones and years of all kinds. */
const sample = <T>(all: readonly T[], every: number): readonly T[] =>
  LONG ? all : all.filter((_, index) => index % every === 0);

/** In the short run one zone in five, a different year for each. */
const CHANGES: readonly ClockChange[] = sample(ALL_ZONES, 5).flatMap((zone, index) =>
  LONG ? changesOf(zone, 2024, 2040) : changesOf(zone, 2024 + (index % 17), 2024 + (index % 17)),
);

const inOrder = (slots: readonly OracleSlot[]): unknown[] =>
  slots
    .map((slot) => ({ ...slot, resources: [...slot.resources].sort() }))
    .sort((left, right) => left.start - right.start || (left.branch < right.branch ? -1 : 1));

/** Availability of random businesses around a change is what brute force finds; how many slots that were. */
function agreeAround(change: ClockChange, reach: number, seed: number, numRuns: number): number {
  let offered = 0;
  fc.assert(
    fc.property(askAround(change, reach), (ask) => {
      const slots = availability(ask);
      offered += slots.length;
      expect(inOrder(slots)).toEqual(inOrder(bookableByBruteForce(ask)));
    }),
    { numRuns, seed },
  );
  return offered;
}

test('the runtime knows hundreds of zones, and those with clock changes have two a year', () => {
  expect(ALL_ZONES.length).toBeGreaterThan(400);
  expect(changesOf('Europe/Berlin', 2026, 2027).map((change) => change.around)).toEqual([
    '2026-03-29T01:00Z',
    '2026-10-25T01:00Z',
    '2027-03-28T01:00Z',
    '2027-10-31T01:00Z',
  ]);
  expect(CHANGES.length).toBeGreaterThan(LONG ? 4000 : 20);
});

test.each(CLOCK_CHANGES)('slots are those of brute force around $around in $zone', (change) => {
  expect(agreeAround(change, 1500, 1973, LONG ? 200 : 3)).toBeGreaterThan(0);
});

test('slots are those of brute force around the clock changes of every zone', () => {
  let offered = 0;
  for (const [index, change] of CHANGES.entries()) offered += agreeAround(change, 700, index, LONG ? 2 : 1);
  expect(offered).toBeGreaterThan(CHANGES.length);
});

test('wall times around every clock change are one instant, none or two, as the clock on the wall shows them', () => {
  for (const change of CHANGES) {
    const middle = minuteOfChange(change);
    for (const minute of [middle - 61, middle - 1, middle, middle + 59, middle + 61]) {
      const local = localText(wallAt(minute, change.zone));
      expect(toLocal(minute, change.zone)).toBe(local);
      const found = toInstant(local, change.zone);
      const shown = minutesShowing(local, change.zone);
      expect(found).toEqual(
        shown.length === 1
          ? { kind: 'exact', minute: shown[0] }
          : { kind: 'repeated', first: shown[0], second: shown[1] },
      );
    }
  }
});

/** The zones that requirements name, or all of them. */
const DAILY_ZONES = LONG
  ? ALL_ZONES
  : [
      ...['America/New_York', 'Europe/Lisbon', 'Australia/Lord_Howe', 'Asia/Katmandu', 'Pacific/Chatham'],
      ...['Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Calcutta', 'Europe/London'],
      ...['Australia/Sydney', 'UTC'],
    ];

test('opening hours are the configured ones on the wall on every day of the years 2024 to 2030', () => {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    from: 540,
    to: weekday === 3 ? 1410 : 1020,
  }));
  const evenings = hours.map(({ weekday }) => ({ weekday, from: 13 * 60 + 15, to: 22 * 60 }));
  const odd: string[] = [];
  for (const [index, zone] of DAILY_ZONES.entries()) {
    const branch = { zone, hours: index % 2 === 0 ? hours : evenings, exceptions: [] };
    for (const year of sample([2024, 2025, 2026, 2027, 2028, 2029, 2030], 4)) {
      const [from, to] = [dayBounds(`${year}-01-01`, zone).from, dayBounds(`${year + 1}-01-01`, zone).from];
      const open = openIntervals(branch, from, to);
      for (let at = 0; at < open.length; at += 2) {
        const [opens, closes] = [wallAt(open[at] ?? 0, zone), wallAt((open[at + 1] ?? 0) - 1, zone)];
        const wanted = branch.hours.find((each) => each.weekday === opens.weekday);
        if (opens.minute === wanted?.from && closes.minute === wanted.to - 1 && opens.date === closes.date)
          continue;
        odd.push(`${zone} ${localText(opens)} to ${localText(closes)}`);
      }
    }
  }
  expect(odd).toEqual([]);
});
