/** Claims about plans of several items: "a cut for me and one for my son, then colour, on Saturday morning". */
import type { Busy } from './busy';
import { findPlans } from './plan';
import type { Plan, PlanAsk, PlanItem } from './planAsk';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';
import { toLocal } from './zone';

const person = { kind: 'person' as const, whole: false };
const cut = { ...serviceOf('oil-change'), id: 'cut', needs: [{ ...person, pool: ['ali', 'jana'] }] };
const colour = { ...cut, id: 'colour', minutes: 120, needs: [{ ...person, pool: ['jana'] }] };

const mine: PlanItem = { id: 'mine', service: cut };
const sons: PlanItem = { id: 'sons', service: cut, attendee: 'son' };
const dye: PlanItem = { id: 'dye', service: colour, after: ['mine'] };

function ask(
  items: readonly PlanItem[],
  rest: Partial<PlanAsk> & { busyOf?: Record<string, Busy[]> } = {},
): PlanAsk {
  const { busyOf = {}, ...own } = rest;
  return {
    business: workshop,
    branch: 'mitte',
    items,
    from: berlin('2026-03-10T08:00'),
    to: berlin('2026-03-10T12:00'),
    now: berlin('2026-03-09T10:00'),
    busy: new Map(Object.entries(busyOf)),
    ...own,
  };
}

const times = (plan: Plan | undefined): string[] =>
  (plan?.items ?? []).map(({ item, start, end, candidates }) => {
    const [from, to] = [start, end].map((each) => toLocal(each, 'Europe/Berlin').slice(11));
    return `${item} ${from}–${to} ${candidates[0]?.map((row) => row.resource).join('+')}`;
  });

test('two at once by two people, and then the colour by the one who can', () => {
  const [first] = findPlans(ask([mine, { ...sons, with: 'mine' }, dye])).plans;
  expect(times(first)).toEqual(['mine 08:00–08:45 ali', 'sons 08:00–08:45 jana', 'dye 08:45–10:45 jana']);
});

test('one after the other where only one person is there', () => {
  const busyOf = { ali: [taken('2026-03-10T08:00', '2026-03-10T17:00')] };
  const together = findPlans(ask([mine, { ...sons, with: 'mine' }], { busyOf }));
  expect(together.plans).toEqual([]);
  expect(times(findPlans(ask([mine, sons], { busyOf })).plans[0])).toEqual([
    'mine 08:00–08:45 jana',
    'sons 08:45–09:30 jana',
  ]);
});

test('plans come earliest first, one for each minute at which one can begin', () => {
  const { plans } = findPlans(ask([mine, dye], { limit: 4 }));
  expect(plans.map((plan) => toLocal(plan.start, 'Europe/Berlin').slice(11))).toEqual([
    '08:00',
    '08:15',
    '08:30',
    '08:45',
  ]);
});

test('nobody waits longer than was said', () => {
  const busyOf = { jana: [taken('2026-03-10T08:00', '2026-03-10T10:00')] };
  const waiting = (maxWaitMinutes: number): string[] =>
    times(findPlans(ask([mine, dye], { busyOf, maxWaitMinutes })).plans[0]);
  expect(waiting(120)[1]).toBe('dye 10:00–12:00 jana');
  expect(waiting(120)[0]).toBe('mine 08:00–08:45 ali');
  expect(waiting(15)[0]).toBe('mine 09:00–09:45 ali');
});

test('the same person where asked, even when that begins later', () => {
  const busyOf = { ali: [taken('2026-03-10T08:45', '2026-03-10T09:30')] };
  const same = findPlans(ask([mine, { ...mine, id: 'again', samePersonAs: 'mine' }], { busyOf })).plans[0];
  expect(times(same)).toEqual(['mine 08:00–08:45 jana', 'again 08:45–09:30 jana']);
});

test('one person is not in two chairs: items of one attendee never overlap', () => {
  const busyOf = { ali: [taken('2026-03-10T08:00', '2026-03-10T08:45')] };
  const alongside = { ...dye, after: [], attendee: undefined };
  const [first] = findPlans(ask([mine, alongside], { busyOf, to: berlin('2026-03-10T17:00') })).plans;
  const [own, dyed] = first?.items ?? [];
  expect(own && dyed && dyed.start >= own.end).toBe(true);
});

test('an item that cannot be had at all is named', () => {
  const busyOf = { jana: [taken('2026-03-10T08:00', '2026-03-10T17:00')] };
  expect(findPlans(ask([mine, dye], { busyOf }))).toEqual({ plans: [], impossible: ['dye'], complete: true });
});

test('an item that stands to one behind it is a mistake', () => {
  expect(() => findPlans(ask([{ ...mine, after: ['dye'] }, dye]))).toThrow('"dye", which is not before it');
  expect(() => findPlans(ask([mine, { ...sons, with: 'nobody' }]))).toThrow('nobody');
});

test('the ways to serve a plan go together, place by place', () => {
  const [first] = findPlans(ask([mine, { ...sons, with: 'mine' }])).plans;
  const pairs = first?.items[0]?.candidates.map((candidate, way) => [
    candidate[0]?.resource,
    first.items[1]?.candidates[way]?.[0]?.resource,
  ]);
  expect(pairs).toEqual([
    ['ali', 'jana'],
    ['jana', 'ali'],
  ]);
});

test('a limit of the customer counts the items of the plan itself', () => {
  const business = { ...workshop, policy: { ...workshop.policy, customerLimits: { perDay: 1 } } };
  expect(findPlans(ask([mine, sons], { business })).plans).toEqual([]);
});
