/** A wish for a time over several messages: what is said last replaces its own part and keeps the rest. */
import type { Moment } from '../../../understanding/moment';
import { exactly, isEmptyWish, joinWishes, onDay } from './wish';

const tuesday10 = exactly('2026-03-31T10:00');
const at11: Moment = { time: { value: '11:00', certain: true } };

test('a time alone keeps the day', () => {
  expect(joinWishes(tuesday10, at11)).toEqual(exactly('2026-03-31T11:00'));
});

test('a day alone keeps the time', () => {
  expect(joinWishes(tuesday10, onDay('2026-04-02'))).toEqual(exactly('2026-04-02T10:00'));
});

test('"same time" on another day is that day at the time that stood', () => {
  expect(joinWishes(tuesday10, { ...onDay('2026-04-02'), same: 'time' })).toEqual(
    exactly('2026-04-02T10:00'),
  );
});

test('day and time in either order are the same wish', () => {
  expect(joinWishes(onDay('2026-03-31'), at11)).toEqual(joinWishes(at11, onDay('2026-03-31')));
});

test('a day that was only implied does not replace one that was said', () => {
  const implied: Moment = { date: { value: '2026-03-27', certain: false }, ...at11 };
  expect(joinWishes(tuesday10, implied)).toEqual(exactly('2026-03-31T11:00'));
});

test('an exact time replaces a part of the day', () => {
  const morning: Moment = { ...onDay('2026-03-31'), partOfDay: 'morning' };
  expect(joinWishes(morning, at11)).toEqual(exactly('2026-03-31T11:00'));
});

test('a real day replaces one that does not exist, and the time is kept', () => {
  const impossible: Moment = { impossible: { said: '31 February', nearest: ['2027-02-28'] }, ...at11 };
  expect(joinWishes(impossible, onDay('2027-03-01'))).toEqual(exactly('2027-03-01T11:00'));
});

test('the time of the first free one does not go along to another day', () => {
  expect(joinWishes({ ...tuesday10, pick: 'first' }, onDay('2026-04-02'))).toEqual(onDay('2026-04-02'));
});

test('"an hour later" counts from what stood, over midnight too', () => {
  expect(joinWishes(tuesday10, { shift: 60 })).toEqual(exactly('2026-03-31T11:00'));
  expect(joinWishes(exactly('2026-03-31T23:30'), { shift: 45 })).toEqual(exactly('2026-04-01T00:15'));
});

test('what refers to a wish before it says nothing where there is none', () => {
  expect(isEmptyWish(joinWishes(undefined, { shift: 60 }))).toBe(true);
  expect(isEmptyWish(joinWishes(undefined, { same: 'time' }))).toBe(true);
});
