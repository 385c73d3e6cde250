/** Claims about when two appointments on one unit exclude each other. */
import { busyWindow, collide } from './busy';
import { workshop } from './workshop.fixture';

const plain = { before: 0, after: 0 };

test('touching appointments go together, overlapping ones do not', () => {
  const first = { start: 0, end: 60, ...plain };
  expect(collide(first, { start: 60, end: 90, ...plain })).toBe(false);
  expect(collide(first, { start: 59, end: 90, ...plain })).toBe(true);
  expect(collide(first, { start: 20, end: 30, ...plain })).toBe(true);
});

test.each([
  [15, 0, 15],
  [0, 10, 10],
  [15, 10, 15],
  [10, 30, 30],
])(
  '%i minutes after and %i before the next need a gap of %i: the larger, not the sum',
  (after, before, gap) => {
    const first = { start: 0, end: 60, before: 0, after };
    const next = (start: number): boolean => collide(first, { start, end: start + 30, before, after: 0 });
    expect([next(60 + gap), next(60 + gap - 1)]).toEqual([false, true]);
  },
);

test('it does not matter which of the two is asked about', () => {
  const first = { start: 0, end: 60, before: 5, after: 20 };
  const second = { start: 70, end: 90, before: 0, after: 0 };
  expect(collide(first, second)).toBe(collide(second, first));
});

test('busy time is read wide enough for every buffer', () => {
  expect(busyWindow(workshop, 45, 1000, 2000)).toEqual({ from: 760, to: 2285 });
  const [service] = workshop.services;
  const slow = { ...workshop, services: service ? [{ ...service, bufferBefore: 600 }] : [] };
  expect(busyWindow(slow, 45, 1000, 2000)).toEqual({ from: 400, to: 2645 });
});
