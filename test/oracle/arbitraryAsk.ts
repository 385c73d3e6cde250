/** Random small businesses and questions around clock changes, for properties against the oracle. */
import fc from 'fast-check';
import type { AvailabilityAsk } from '../../scheduling/ask';
import type { Business, HoursException, Requirement, Resource, WeeklyHours } from '../../scheduling/business';
import type { Busy } from '../../scheduling/busy';

/** Zones with an instant near which something unusual happens to their clocks. */
export const CLOCK_CHANGES: readonly { readonly zone: string; readonly around: string }[] = [
  { zone: 'Europe/Berlin', around: '2026-03-29T01:00Z' },
  { zone: 'Europe/Berlin', around: '2026-10-25T01:00Z' },
  { zone: 'America/St_Johns', around: '2026-03-08T05:30Z' },
  { zone: 'America/St_Johns', around: '2010-11-07T02:31Z' },
  { zone: 'Africa/Cairo', around: '2026-04-23T22:00Z' },
  { zone: 'Africa/Cairo', around: '2026-10-29T21:00Z' },
  { zone: 'Australia/Lord_Howe', around: '2026-04-04T15:00Z' },
  { zone: 'Australia/Lord_Howe', around: '2026-10-03T15:30Z' },
  { zone: 'Pacific/Apia', around: '2011-12-30T10:00Z' },
  { zone: 'Asia/Tehran', around: '2022-03-21T20:30Z' },
  { zone: 'Asia/Tehran', around: '2022-09-21T19:30Z' },
  { zone: 'Asia/Kathmandu', around: '2026-06-01T00:00Z' },
  { zone: 'Asia/Beirut', around: '2026-03-28T22:00Z' },
  { zone: 'Asia/Beirut', around: '2026-10-24T21:00Z' },
];

const RESOURCES: readonly Resource[] = [
  { id: 'ada', kind: 'person', names: { en: 'Ada' }, branch: 'north', capacity: 1 },
  { id: 'ben', kind: 'person', names: { en: 'Ben' }, branch: 'north', capacity: 1 },
  { id: 'cem', kind: 'person', names: { en: 'Cem' }, branch: 'south', capacity: 1 },
  { id: 'lift', kind: 'bay', names: { en: 'Lift' }, branch: 'north', capacity: 1 },
  { id: 'hall', kind: 'room', names: { en: 'Hall' }, branch: 'north', capacity: 2 },
  { id: 'loft', kind: 'room', names: { en: 'Loft' }, branch: 'south', capacity: 2 },
];

const person: Requirement = { kind: 'person', whole: false, pool: ['ben', 'ada', 'cem'] };
const seat: Requirement = { kind: 'room', whole: false, pool: ['hall', 'loft'] };

/** What services may need, from nothing to two people at once. */
const NEEDS: readonly (readonly Requirement[])[] = [
  [],
  [person],
  [seat],
  [person, { ...seat, whole: true }],
  [person, { kind: 'bay', whole: false, pool: ['lift'] }],
  [person, person],
];

const minuteOfDay = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
const stretch = fc
  .tuple(minuteOfDay, fc.integer({ min: 1, max: 100 }))
  .map(([from, quarters]) => ({ from, to: Math.min(from + quarters * 15 + (quarters % 7), 2880) }));

const weekly: fc.Arbitrary<readonly WeeklyHours[]> = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 7 }), stretch).map(([weekday, hours]) => ({ weekday, ...hours })),
  { minLength: 4, maxLength: 14 },
);

function exceptionsAround(minute: number): fc.Arbitrary<readonly HoursException[]> {
  const days = [-1, 0, 1].map((day) => new Date((minute + day * 1440) * 60_000).toISOString().slice(0, 10));
  const open = fc.array(stretch, { maxLength: 2 });
  return fc
    .subarray(days, { maxLength: 2 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((date) => open.map((hours) => ({ date, open: hours, reason: null })))),
    );
}

function busyAround(from: number, to: number): fc.Arbitrary<ReadonlyMap<string, readonly Busy[]>> {
  const buffer = fc.constantFrom(0, 0, 5, 10, 45);
  const row = fc
    .record({
      start: fc.integer({ min: from - 120, max: to }),
      length: fc.integer({ min: 1, max: 240 }),
      before: buffer,
      after: buffer,
      unit: fc.nat(1),
    })
    .map(({ length, ...rest }): Busy => ({ ...rest, end: rest.start + length }));
  const rowsOf = ({ id, capacity }: Resource): fc.Arbitrary<readonly [string, readonly Busy[]]> =>
    fc
      .array(row, { maxLength: 4 })
      .map((rows) => [id, rows.map((each) => ({ ...each, unit: each.unit % capacity }))]);
  return fc.tuple(...RESOURCES.map(rowsOf)).map((entries) => new Map(entries));
}

/** A question about two days around one of the clock changes. */
export const arbitraryAsk: fc.Arbitrary<AvailabilityAsk> = fc
  .constantFrom(...CLOCK_CHANGES)
  .chain(({ zone, around }) => {
    const change = Date.parse(around.replace('Z', ':00Z')) / 60_000;
    const [from, to] = [change - 1500, change + 1500];
    return fc.record({
      zone: fc.constant(zone),
      from: fc.constant(from),
      to: fc.constant(to),
      hours: fc.tuple(weekly, weekly),
      exceptions: exceptionsAround(change),
      busy: busyAround(from, to),
      needs: fc.constantFrom(...NEEDS),
      person: fc.constantFrom(undefined, undefined, 'ada', 'cem'),
      branch: fc.constantFrom(undefined, 'north', 'south'),
      van: fc.boolean(),
      minutes: fc.constantFrom(10, 20, 45, 90, 150),
      buffers: fc.tuple(fc.constantFrom(0, 10), fc.constantFrom(0, 15, 45)),
      grid: fc.constantFrom(10, 15, 25, 30, 60),
      notice: fc.constantFrom(0, 60, 600),
      horizonDays: fc.constantFrom(1, 2, 60),
      nowBefore: fc.integer({ min: -600, max: 900 }),
    });
  })
  .map(askOf);

interface Drawn {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly hours: readonly [readonly WeeklyHours[], readonly WeeklyHours[]];
  readonly exceptions: readonly HoursException[];
  readonly busy: ReadonlyMap<string, readonly Busy[]>;
  readonly needs: readonly Requirement[];
  readonly person: string | undefined;
  readonly branch: string | undefined;
  readonly van: boolean;
  readonly minutes: number;
  readonly buffers: readonly [number, number];
  readonly grid: number;
  readonly notice: number;
  readonly horizonDays: number;
  readonly nowBefore: number;
}

function askOf(drawn: Drawn): AvailabilityAsk {
  const business = businessOf(drawn);
  const [service] = business.services;
  if (!service) throw new Error('a random business has one service');
  const { from, to, busy, person: wished, branch } = drawn;
  return {
    business,
    service,
    branch,
    person: wished,
    from,
    to,
    busy,
    now: from - drawn.nowBefore,
    assetClass: drawn.van ? 'van' : undefined,
  };
}

function businessOf(drawn: Drawn): Business {
  const place = { names: { en: 'Place' }, zone: drawn.zone, address: '', exceptions: drawn.exceptions };
  const [bufferBefore, bufferAfter] = drawn.buffers;
  return {
    tenantId: 'tenant',
    slug: 'random',
    version: 1,
    names: { en: 'Random' },
    languages: ['en'],
    currency: 'EUR',
    calendar: 'gregorian',
    weekStart: 1,
    sensitive: false,
    policy: {
      gridMinutes: drawn.grid,
      minimumNoticeMinutes: drawn.notice,
      horizonDays: drawn.horizonDays,
      holdMinutes: 5,
      freeCancellationMinutes: null,
      lateFeePercent: 0,
      holdsPerCustomer: 2,
    },
    assets: { kind: 'vehicle', classes: [{ id: 'van', factor: 1.5 }] },
    branches: [
      { id: 'north', hours: drawn.hours[0], ...place },
      { id: 'south', hours: drawn.hours[1], ...place },
    ],
    resources: RESOURCES,
    services: [
      {
        id: 'work',
        names: { en: 'Work' },
        synonyms: {},
        minutes: drawn.minutes,
        bufferBefore,
        bufferAfter,
        price: 1000,
        depositPercent: 0,
        needs: drawn.needs,
      },
    ],
  };
}
