/** Opening hours as they are written on a door. */
import { APART_RULE, HOURS_RULE, ORDER_RULE, shiftsOf, shiftsText, weekdaysOf, weekText } from './hours';

describe('weekdays', () => {
  it.each([
    ['mon', [1]],
    ['Sunday', [7]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['sat-thu', [6, 7, 1, 2, 3, 4]],
    ['mon, wed', [1, 3]],
    ['mon-tue, sat', [1, 2, 6]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
  ])('%s', (key, days) => {
    expect(weekdaysOf(key)).toEqual(days);
  });

  it.each(['', 'holiday', 'mon-', 'mon-fri-sat', 'mon,', '1-5'])('"%s" is none', (key) => {
    expect(weekdaysOf(key)).toBeNull();
  });
});

describe('the hours of a day', () => {
  it.each([
    ['08:00-17:00', [[480, 1020]]],
    ['8:00 – 17:00', [[480, 1020]]],
    [
      '13:00-17:00, 08:00-12:00',
      [
        [480, 720],
        [780, 1020],
      ],
    ],
    ['00:00-24:00', [[0, 1440]]],
    ['20:00-02:00 next day', [[1200, 1560]]],
    ['closed', []],
  ])('%s', (written, shifts) => {
    expect(shiftsOf(written)).toEqual(shifts.map(([from, to]) => ({ from, to })));
  });

  it.each([
    ['17:00-08:00', ORDER_RULE],
    ['08:00-08:00', ORDER_RULE],
    ['20:00-21:00 next day', ORDER_RULE],
    ['08:00-12:00, 11:00-13:00', APART_RULE],
    ['9-5', HOURS_RULE],
    ['08:00-25:00', HOURS_RULE],
    ['08:60-09:00', HOURS_RULE],
    ['24:00-24:00', HOURS_RULE],
    ['', HOURS_RULE],
  ])('"%s" is refused by the rule it breaks', (written, rule) => {
    expect(shiftsOf(written)).toBe(rule);
  });

  it.each(['08:00-12:00, 13:00-17:00', '20:00-02:00 next day', '00:00-24:00', 'closed'])(
    '%s is written as it is read',
    (written) => {
      const shifts = shiftsOf(written);
      expect(typeof shifts === 'string' ? shifts : shiftsText(shifts)).toBe(written);
    },
  );
});

it('days in a row with the same hours share a line, from the first day of the week on', () => {
  const open = (weekday: number): { weekday: number; from: number; to: number } => ({
    weekday,
    from: 540,
    to: 1020,
  });
  expect(weekText([7, 1, 2, 4].map(open), 7)).toEqual({ 'sun-tue': '09:00-17:00', thu: '09:00-17:00' });
  expect(weekText([1, 2, 3, 4, 5, 6, 7].map(open), 1)).toEqual({ daily: '09:00-17:00' });
});
