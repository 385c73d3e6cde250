/** Hours and stretches of the day, and what the opening hours add to them. */
import { GARAGE, SALON } from '../support/catalogs';
import { moment } from '../support/hear';
import type { Setting } from '../support/hear';

const asked: Setting = { asking: 'when' };

test.each([
  ['10', '10:00'],
  ['at 3', '15:00'],
  ['8', '08:00'],
  ['10am', '10:00'],
  ['10 a.m.', '10:00'],
  ['3 pm', '15:00'],
  ['12 pm', '12:00'],
  ['12 am', '00:00'],
  ['10:30', '10:30'],
  ['10.30', '10:30'],
  ['1030', '10:30'],
  ['at 9 15', '09:15'],
  ['half past two', '14:30'],
  ['half nine', '09:30'],
  ['quarter to nine', '08:45'],
  ['quarter past 4', '16:15'],
  ['twenty to three', '14:40'],
  ['ten past eleven', '11:10'],
  ['20 past 2 pm', '14:20'],
  ['ten thirty', '10:30'],
  ['nine oh five', '09:05'],
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['14h', '14:00'],
  ['14h30', '14:30'],
  ["2 o'clock", '14:00'],
  ['at three', '15:00'],
  ['around 4ish', '16:00'],
  ['at 7 in the evening', '19:00'],
  ['9 in the morning', '09:00'],
  ['11 tomorrow', '11:00'],
  ['tomorrow 2pm', '14:00'],
  ['make it 11', '11:00'],
  ['how about 4?', '16:00'],
])('%s is that time', (said, time) => {
  expect(moment(said, asked)?.time?.value).toBe(time);
});

describe('certain and implied', () => {
  test('"at 3" is 15:00 by the opening hours, and 03:00 stays possible', () => {
    expect(moment('at 3', asked)?.time).toEqual({ value: '15:00', certain: false, others: ['03:00'] });
  });

  test('"8" is 08:00 where it is open then', () => {
    expect(moment('8', asked)?.time).toEqual({ value: '08:00', certain: false, others: ['20:00'] });
  });

  test('"7" is in the evening where the morning is closed', () => {
    expect(moment('at 7', { asking: 'when', catalog: SALON })?.time?.value).toBe('19:00');
  });

  test('today an hour that is over gives way', () => {
    const nights = GARAGE.branches.map((branch) => ({
      ...branch,
      hours: branch.hours.map((hours) => ({ ...hours, from: 0, to: 1440 })),
    }));
    const late: Setting = {
      asking: 'when',
      ref: '2027-03-24T18:00:00',
      catalog: { ...GARAGE, branches: nights },
    };
    expect(moment('today at 9', late)?.time?.value).toBe('21:00');
  });

  test.each(['15:00', '3 pm', '14h', '08:00', 'at 7 in the evening', 'noon'])('%s is certain', (said) => {
    expect(moment(said, asked)?.time?.certain).toBe(true);
  });
});

describe('stretches of the day', () => {
  test.each([
    ['after 3', { time: { value: '15:00', certain: false, others: ['03:00'] }, from: true }],
    ['from 3 onwards', { time: { value: '15:00', certain: false, others: ['03:00'] }, from: true }],
    ['before noon', { untilTime: '12:00' }],
    ['before 11', { untilTime: '11:00' }],
    ['between 2 and 4', { time: { value: '14:00', certain: false, others: ['02:00'] }, untilTime: '16:00' }],
    ['from 9 to 11', { time: { value: '09:00', certain: false, others: ['21:00'] }, untilTime: '11:00' }],
    ['2-4pm', { time: { value: '14:00', certain: true }, untilTime: '16:00' }],
    ['from 11 to 1', { time: { value: '11:00', certain: false, others: ['23:00'] }, untilTime: '13:00' }],
    ['in the morning', { partOfDay: 'morning' }],
    ['afternoon', { partOfDay: 'afternoon' }],
    ['lunchtime', { partOfDay: 'midday' }],
    ['after work', { time: { value: '17:00', certain: false }, from: true }],
  ])('%s', (said, read) => {
    expect(moment(said, asked)).toEqual(read);
  });
});

describe('wishes relative to what stood', () => {
  test.each([
    ['same time', { same: 'time' }],
    ['the same day', { same: 'date' }],
    ['an hour later', { shift: 60 }],
    ['half an hour earlier', { shift: -30 }],
    ['asap', { pick: 'first' }],
    ['the earliest you have', { pick: 'first' }],
    ['first free slot', { pick: 'first' }],
    ['the last slot of the day', { pick: 'last' }],
  ])('%s', (said, read) => {
    expect(moment(said, asked)).toEqual(read);
  });
});

describe('from now on', () => {
  test.each([
    ['in 20 minutes', '2027-03-24', '09:20'],
    ['in an hour', '2027-03-24', '10:00'],
    ['in half an hour', '2027-03-24', '09:30'],
    ['in an hour and a half', '2027-03-24', '10:30'],
    ['in about 3 hours', '2027-03-24', '12:00'],
    ['2 hours from now', '2027-03-24', '11:00'],
  ])('%s', (said, date, time) => {
    expect(moment(said, asked)).toEqual({
      date: { value: date, certain: true },
      time: { value: time, certain: true },
    });
  });

  test('elapsed hours count, also over a clock change', () => {
    const night: Setting = { asking: 'when', ref: '2027-03-28T01:30:00' };
    expect(moment('in 2 hours', night)?.time?.value).toBe('04:30');
  });
});

describe('tonight', () => {
  test('at 3 am is after midnight', () => {
    expect(moment('at 3 am tonight')).toMatchObject({
      date: { value: '2027-03-25' },
      time: { value: '03:00', certain: true },
    });
  });

  test('at 8 is this evening', () => {
    expect(moment('tonight at 8')).toMatchObject({ date: { value: '2027-03-24' }, time: { value: '20:00' } });
  });
});

describe('numbers that are no times', () => {
  test.each([
    'my plate is B-XY 123',
    'call me on 0151 12345678',
    'it has 10 doors',
    'for 2 people',
    'about 300 km',
    'it costs €20',
    '20% off',
    'it takes 45 minutes',
    'I am 10 minutes late',
    'Golf 7',
    'one question',
    'number 12',
    '24/7',
  ])('%s', (said) => {
    expect(moment(said)).toBeNull();
  });
});
