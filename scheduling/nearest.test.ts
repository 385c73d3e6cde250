/** Claims about the alternatives to a start that cannot be had. */
import { addDays } from './localDate';
import { nearest, type NearestAsk } from './nearest';
import type { Busy } from './busy';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';
import { toLocal } from './zone';

function ask(start: string, busyOf: Record<string, Busy[]> = {}, rest: Partial<NearestAsk> = {}): NearestAsk {
  return {
    business: workshop,
    service: serviceOf('oil-change'),
    branch: 'nord',
    start: berlin(start),
    now: berlin('2026-03-09T10:00'),
    busy: new Map(Object.entries(busyOf)),
    ...rest,
  };
}

const told = (given: NearestAsk): string[] =>
  nearest(given).map(
    ({ slot, differs }) => `${toLocal(slot.start, 'Europe/Berlin')} ${slot.branch} ${differs}`,
  );

const oneHour = taken('2026-03-10T10:00', '2026-03-10T10:45');

test('the nearest before and after on the same day come with the same time on the next', () => {
  expect(told(ask('2026-03-10T10:00', { tom: [oneHour] }))).toEqual([
    '2026-03-10T09:15 nord time',
    '2026-03-10T10:45 nord time',
    '2026-03-11T10:00 nord day',
  ]);
});

test('where nothing is free before, the rest comes from the same day and the following ones', () => {
  const morning = taken('2026-03-10T07:30', '2026-03-10T12:00');
  expect(told(ask('2026-03-10T10:00', { tom: [morning] }))).toEqual([
    '2026-03-10T12:00 nord time',
    '2026-03-11T10:00 nord day',
    '2026-03-12T10:00 nord day',
  ]);
});

test('a full day leads to the same time on the days that follow, over a weekend', () => {
  const days = [taken('2026-03-12T07:30', '2026-03-12T16:00')];
  expect(told(ask('2026-03-12T10:00', { tom: days }))).toEqual([
    '2026-03-13T10:00 nord day',
    '2026-03-16T10:00 nord day',
    '2026-03-17T10:00 nord day',
  ]);
});

test('a time that is free on no day gives the nearest to it on each', () => {
  const mornings = Array.from({ length: 62 }, (_, index) => addDays('2026-03-09', index)).map((date) =>
    taken(`${date}T07:00`, `${date}T${date === '2026-03-10' ? '17:00' : '12:00'}`),
  );
  expect(told(ask('2026-03-10T09:00', { tom: mornings }))).toEqual([
    '2026-03-11T12:00 nord day',
    '2026-03-12T12:00 nord day',
    '2026-03-13T12:00 nord day',
  ]);
});

test('wishes are kept first; another branch and another person at that very time come last', () => {
  const always = [taken('2026-03-01T00:00', '2026-06-01T00:00')];
  expect(told(ask('2026-03-10T10:00', { tom: always }))).toEqual(['2026-03-10T10:00 mitte branch']);
  const jana = { person: 'jana', branch: 'mitte' };
  expect(told(ask('2026-03-10T10:00', { jana: always }, jana))).toEqual(['2026-03-10T10:00 mitte person']);
});

test('a wish in the past is answered from today on, one beyond the horizon from its end back', () => {
  expect(told(ask('2026-03-05T10:00'))).toEqual([
    '2026-03-09T11:00 nord day',
    '2026-03-10T10:00 nord day',
    '2026-03-11T10:00 nord day',
  ]);
  expect(told(ask('2026-09-01T10:00'))).toEqual([
    '2026-05-06T10:00 nord day',
    '2026-05-07T10:00 nord day',
    '2026-05-08T10:00 nord day',
  ]);
});

test('a limit is kept', () => {
  expect(nearest(ask('2026-03-10T10:00', { tom: [oneHour] }, { limit: 1 }))).toHaveLength(1);
  expect(nearest(ask('2026-03-10T10:00', { tom: [oneHour] }, { limit: 6 }))).toHaveLength(6);
});
