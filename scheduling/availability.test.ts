/** Claims about what is offered: hours, notice, horizon, buffers, people and branches. */
import type { AvailabilityAsk } from './ask';
import { availability, slotAt } from './availability';
import type { Busy } from './busy';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';
import { toLocal } from './zone';

function ask(
  from: string,
  to: string,
  rest: Partial<AvailabilityAsk> & { busyOf?: Record<string, Busy[]> } = {},
): AvailabilityAsk {
  const { busyOf = {}, ...own } = rest;
  return {
    business: workshop,
    service: serviceOf('oil-change'),
    branch: 'mitte',
    from: berlin(from),
    to: berlin(to),
    now: berlin('2026-03-09T10:00'),
    busy: new Map(Object.entries(busyOf)),
    ...own,
  };
}

const times = (given: AvailabilityAsk): string[] =>
  availability(given).map((slot) => toLocal(slot.start, 'Europe/Berlin').slice(11));

test('a slot names start, end without buffers, branch and who is free', () => {
  const busyOf = { ali: [taken('2026-03-10T10:00', '2026-03-10T10:45')] };
  expect(availability(ask('2026-03-10T10:00', '2026-03-10T10:15', { busyOf }))).toEqual([
    {
      start: berlin('2026-03-10T10:00'),
      end: berlin('2026-03-10T10:45'),
      branch: 'mitte',
      resources: ['jana'],
    },
  ]);
});

test('the first start is at opening and the last ends at closing', () => {
  const day = times(ask('2026-03-14T00:00', '2026-03-15T00:00'));
  expect([day[0], day.at(-1), day.length]).toEqual(['09:00', '12:15', 14]);
});

test('a buffer may pass closing time, the service may not', () => {
  const service = serviceOf('tyre-change');
  expect(times(ask('2026-03-14T11:30', '2026-03-14T14:00', { service }))).toEqual([
    '11:30',
    '11:45',
    '12:00',
  ]);
});

test('notice is inclusive on the day itself', () => {
  const today = (now: string): string | undefined =>
    times(ask('2026-03-09T00:00', '2026-03-10T00:00', { now: berlin(now) }))[0];
  expect([today('2026-03-09T10:00'), today('2026-03-09T10:01')]).toEqual(['11:00', '11:15']);
});

test('the horizon is inclusive to the minute', () => {
  const now = berlin('2026-03-12T10:00');
  const times60 = times(ask('2026-05-11T00:00', '2026-05-12T00:00', { now }));
  expect(times60.at(-1)).toBe('11:00');
});

test('between neighbours the larger buffer has to fit, on both sides', () => {
  const before = taken('2026-03-10T09:00', '2026-03-10T10:00', { after: 15 });
  const behind = taken('2026-03-10T12:00', '2026-03-10T13:00', { before: 30 });
  const busyOf = { ali: [before, behind], jana: [taken('2026-03-10T08:00', '2026-03-10T17:00')] };
  const open = (service: string): string[] =>
    times(ask('2026-03-10T09:30', '2026-03-10T12:30', { service: serviceOf(service), busyOf }));
  expect(open('oil-change')).toEqual(['10:15', '10:30', '10:45']);
  expect(open('tyre-change')).toEqual(['10:15', '10:30']);
});

test('a person without a bay is no slot', () => {
  const day = taken('2026-03-10T08:00', '2026-03-10T17:00');
  expect(
    times(ask('2026-03-10T08:00', '2026-03-10T17:00', { busyOf: { 'lift-1': [day], 'lift-2': [day] } })),
  ).toEqual([]);
});

test('a van needs its longer time free', () => {
  const busyOf = { tom: [taken('2026-03-10T08:30', '2026-03-10T15:00')] };
  const nord = { branch: 'nord', busyOf };
  expect(times(ask('2026-03-10T00:00', '2026-03-11T00:00', nord))).toEqual([
    '07:30',
    '07:45',
    '15:00',
    '15:15',
  ]);
  expect(times(ask('2026-03-10T00:00', '2026-03-11T00:00', { ...nord, assetClass: 'van' }))).toEqual([]);
});

test('all branches come together in order of time, the business’s order at the same start', () => {
  const slots = availability(ask('2026-03-10T07:30', '2026-03-10T08:15', { branch: undefined }));
  expect(slots.map((slot) => `${toLocal(slot.start, 'Europe/Berlin').slice(11)} ${slot.branch}`)).toEqual([
    '07:30 nord',
    '07:45 nord',
    '08:00 mitte',
    '08:00 nord',
  ]);
});

test('seats are offered until the last is taken, a whole use only while none is', () => {
  const seat = (unit: number): Busy => taken('2026-03-10T10:00', '2026-03-10T11:30', { unit });
  const course = { service: serviceOf('course'), busyOf: { lounge: [0, 1, 2, 3].map(seat) } };
  expect(times(ask('2026-03-10T10:00', '2026-03-10T10:15', course))).toEqual(['10:00']);
  const full = { ...course, busyOf: { lounge: [0, 1, 2, 3, 4].map(seat) } };
  expect(times(ask('2026-03-10T10:00', '2026-03-10T10:15', full))).toEqual([]);
  const party = { service: serviceOf('party'), busyOf: { lounge: [seat(4)] } };
  expect(times(ask('2026-03-10T10:00', '2026-03-10T11:45', party))).toEqual(['11:30']);
});

test('an empty or inverted window offers nothing, and an unknown branch is an error', () => {
  expect(times(ask('2026-03-10T10:00', '2026-03-10T10:00'))).toEqual([]);
  expect(times(ask('2026-03-11T10:00', '2026-03-10T10:00'))).toEqual([]);
  expect(() => availability(ask('2026-03-10T10:00', '2026-03-11T10:00', { branch: 'west' }))).toThrow(
    'no branch "west"',
  );
});

test('one start alone is offered or null', () => {
  const given = ask('2026-03-10T00:00', '2026-03-11T00:00');
  expect(slotAt(given, berlin('2026-03-10T10:00'))?.resources).toEqual(['ali', 'jana']);
  expect(slotAt(given, berlin('2026-03-10T10:05'))).toBeNull();
});
