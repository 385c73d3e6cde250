/** Claims about durations, prices and cancellation fees. */
import { cancellationFee } from './cancellation';
import { durationOf } from './duration';
import { depositOf, percentOf, priceOf } from './price';
import { berlin, serviceOf, workshop } from './workshop.fixture';

test('a van takes half as long again, rounded up to the grid, and costs half as much again', () => {
  expect(durationOf(workshop, serviceOf('oil-change'))).toBe(45);
  expect(durationOf(workshop, serviceOf('oil-change'), 'van')).toBe(75);
  expect(durationOf(workshop, serviceOf('tyre-change'), 'van')).toBe(90);
  expect(priceOf(workshop, serviceOf('oil-change'), 'van')).toBe(13350);
});

test('what is not listed as a class takes the plain time and price, also off the grid', () => {
  const beard = { ...serviceOf('oil-change'), minutes: 20, price: 333 };
  expect(durationOf(workshop, beard, 'car')).toBe(20);
  expect(priceOf(workshop, beard)).toBe(333);
  expect(priceOf(workshop, beard, 'van')).toBe(500);
});

test('percentages round a half up to the minor unit', () => {
  expect(percentOf(8900, 30)).toBe(2670);
  expect(percentOf(5, 30)).toBe(2);
  expect(percentOf(4, 30)).toBe(1);
  expect(depositOf({ ...serviceOf('oil-change'), depositPercent: 30 }, 18_000_000)).toBe(5_400_000);
});

test('cancelling is free until the last minute of the limit, inclusive, and costs after that', () => {
  const booking = { start: berlin('2026-03-28T10:00'), price: 8900 };
  const freeUntil = berlin('2026-03-27T10:00');
  expect(cancellationFee(workshop.policy, booking, freeUntil)).toEqual({ fee: 0, freeUntil });
  expect(cancellationFee(workshop.policy, booking, freeUntil + 1)).toEqual({ fee: 2670, freeUntil });
});

test('the limit is elapsed time, also over a clock change', () => {
  const booking = { start: berlin('2026-03-29T10:00'), price: 8900 };
  expect(cancellationFee(workshop.policy, booking, berlin('2026-03-28T09:00')).fee).toBe(0);
  expect(cancellationFee(workshop.policy, booking, berlin('2026-03-28T09:01')).fee).toBe(2670);
});

test('a business may always let go for free', () => {
  const policy = { ...workshop.policy, freeCancellationMinutes: null };
  const booking = { start: berlin('2026-03-28T10:00'), price: 8900 };
  expect(cancellationFee(policy, booking, booking.start + 10)).toEqual({ fee: 0, freeUntil: null });
});
