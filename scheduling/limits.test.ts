/** Claims about daily and weekly limits: counted by the branch's own calendar, named when they are reached. */
import type { StartAsk } from './ask';
import { assign } from './assign';
import { availability } from './availability';
import type { BookingLimits, Business, Service } from './business';
import { explain } from './explain';
import { countedDays, type Counts } from './limits';
import { refusals } from './rules';
import { berlin, serviceOf, workshop } from './workshop.fixture';
import { toLocalDate } from './zone';

const NONE: Counts = { resources: new Map(), service: new Map(), customer: new Map() };

interface Limited {
  readonly service?: BookingLimits;
  readonly customer?: BookingLimits;
  readonly ali?: BookingLimits;
  readonly counts?: Partial<Counts>;
}

function ask(start: string, { service, customer, ali, counts }: Limited): StartAsk {
  const limited: Service = { ...serviceOf('oil-change'), limits: service };
  const business: Business = {
    ...workshop,
    policy: { ...workshop.policy, customerLimits: customer },
    resources: workshop.resources.map((each) => (each.id === 'ali' ? { ...each, limits: ali } : each)),
  };
  const now = berlin('2026-03-09T10:00');
  return {
    business,
    service: limited,
    branch: 'mitte',
    start: berlin(start),
    now,
    busy: new Map(),
    counts: { ...NONE, ...counts },
  };
}

const days = (given: StartAsk): string[] => {
  const to = given.start + 14 * 1440;
  const dates = availability({ ...given, from: given.start, to }).map((slot) =>
    toLocalDate(slot.start, 'Europe/Berlin'),
  );
  return [...new Set(dates)];
};

test('a full day of a service is not offered, the days around it are', () => {
  const full = ask('2026-03-10T00:00', {
    service: { perDay: 2 },
    counts: {
      service: new Map([
        ['2026-03-11', 2],
        ['2026-03-12', 1],
      ]),
    },
  });
  expect(days(full).slice(0, 3)).toEqual(['2026-03-10', '2026-03-12', '2026-03-13']);
});

test('a full week begins on the first weekday of the business', () => {
  const counts = { service: new Map([['2026-03-15', 3]]) };
  const monday = ask('2026-03-10T00:00', { service: { perWeek: 3 }, counts });
  expect(days(monday)[0]).toBe('2026-03-16');
  const sunday = { ...monday, business: { ...monday.business, weekStart: 7 } };
  expect(days(sunday).slice(0, 6)).toEqual([
    '2026-03-10',
    '2026-03-11',
    '2026-03-12',
    '2026-03-13',
    '2026-03-14',
    '2026-03-23',
  ]);
});

test('a day is the local one: what begins before midnight there counts for that day, whatever day it is in UTC', () => {
  const limited = ask('2026-03-10T00:00', {
    customer: { perDay: 1 },
    counts: { customer: new Map([['2026-03-10', 1]]) },
  });
  const late = { ...limited.business.branches[0], hours: [{ weekday: 2, from: 0, to: 1500 }] };
  const business = { ...limited.business, branches: [late as Business['branches'][number]] };
  const reached = (start: string): number => explain({ ...limited, business, start: berlin(start) }).length;
  expect([reached('2026-03-10T23:45'), reached('2026-03-11T00:00')]).toEqual([1, 0]);
});

test('the limit that is reached is named, with its count and its days', () => {
  const reasons = explain(
    ask('2026-03-11T10:00', {
      service: { perDay: 1 },
      customer: { perWeek: 2 },
      counts: {
        service: new Map([['2026-03-11', 1]]),
        customer: new Map([
          ['2026-03-09', 1],
          ['2026-03-13', 1],
        ]),
      },
    }),
  );
  const day = { from: '2026-03-11', to: '2026-03-11' };
  const week = { from: '2026-03-09', to: '2026-03-15' };
  expect(reasons).toEqual([
    { code: 'limit-reached', of: 'service', id: 'oil-change', per: 'day', most: 1, count: 1, ...day },
    { code: 'limit-reached', of: 'customer', id: null, per: 'week', most: 2, count: 2, ...week },
  ]);
});

test('a person with a full day is left out, and named only when nobody else is free', () => {
  const full = {
    ali: { perDay: 3 },
    counts: { resources: new Map([['ali', new Map([['2026-03-11', 3]])]]) },
  };
  const open = ask('2026-03-11T10:00', full);
  const people = assign(open).flatMap((candidate) => candidate.map((row) => row.resource));
  expect(people).not.toContain('ali');
  expect(explain(open)).toEqual([]);
  expect(explain({ ...open, person: 'ali' })).toMatchObject([
    { code: 'limit-reached', of: 'resource', id: 'ali', per: 'day', count: 3 },
  ]);
});

test('a limit of none forbids every day without a single booking', () => {
  expect(days(ask('2026-03-10T00:00', { service: { perDay: 0 } }))).toEqual([]);
});

test('rules asked without a service look at no limits', () => {
  const { business, now, start } = ask('2026-03-11T10:00', { customer: { perDay: 0 } });
  const [branch] = business.branches;
  expect(branch && refusals({ business, branch, duration: 45, start, now })).toEqual([]);
});

test('whole weeks are counted, to both sides of what is asked', () => {
  const of = (from: string, to: string): unknown =>
    countedDays({ weekStart: 1 }, { zone: 'Europe/Berlin' }, berlin(from), berlin(to));
  expect(of('2026-03-11T10:00', '2026-03-11T10:01')).toEqual({ from: '2026-03-09', to: '2026-03-15' });
  expect(of('2026-03-11T10:00', '2026-03-16T00:00')).toEqual({ from: '2026-03-09', to: '2026-03-15' });
  expect(of('2026-12-31T10:00', '2027-01-04T00:01')).toEqual({ from: '2026-12-28', to: '2027-01-10' });
});
