/** Claims about calendar days and wall times as integers. */
import {
  addDays,
  dateOfDay,
  dayNumber,
  daysBetween,
  isLocalDate,
  isLocalTime,
  isoWeekday,
  localOfWall,
  minuteOf,
  minuteOfDay,
  timeOfMinute,
  wallOf,
} from './localDate';

test('every day from 1600 to 2400 has the number and weekday that the runtime gives it', () => {
  for (let day = dayNumber('1600-01-01'); day <= dayNumber('2400-12-31'); day += 1) {
    const date = new Date(day * 86_400_000);
    const text = date.toISOString().slice(0, 10);
    if (dateOfDay(day) !== text || dayNumber(text) !== day) throw new Error(`day ${day} is not ${text}`);
    if (isoWeekday(text) !== (date.getUTCDay() || 7)) throw new Error(`wrong weekday for ${text}`);
  }
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2027-02-31', false],
  ['2027-04-31', false],
  ['2027-13-01', false],
  ['2027-00-10', false],
  ['2027-01-00', false],
  ['27-01-01', false],
  ['2027-1-1', false],
])('%s is a day of the calendar: %s', (text, real) => {
  expect(isLocalDate(text)).toBe(real);
});

test('a day that does not exist has no number, instead of the number of another day', () => {
  expect(() => dayNumber('2027-02-31')).toThrow('"2027-02-31" is not a day of the calendar');
});

test('days are added over month ends, leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(daysBetween('2026-12-25', '2027-01-01')).toBe(7);
});

test('times of the day are 00:00 to 23:59', () => {
  expect([isLocalTime('00:00'), isLocalTime('23:59'), isLocalTime('24:00'), isLocalTime('9:00')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(minuteOfDay('07:30')).toBe(450);
  expect(timeOfMinute(450)).toBe('07:30');
  expect(timeOfMinute(1530)).toBe('01:30');
  expect(() => minuteOfDay('25:00')).toThrow(RangeError);
});

test('wall times go to minutes and back, also before 1970', () => {
  expect(wallOf('1970-01-02T00:01')).toBe(1441);
  expect(localOfWall(1441)).toBe('1970-01-02T00:01');
  expect(localOfWall(wallOf('1969-12-31T23:59'))).toBe('1969-12-31T23:59');
  expect(() => wallOf('2026-03-28 10:00')).toThrow(RangeError);
});

test('an instant belongs to the minute that is running', () => {
  expect(minuteOf(60_000)).toBe(1);
  expect(minuteOf(119_999)).toBe(1);
});
