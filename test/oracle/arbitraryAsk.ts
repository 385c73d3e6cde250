/** Random questions around clock changes, for properties against the oracle. */
import fc from 'fast-check';
import type { AvailabilityAsk } from '../../scheduling/ask';
import type { Resource } from '../../scheduling/business';
import type { Busy } from '../../scheduling/busy';
import type { Counts, DayCounts } from '../../scheduling/limits';
import { arbitraryBusiness, RESOURCES } from './arbitraryBusiness';

/** A zone with an instant near which something happens to its clocks. */
export interface ClockChange {
  readonly zone: string;
  /** ISO, to the minute. */
  readonly around: string;
}

/** The unusual ones: half hours, midnight gaps, a day that never was. */
export const CLOCK_CHANGES: readonly ClockChange[] = [
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

export function minuteOfChange({ around }: ClockChange): number {
  return Date.parse(around.replace('Z', ':00Z')) / 60_000;
}

function busyAround(from: number, to: number): fc.Arbitrary<ReadonlyMap<string, readonly Busy[]>> {
  const buffer = fc.constantFrom(0, 0, 5, 10, 45);
  const row = fc
    .record({
      start: fc
        .integer({ min: from - 120, max: to })
        .chain((minute) => fc.constantFrom(minute, minute - (minute % 5))),
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

/** Bookings that count, on the days around and on others of the same weeks and of the next ones. */
function countsAround(middle: number): fc.Arbitrary<Counts | undefined> {
  const days = daysAround(middle, 9);
  const counted: fc.Arbitrary<DayCounts> = fc
    .array(fc.tuple(fc.constantFrom(...days), fc.integer({ min: 1, max: 3 })), { maxLength: 4 })
    .map((entries) => new Map(entries));
  const resources = fc
    .tuple(...RESOURCES.map(({ id }) => counted.map((counts) => [id, counts] as const)))
    .map((entries) => new Map(entries));
  return fc.option(fc.record({ resources, service: counted, customer: counted }), { nil: undefined });
}

function daysAround(minute: number, reach: number): readonly string[] {
  return Array.from({ length: 2 * reach + 1 }, (_, at) =>
    new Date((minute + (at - reach) * 1440) * 60_000).toISOString().slice(0, 10),
  );
}

/** A question about `reach` minutes to both sides of a clock change. */
export function askAround(change: ClockChange, reach: number): fc.Arbitrary<AvailabilityAsk> {
  const middle = minuteOfChange(change);
  const [from, to] = [middle - reach, middle + reach];
  return fc
    .record({
      business: arbitraryBusiness(change.zone, daysAround(middle, 1)),
      busy: busyAround(from, to),
      counts: countsAround(middle),
      person: fc.constantFrom(undefined, undefined, 'ada', 'cem'),
      branch: fc.constantFrom(undefined, 'north', 'south'),
      assetClass: fc.constantFrom(undefined, 'van'),
      nowBefore: fc.integer({ min: -600, max: 900 }),
    })
    .map(({ nowBefore, ...drawn }) => {
      const [service] = drawn.business.services;
      if (!service) throw new Error('a random business has one service');
      return { ...drawn, service, from, to, now: from - nowBefore };
    });
}

/** A question about two days around one of the unusual clock changes. */
export const arbitraryAsk: fc.Arbitrary<AvailabilityAsk> = fc
  .constantFrom(...CLOCK_CHANGES)
  .chain((change) => askAround(change, 1500));
