/** What is ruled out and what alone is wanted: days, hours, people, and questions why a time cannot be had. */
import { CLINIC, SALON } from '../support/catalogs';
import { claims, moment } from '../support/hear';

const asked = { asking: 'when' } as const;

describe('days that alone are wanted', () => {
  test.each([
    ['weekdays after 4', { only: [1, 2, 3, 4, 5], from: true }],
    ['only Tuesdays and Thursdays', { only: [2, 4] }],
    ['any Friday', { only: [5] }],
    ['weekday mornings', { only: [1, 2, 3, 4, 5], partOfDay: 'morning' }],
    ['Monday, Wednesday or Friday', { only: ['2027-03-29', '2027-03-31', '2027-03-26'] }],
  ])('%s', (said, wish) => {
    expect(moment(said, asked)).toMatchObject(wish);
  });

  test('neighbours stay a stretch of days', () => {
    expect(moment('Monday or Tuesday', asked)).toEqual({
      date: { value: '2027-03-29', certain: true },
      untilDate: '2027-03-30',
    });
  });
});

describe('what is ruled out', () => {
  test.each([
    ['not on Tuesday or Wednesday', { exclude: [2, 3] }],
    ['any day except Monday, Tuesday and Friday', { exclude: [1, 2, 5] }],
    ['any day but Monday, not before 3', { exclude: [1], time: { value: '15:00' }, from: true }],
    ["Mondays don't work for me", { exclude: [1] }],
    ['not tomorrow', { exclude: ['2027-03-25'] }],
    ['not this week', { exclude: ['2027-03-24', '2027-03-25', '2027-03-26', '2027-03-27', '2027-03-28'] }],
    ['no mornings please', { avoid: ['morning'] }],
    ["I can't do mornings", { avoid: ['morning'] }],
    ['next week, but not in the afternoon', { date: { value: '2027-03-29' }, avoid: ['afternoon'] }],
    ['anything but 10', { avoidTimes: ['10:00', '22:00'] }],
    ['nothing before 3', { time: { value: '15:00' }, from: true }],
    ["I can't come after 4", { untilTime: '16:00' }],
    ['I work until 4', { time: { value: '16:00' }, from: true }],
  ])('%s', (said, wish) => {
    expect(moment(said, asked)).toMatchObject(wish);
  });

  test('working days are those of the country', () => {
    expect(moment('on weekdays', { ...asked, catalog: CLINIC })).toEqual({ only: [1, 2, 3, 4, 7] });
    expect(moment('not on weekdays', { ...asked, catalog: SALON })).toEqual({ exclude: [1, 2, 3, 6, 7] });
  });
});

describe('the first and the last of a stretch', () => {
  test.each([
    ['the first free on Friday afternoon', 'first'],
    ['earliest you have next week', 'first'],
    ['first slot after 3 on Tuesday', 'first'],
    ['the latest slot on Thursday', 'last'],
    ['the last appointment on Friday', 'last'],
    ["what's the latest you can do on Friday", 'last'],
  ])('%s', (said, pick) => {
    expect(moment(said, asked)).toMatchObject({ pick, date: {} });
  });

  test('"at the latest" is an end, not a pick', () => {
    expect(moment('Friday at the latest', asked)).toMatchObject({ untilDate: '2027-03-26' });
    expect(moment('by 5 latest', asked)).toEqual({ untilTime: '17:00' });
  });
});

describe('people', () => {
  claims(asked, [
    ['not with Ali', 'person not ali'],
    ['anyone but Ali', 'person not ali'],
    ['someone other than Jana please', 'person not jana'],
    ['not Ali, Jana', 'person jana'],
    ['someone else', 'person not any'],
    ["I don't mind who", 'person any'],
    ['anyone', 'person any'],
    ['with whoever is free', 'person any'],
  ]);
});

describe('why not', () => {
  claims(asked, [
    ['why not 10?', 'ask why | when 2027-03-24T10:00'],
    ["why can't I come at 7?", 'ask why | when 2027-03-25T07:00'],
    ['why is 10 not possible', 'ask why | when 2027-03-24T10:00'],
    ["why can't Ali do it at 10?", 'ask why | person ali | when 2027-03-24T10:00'],
    ['why not?', 'ask why'],
    ['why not', 'ask why'],
    ['how come?', 'ask why'],
  ]);
  claims({ asking: 'confirm' }, [
    ['why not?', 'ask why'],
    ['why not', 'affirm'],
    ['why not at 11?', 'ask why | when 2027-03-24T11:00'],
  ]);
});

describe('another time', () => {
  claims(asked, [
    ['can you do earlier?', 'alternatives'],
    ['another time', 'alternatives'],
  ]);
});
