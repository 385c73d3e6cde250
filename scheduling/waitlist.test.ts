/** Claims about whom a freed time is offered, and in which order. */
import type { Busy } from './busy';
import { waitlistMatches, type Waiting, type WaitlistAsk } from './waitlist';
import { berlin, taken, workshop } from './workshop.fixture';
import { toLocal } from './zone';

/** Everybody is busy all of Tuesday but Jana, who became free from 10:00 to 11:00. */
const full: ReadonlyMap<string, readonly Busy[]> = new Map([
  ['ali', [taken('2026-03-10T08:00', '2026-03-10T17:00')]],
  ['jana', [taken('2026-03-10T08:00', '2026-03-10T10:00'), taken('2026-03-10T11:00', '2026-03-10T17:00')]],
]);

const march = { from: '2026-03-01', to: '2026-03-31' };

function waiting(id: string, rest: Partial<Waiting> = {}): Waiting {
  return { id, service: 'oil-change', windows: [march], since: berlin('2026-03-01T10:00'), ...rest };
}

function ask(list: readonly Waiting[], rest: Partial<WaitlistAsk> = {}): WaitlistAsk {
  return {
    business: workshop,
    branch: 'mitte',
    freed: { from: berlin('2026-03-10T10:00'), to: berlin('2026-03-10T11:00') },
    waiting: list,
    now: berlin('2026-03-09T10:00'),
    busy: full,
    ...rest,
  };
}

const ids = (given: WaitlistAsk): string[] => waitlistMatches(given).map((match) => match.waiting.id);
const starts = (given: WaitlistAsk): string[] =>
  waitlistMatches(given).map((match) => toLocal(match.slot.start, 'Europe/Berlin').slice(11));

test('who waits longest comes first, whatever the order they are given in', () => {
  const late = waiting('late', { since: berlin('2026-03-05T10:00') });
  const early = waiting('early', { since: berlin('2026-03-02T10:00') });
  expect(ids(ask([late, early]))).toEqual(['early', 'late']);
  expect(ids(ask([early, late]))).toEqual(['early', 'late']);
});

test('priority goes before waiting, lapsed offers behind it, and equals by id', () => {
  const list = [
    waiting('lapsed', { since: 1, offered: [berlin('2026-03-06T10:00')] }),
    waiting('b'),
    waiting('a'),
    waiting('urgent', { since: berlin('2026-03-08T10:00'), priority: 1 }),
  ];
  expect(ids(ask(list))).toEqual(['urgent', 'a', 'b', 'lapsed']);
});

test('on expiry the next is offered it: nobody gets the same start again', () => {
  const list = [waiting('a'), waiting('b')];
  const [first] = waitlistMatches(ask(list));
  const start = first?.slot.start ?? 0;
  const after = waitlistMatches(ask([waiting('a', { offered: [start] }), waiting('b')]));
  expect(after.map((match) => [match.waiting.id, match.slot.start])).toEqual([
    ['b', start],
    ['a', start + 15],
  ]);
});

test('windows are local days, weekdays and times of the start, all inclusive', () => {
  const wants = (window: Partial<Waiting['windows'][number]>): string[] =>
    starts(ask([waiting('a', { windows: [{ ...march, ...window }] })]));
  expect(wants({})).toEqual(['10:00']);
  expect(wants({ from: '2026-03-10', to: '2026-03-10' })).toEqual(['10:00']);
  expect(wants({ from: '2026-03-11' })).toEqual([]);
  expect(wants({ weekdays: [2] })).toEqual(['10:00']);
  expect(wants({ weekdays: [1, 3] })).toEqual([]);
  expect(wants({ earliest: '10:15' })).toEqual(['10:15']);
  expect(wants({ latest: '09:59' })).toEqual([]);
  expect(wants({ latest: '10:00' })).toEqual(['10:00']);
});

test('one of several windows is enough', () => {
  const windows = [
    { ...march, weekdays: [5] },
    { ...march, earliest: '10:10' },
  ];
  expect(starts(ask([waiting('a', { windows })]))).toEqual(['10:15']);
});

test('it has to fit: service, person, branch and the customer’s own limits', () => {
  const business = { ...workshop, policy: { ...workshop.policy, customerLimits: { perDay: 1 } } };
  const list = [
    waiting('long', { assetClass: 'van' }),
    waiting('ali', { person: 'ali' }),
    waiting('jana', { person: 'jana' }),
    waiting('nord', { branch: 'nord' }),
    waiting('unknown', { service: 'sauna' }),
    waiting('had one', { counts: new Map([['2026-03-10', 1]]) }),
  ];
  expect(ids(ask(list, { business }))).toEqual(['jana']);
});

test('what would be too soon when the offer goes out is offered to nobody', () => {
  expect(ids(ask([waiting('a')], { now: berlin('2026-03-10T09:16') }))).toEqual([]);
  expect(ids(ask([waiting('a')], { now: berlin('2026-03-10T09:15') }))).toEqual(['a']);
});

test('time that was free all along is not what is offered', () => {
  const later = { from: berlin('2026-03-10T12:00'), to: berlin('2026-03-10T13:00') };
  expect(ids(ask([waiting('a')], { freed: later }))).toEqual([]);
});
