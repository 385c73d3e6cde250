/** Stretches of time, amounts and percentages as they are written. */
import { amountOf, durationText, minutesOf, percentOf } from './durations';

it.each([
  ['45', 45],
  [45, 45],
  ['15 min', 15],
  ['1 h 30 min', 90],
  ['24 h', 1440],
  ['2 days', 2880],
  ['1h', 60],
  ['', null],
  ['soon', null],
  ['1 h 30', null],
  [1.5, null],
])('%j is %j minutes', (written, minutes) => {
  expect(minutesOf(written)).toBe(minutes);
});

it('a bare number counts in the unit that is asked for', () => {
  expect([minutesOf(60, 1440), minutesOf('60', 1440), minutesOf('60 days', 1440)]).toEqual([
    86_400, 86_400, 86_400,
  ]);
});

it.each([0, 5, 60, 90, 1440, 2885])('%i minutes are written so that they are read back', (minutes) => {
  expect(minutesOf(durationText(minutes))).toBe(minutes);
});

it.each([
  [89, 89],
  ['89.50', 89.5],
  ['4 500 000', 4_500_000],
  ['4_500_000', 4_500_000],
  ['89 EUR', null],
  ['1,234', null],
  ['4 50', null],
])('%j is the amount %j', (written, amount) => {
  expect(amountOf(written)).toBe(amount);
});

it.each([
  ['30 %', 30],
  ['30%', 30],
  [30, 30],
  ['30', null],
])('%j is %j percent', (written, percent) => {
  expect(percentOf(written)).toBe(percent);
});
