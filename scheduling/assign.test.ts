/** Claims about which units would take an exact start, and in which order they are tried. */
import { assign, personsOf, type AssignAsk } from './assign';
import type { Busy } from './busy';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';

const TEN = '2026-03-10T10:00';

function ask(rest: Partial<AssignAsk> & { busyOf?: Record<string, Busy[]> } = {}): AssignAsk {
  const { busyOf = {}, ...own } = rest;
  return {
    business: workshop,
    service: serviceOf('oil-change'),
    branch: 'mitte',
    start: berlin(TEN),
    now: berlin('2026-03-09T10:00'),
    busy: new Map(Object.entries(busyOf)),
    ...own,
  };
}

const names = (given: AssignAsk): string[] =>
  assign(given).map((candidate) =>
    candidate.map((row) => `${row.resource}${row.unit ? `#${row.unit}` : ''}`).join(' '),
  );

test('each candidate takes one unit for every requirement, with the buffers of the service', () => {
  const [first] = assign(ask({ service: serviceOf('tyre-change') }));
  const footprint = { start: berlin(TEN), end: berlin('2026-03-10T11:00'), before: 0, after: 15, unit: 0 };
  expect(first).toEqual([
    { resource: 'ali', ...footprint },
    { resource: 'lift-1', ...footprint },
  ]);
});

test('with nobody busy, everybody is tried in turn', () => {
  expect(names(ask())).toEqual(['ali lift-1', 'jana lift-2', 'ali lift-2', 'jana lift-1']);
});

test('who is busy is left out, and who touches is not busy', () => {
  const busyOf = {
    ali: [taken('2026-03-10T10:30', '2026-03-10T11:00')],
    'lift-1': [taken('2026-03-10T09:00', '2026-03-10T10:00')],
  };
  expect(names(ask({ busyOf }))).toEqual(['jana lift-1', 'jana lift-2']);
  const all = { ...busyOf, jana: [taken('2026-03-10T09:00', '2026-03-10T10:15')] };
  expect(names(ask({ busyOf: all }))).toEqual([]);
});

test('a wished person is a condition, not a preference', () => {
  expect(names(ask({ person: 'jana' }))).toEqual(['jana lift-1', 'jana lift-2']);
  const busyOf = { jana: [taken(TEN, '2026-03-10T10:45')] };
  expect(names(ask({ person: 'jana', busyOf }))).toEqual([]);
  expect(names(ask({ person: 'tom' }))).toEqual([]);
});

test('a time that moves stays with the person and the bay it had', () => {
  expect(names(ask({ staying: ['jana', 'lift-2'] }))).toEqual([
    'jana lift-2',
    'jana lift-1',
    'ali lift-2',
    'ali lift-1',
  ]);
});

test('the one with the least to do that day comes first where the business wants it so', () => {
  const busyOf = {
    ali: [taken('2026-03-10T14:00', '2026-03-10T16:00')],
    jana: [taken('2026-03-11T09:00', '2026-03-11T16:00')],
  };
  expect(names(ask({ busyOf, policy: 'least-busy' }))[0]).toBe('jana lift-1');
  expect(names(ask({ busyOf }))[0]).toBe('ali lift-1');
});

test('seats are taken one by one in order, and a whole use takes all of them or none', () => {
  const seats = {
    service: serviceOf('course'),
    busyOf: { lounge: [taken(TEN, '2026-03-10T11:30', { unit: 1 })] },
  };
  expect(names(ask(seats))).toEqual(['lounge', 'lounge#2', 'lounge#3', 'lounge#4']);
  expect(names(ask({ service: serviceOf('party') }))).toEqual(['lounge lounge#1 lounge#2 lounge#3 lounge#4']);
  expect(names(ask({ ...seats, service: serviceOf('party') }))).toEqual([]);
});

test('two people for one job are two different people', () => {
  const [need] = serviceOf('oil-change').needs;
  const service = { ...serviceOf('oil-change'), needs: need ? [need, need] : [] };
  expect(names(ask({ service }))).toEqual(['ali jana']);
  expect(names(ask({ service, branch: 'nord' }))).toEqual([]);
});

test('there are never more candidates than the database tries', () => {
  const room = { ...serviceOf('course'), needs: [{ kind: 'room' as const, whole: false, pool: ['hall'] }] };
  const hall = { id: 'hall', kind: 'room' as const, names: {}, branch: 'mitte', capacity: 30 };
  const business = { ...workshop, resources: [hall] };
  expect(assign(ask({ business, service: room }))).toHaveLength(8);
  expect(assign(ask({ business, service: room, limit: 2 }))).toHaveLength(2);
});

test('the persons of an assignment are told apart from its bays', () => {
  const [first] = assign(ask());
  expect(personsOf({ business: workshop }, first ?? [])).toEqual(['ali']);
});
