/** Claims about recurring appointments: their days over month ends, leap days and clock changes, and their conflicts. */
import { isoWeekday } from './localDate';
import { checkSeries, occurrencesOf, type Occurrence, type SeriesAsk, type SeriesRule } from './series';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';

const times = (count: number, every: number, unit: SeriesRule['unit']): SeriesRule => ({
  every,
  unit,
  ends: { kind: 'count', count },
});
const days = (rule: SeriesRule, first: string): string[] =>
  occurrencesOf(rule, `${first}T10:00`).map((local) => local.slice(0, 10));

test('every three weeks keeps the weekday, through a year of 53 weeks', () => {
  const dates = days(times(9, 3, 'week'), '2026-11-20');
  expect(dates.slice(0, 4)).toEqual(['2026-11-20', '2026-12-11', '2027-01-01', '2027-01-22']);
  expect(new Set(dates.map(isoWeekday))).toEqual(new Set([5]));
});

test('every ten days counts days, over the end of a year', () => {
  expect(days(times(3, 10, 'day'), '2027-12-25')).toEqual(['2027-12-25', '2028-01-04', '2028-01-14']);
});

test('the 31st is the last day of shorter months, and the 31st again of longer ones', () => {
  expect(days(times(5, 1, 'month'), '2026-12-31')).toEqual([
    '2026-12-31',
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
  ]);
});

test('29 February is the 28th in common years and the 29th in leap years', () => {
  expect(days(times(5, 12, 'month'), '2028-02-29')).toEqual([
    '2028-02-29',
    '2029-02-28',
    '2030-02-28',
    '2031-02-28',
    '2032-02-29',
  ]);
});

test('a series until a day has that day, and no series has none', () => {
  const until = (date: string): SeriesRule => ({ every: 1, unit: 'week', ends: { kind: 'until', date } });
  expect(days(until('2026-03-24'), '2026-03-10')).toEqual(['2026-03-10', '2026-03-17', '2026-03-24']);
  expect(days(until('2026-03-23'), '2026-03-10')).toHaveLength(2);
  expect(days(until('2026-03-09'), '2026-03-10')).toEqual([]);
});

test('a rule that makes no sense is refused with the value that is wrong', () => {
  expect(() => days(times(3, 0, 'day'), '2026-03-10')).toThrow('every 0');
  expect(() => days(times(0, 1, 'day'), '2026-03-10')).toThrow('have 0 occurrences');
  expect(() => days(times(2.5, 1, 'day'), '2026-03-10')).toThrow('2.5');
  expect(() => days(times(367, 1, 'day'), '2026-03-10')).toThrow('at most 366');
  expect(() => days(times(3, 1, 'month'), '2027-02-29')).toThrow('2027-02-29');
});

function ask(rest: Partial<SeriesAsk> = {}): SeriesAsk {
  return {
    business: workshop,
    service: serviceOf('oil-change'),
    branch: 'mitte',
    now: berlin('2026-03-09T10:00'),
    busy: new Map(),
    withinHorizon: false,
    ...rest,
  };
}

const kinds = (occurrences: readonly Occurrence[]): string[] =>
  occurrences.map((each) =>
    each.kind === 'conflict' ? each.reasons.map((reason) => reason.code).join() : each.kind,
  );

test('the wall time stays over a clock change: the elapsed time does not', () => {
  const found = checkSeries(ask(), occurrencesOf(times(3, 1, 'week'), '2026-03-20T10:00'));
  const starts = found.map((each) => (each.kind === 'free' ? each.start : 0));
  expect(starts).toEqual([berlin('2026-03-20T10:00'), berlin('2026-03-27T10:00'), starts[2]]);
  expect(kinds(found)).toEqual(['free', 'free', 'closed']);
  expect(berlin('2026-04-03T10:00') - berlin('2026-03-27T10:00')).toBe(7 * 1440 - 60);
});

test('each conflict comes with its reasons and with alternatives, the others stay free', () => {
  const day = [taken('2026-03-17T08:00', '2026-03-17T17:00')];
  const busy = new Map([
    ['ali', day],
    ['jana', [taken('2026-03-17T09:00', '2026-03-17T11:00')]],
  ]);
  const found = checkSeries(ask({ busy }), occurrencesOf(times(3, 1, 'week'), '2026-03-10T10:00'));
  expect(kinds(found)).toEqual(['free', 'slot-taken', 'free']);
  const [, conflict] = found;
  const starts = conflict?.kind === 'conflict' ? conflict.alternatives.map((each) => each.slot.start) : [];
  expect(starts).toContain(berlin('2026-03-17T11:00'));
});

test('a time in a gap and a repeated one are not guessed', () => {
  const nights = workshop.branches.map((branch) => ({
    ...branch,
    hours: [7].map((weekday) => ({ weekday, from: 0, to: 1440 })),
  }));
  const always = ask({ business: { ...workshop, branches: nights } });
  const [gap] = checkSeries(always, ['2026-03-29T02:30']);
  expect(gap).toMatchObject({ kind: 'gap', before: '2026-03-29T01:45', after: '2026-03-29T03:00' });
  const [repeated] = checkSeries(always, ['2026-10-25T02:30']);
  expect(repeated).toMatchObject({ kind: 'repeated' });
});

test('occurrences count for each other: a weekly limit of the customer stops a daily series', () => {
  const business = { ...workshop, policy: { ...workshop.policy, customerLimits: { perWeek: 2 } } };
  const found = checkSeries(ask({ business }), occurrencesOf(times(6, 1, 'day'), '2026-03-12T10:00'));
  expect(kinds(found)).toEqual(['free', 'free', 'limit-reached', 'closed,limit-reached', 'free', 'free']);
});

test('the horizon counts only where it is wanted', () => {
  const far = occurrencesOf(times(2, 3, 'month'), '2026-03-10T10:00');
  expect(kinds(checkSeries(ask({ withinHorizon: true }), far))).toEqual(['free', 'beyond-horizon']);
  expect(kinds(checkSeries(ask(), far))).toEqual(['free', 'free']);
});

test('the person of the first time is tried first for all', () => {
  const found = checkSeries(
    ask({ staying: ['jana'] }),
    occurrencesOf(times(3, 1, 'week'), '2026-03-10T10:00'),
  );
  const people = found.map((each) => (each.kind === 'free' ? each.candidates[0]?.[0]?.resource : null));
  expect(people).toEqual(['jana', 'jana', 'jana']);
});
