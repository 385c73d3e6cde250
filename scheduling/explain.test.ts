/** Claims about the reasons that are given for a start that is not offered. */
import type { StartAsk } from './ask';
import type { Busy } from './busy';
import { explain } from './explain';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';

function ask(start: string, rest: Partial<StartAsk> & { busyOf?: Record<string, Busy[]> } = {}): StartAsk {
  const { busyOf = {}, ...own } = rest;
  return {
    business: workshop,
    service: serviceOf('oil-change'),
    branch: 'mitte',
    start: berlin(start),
    now: berlin('2026-03-09T10:00'),
    busy: new Map(Object.entries(busyOf)),
    ...own,
  };
}

const codes = (given: StartAsk): string[] => explain(given).map((reason) => reason.code);

test('a start that is offered needs no reason', () => {
  expect(explain(ask('2026-03-10T10:00'))).toEqual([]);
});

test('a missing bay is named, with what stands in it, while the people are free', () => {
  const first = taken('2026-03-10T09:30', '2026-03-10T10:30', { booking: 'one' });
  const second = taken('2026-03-10T09:00', '2026-03-10T10:00', { after: 15, booking: 'two' });
  expect(explain(ask('2026-03-10T10:00', { busyOf: { 'lift-1': [first], 'lift-2': [second] } }))).toEqual([
    {
      code: 'slot-taken',
      kind: 'bay',
      resources: ['lift-1', 'lift-2'],
      by: [
        { resource: 'lift-1', busy: first, because: 'booking' },
        { resource: 'lift-2', busy: second, because: 'buffer' },
      ],
    },
  ]);
});

test('nobody is blamed who is busy while somebody else is free', () => {
  const all = taken('2026-03-10T09:30', '2026-03-10T10:30');
  const reasons = explain(
    ask('2026-03-10T10:00', { busyOf: { ali: [all], 'lift-1': [all], 'lift-2': [all] } }),
  );
  expect(reasons.map((reason) => reason.code === 'slot-taken' && reason.kind)).toEqual(['bay']);
});

test('a wished person who is busy is the reason even when another is free', () => {
  const busyOf = { jana: [taken('2026-03-10T10:00', '2026-03-10T11:00')] };
  expect(codes(ask('2026-03-10T10:00', { person: 'jana', busyOf }))).toEqual(['slot-taken']);
  expect(codes(ask('2026-03-10T10:00', { busyOf }))).toEqual([]);
});

test('who never serves there comes before the rules of the time', () => {
  expect(codes(ask('2026-03-15T10:00', { person: 'tom' }))).toEqual(['wrong-branch', 'closed']);
});

test('two people wanted of one who is free: the pool is short, with the one who is taken', () => {
  const [need] = serviceOf('oil-change').needs;
  const service = { ...serviceOf('oil-change'), needs: need ? [need, need] : [] };
  const busyOf = { ali: [taken('2026-03-10T10:00', '2026-03-10T11:00')] };
  const [reason] = explain(ask('2026-03-10T10:00', { service, busyOf }));
  expect(reason).toMatchObject({ code: 'slot-taken', kind: 'person', by: [{ resource: 'ali' }] });
});
