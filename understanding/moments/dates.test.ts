/** Days in words and figures, and what is kept where they can be read in two ways. */
import { moment } from '../support/hear';
import type { Setting } from '../support/hear';

/** Wednesday 24 March 2027, 09:00. */
const asked: Setting = { asking: 'when' };

function days(said: string, setting = asked): string | null {
  const read = moment(said, setting);
  if (!read?.date) return null;
  return read.untilDate === undefined ? read.date.value : `${read.date.value}…${read.untilDate}`;
}

test.each([
  ['today', '2027-03-24'],
  ['tomorrow', '2027-03-25'],
  ['the day after tomorrow', '2027-03-26'],
  ['Thursday', '2027-03-25'],
  ['on Fri', '2027-03-26'],
  ['this Saturday', '2027-03-27'],
  ['coming Sunday', '2027-03-28'],
  ['next Monday', '2027-03-29'],
  ['Friday next week', '2027-04-02'],
  ['Thursday week', '2027-04-01'],
  ['a week on Monday', '2027-04-05'],
  ['Friday in two weeks', '2027-04-09'],
  ['in three days', '2027-03-27'],
  ['in 2 weeks', '2027-04-07'],
  ['in a month', '2027-04-24'],
  ['a fortnight from now', '2027-04-07'],
  ['a week from today', '2027-03-31'],
  ['28 March', '2027-03-28'],
  ['March 28th', '2027-03-28'],
  ['the 28th of March', '2027-03-28'],
  ['28/3', '2027-03-28'],
  ['28.3.', '2027-03-28'],
  ['28.03.2027', '2027-03-28'],
  ['28-03-2027', '2027-03-28'],
  ['2027-03-28', '2027-03-28'],
  ['28/03/27', '2027-03-28'],
  ['3/28', '2027-03-28'],
  ['Thursday 15 July', '2027-07-15'],
  ['15 July, Thursday', '2027-07-15'],
  ['Thursday the 15th', '2027-04-15'],
  ['the 7th', '2027-04-07'],
  ['the 24th', '2027-03-24'],
  ['the 31st', '2027-03-31'],
  ['the 7th of next month', '2027-04-07'],
  ['28', '2027-03-28'],
  ['Monday 29 at 10', '2027-03-29'],
  ['first of May', '2027-05-01'],
  ['24 January', '2028-01-24'],
  ['24 January 2027', '2027-01-24'],
])('%s is that day', (said, date) => {
  expect(days(said)).toBe(date);
});

test.each([
  ['next week', '2027-03-29…2027-04-04'],
  ['this week', '2027-03-24…2027-03-28'],
  ['the week after next', '2027-04-05…2027-04-11'],
  ['this weekend', '2027-03-27…2027-03-28'],
  ['next weekend', '2027-04-03…2027-04-04'],
  ['end of the month', '2027-03-24…2027-03-31'],
  ['beginning of next month', '2027-04-01…2027-04-10'],
  ['end of next week', '2027-04-01…2027-04-02'],
  ['in April', '2027-04-01…2027-04-30'],
  ['Monday to Wednesday', '2027-03-29…2027-03-31'],
  ['Friday to Monday', '2027-03-26…2027-03-29'],
  ['Monday or Tuesday', '2027-03-29…2027-03-30'],
  ['28 to 30 March', '2027-03-28…2027-03-30'],
  ['between 5 and 9 April', '2027-04-05…2027-04-09'],
  ['within two weeks', '2027-03-24…2027-04-07'],
  ['in the next few days', '2027-03-24…2027-03-27'],
])('%s is that stretch of days', (said, stretch) => {
  expect(days(said)).toBe(stretch);
});

describe('where words allow two readings, both are kept', () => {
  test('a weekday said on that very day is in a week, or today', () => {
    expect(moment('Wednesday', asked)?.date).toEqual({
      value: '2027-03-31',
      certain: false,
      others: ['2027-03-24'],
    });
    expect(moment('this Wednesday', asked)?.date).toEqual({ value: '2027-03-24', certain: true });
  });

  test('"next Friday" is of next week, or the coming one', () => {
    expect(moment('next Friday', asked)?.date).toEqual({
      value: '2027-04-02',
      certain: false,
      others: ['2027-03-26'],
    });
  });

  test('03/04 is read day first, in the United States month first', () => {
    expect(moment('03/04', asked)?.date).toMatchObject({ value: '2027-04-03', others: ['2028-03-04'] });
  });

  test('before four in the morning "tomorrow" may be today', () => {
    const night: Setting = { asking: 'when', ref: '2027-03-24T01:30:00' };
    expect(moment('tomorrow', night)?.date).toEqual({
      value: '2027-03-25',
      certain: false,
      others: ['2027-03-24'],
    });
  });

  test('a weekday and a date that disagree are a conflict, and no day is taken', () => {
    expect(moment('Thursday 16 July', asked)).toEqual({
      conflict: { byWeekday: '2027-07-15', byDate: '2027-07-16' },
    });
    expect(moment('tomorrow, Friday', asked)).toEqual({
      conflict: { byWeekday: '2027-03-26', byDate: '2027-03-25' },
    });
  });
});

describe('a day that does not exist', () => {
  const early: Setting = { asking: 'when', ref: '2027-01-26T10:00:00' };

  test.each([
    ['31 February', ['2027-02-28', '2027-03-01']],
    ['30.2.', ['2027-02-28', '2027-03-01']],
    ['February 29', ['2027-02-28', '2027-03-01']],
    ['31 April', ['2027-04-30', '2027-05-01']],
    ['31/6', ['2027-06-30', '2027-07-01']],
  ])('%s is told with the nearest days of both months', (said, nearest) => {
    expect(moment(said, early)).toEqual({ impossible: { said, nearest } });
  });

  test('keeps the time that was said with it', () => {
    expect(moment('on 31 February at 9', early)).toMatchObject({
      impossible: { said: '31 February' },
      time: { value: '09:00' },
    });
  });

  test('a leap day of a leap year is a day', () => {
    expect(days('29 February 2028', early)).toBe('2028-02-29');
  });
});

describe('days that are not wanted', () => {
  test.each([
    ['not Monday', [1]],
    ["Monday doesn't work", [1]],
    ['any day except Friday', [5]],
  ])('%s excludes them', (said, exclude) => {
    expect(moment(said, asked)).toEqual({ exclude });
  });

  test('beside a wanted one', () => {
    expect(moment('not Monday, Tuesday', asked)).toMatchObject({
      date: { value: '2027-03-30' },
      exclude: [1],
    });
  });
});

test.each([
  ['tomorrow, no, Friday', '2027-03-26'],
  ['on Monday, sorry, I mean Tuesday', '2027-03-30'],
])('%s: what was said last stands', (said, date) => {
  expect(days(said)).toBe(date);
});

test('a corrected hour keeps the day said before it', () => {
  expect(moment('tomorrow at 10, no, make it 11', asked)).toMatchObject({
    date: { value: '2027-03-25' },
    time: { value: '11:00' },
  });
});
