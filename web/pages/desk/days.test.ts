/** Claims about the desk's calendar. */

import { dayName, localToday, plusDays, whenOf } from './days';

describe('the days of the desk', () => {
  test('follow each other over month ends, leap days and clock changes', () => {
    expect(plusDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
  });

  test('today is the visitor’s own day', () => {
    expect(localToday(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  test('are written with weekday and year', () => {
    expect(dayName('2026-03-27')).toMatch(/^Friday,? 27 March 2026$/);
  });

  test('a task of another day says which', () => {
    expect(whenOf('2026-03-27T08:40', '2026-03-27')).toBe('08:40');
    expect(whenOf('2026-03-26T17:05', '2026-03-27')).toBe('26 Mar, 17:05');
  });
});
