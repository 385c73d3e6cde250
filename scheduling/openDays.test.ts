/** Claims about the days offered in place of one that is closed or does not exist. */
import { nearestOpenDays, type OpenDaysAsk } from './openDays';
import type { Busy } from './busy';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';
import { toLocal } from './zone';

function days(
  date: string,
  time: string | null,
  rest: Partial<OpenDaysAsk> & { busyOf?: Record<string, Busy[]> } = {},
): string[] {
  const { busyOf = {}, ...own } = rest;
  const found = nearestOpenDays({
    business: workshop,
    service: serviceOf('oil-change'),
    branch: 'mitte',
    date,
    time,
    now: berlin('2026-03-09T10:00'),
    busy: new Map(Object.entries(busyOf)),
    ...own,
  });
  return found.map((slot) => toLocal(slot.start, 'Europe/Berlin'));
}

test('around a day that does not exist, the open days on both sides keep the time', () => {
  expect(days('2027-02-31', '09:00', { now: berlin('2027-01-26T10:00') })).toEqual([
    '2027-02-27T09:00',
    '2027-03-01T09:00',
  ]);
});

test('around a closed day, days on which that time is not open are passed over', () => {
  expect(days('2026-03-15', '10:00')).toEqual(['2026-03-14T10:00', '2026-03-16T10:00']);
  expect(days('2026-03-15', '15:00')).toEqual(['2026-03-13T15:00', '2026-03-16T15:00']);
  expect(days('2026-04-03', '10:00', { branch: 'nord' })).toEqual(['2026-04-02T10:00', '2026-04-06T10:00']);
});

test('a day on which that time is taken is passed over too', () => {
  const monday = taken('2026-03-16T09:30', '2026-03-16T11:00');
  expect(days('2026-03-15', '10:00', { busyOf: { ali: [monday], jana: [monday] } })).toEqual([
    '2026-03-14T10:00',
    '2026-03-17T10:00',
  ]);
});

test('without a time each day begins with its first start', () => {
  expect(days('2026-03-15', null)).toEqual(['2026-03-14T09:00', '2026-03-16T08:00']);
});

test('a time at which the business is never open gives each day’s nearest', () => {
  expect(days('2026-03-15', '22:00')).toEqual(['2026-03-14T12:15', '2026-03-16T16:15']);
});

test('when nothing lies before, more lies after, and a text that is no day gives none', () => {
  expect(days('2026-03-08', '10:00')).toEqual(['2026-03-10T10:00', '2026-03-11T10:00']);
  expect(days('2026-03-15', '10:00', { limit: 3 })).toEqual([
    '2026-03-14T10:00',
    '2026-03-16T10:00',
    '2026-03-17T10:00',
  ]);
  expect(days('soon', '10:00')).toEqual([]);
});
