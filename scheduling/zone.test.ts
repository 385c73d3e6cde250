/** Claims about zones: gaps, repeats, skipped days and what is refused. */
import {
  dayBounds,
  instantAround,
  offsetAt,
  toInstant,
  toLocal,
  toLocalDate,
  toRfc3339,
  validZone,
} from './zone';

const utc = (text: string): number => Date.parse(`${text}:00Z`) / 60_000;

test('an ordinary wall time is one instant, by the offset of that day', () => {
  expect(toInstant('2026-03-28T10:00', 'Europe/Berlin')).toEqual({
    kind: 'exact',
    minute: utc('2026-03-28T09:00'),
  });
  expect(toInstant('2026-03-30T10:00', 'Europe/Berlin')).toEqual({
    kind: 'exact',
    minute: utc('2026-03-30T08:00'),
  });
  expect(toInstant('2026-07-01T10:00', 'Asia/Kathmandu')).toEqual({
    kind: 'exact',
    minute: utc('2026-07-01T04:15'),
  });
});

test('a wall time that clocks jump over is a gap with the nearest times that exist', () => {
  expect(toInstant('2026-03-29T02:30', 'Europe/Berlin')).toEqual({
    kind: 'gap',
    before: '2026-03-29T01:59',
    after: '2026-03-29T03:00',
  });
});

test('on a grid the nearest times around a gap are on it', () => {
  const gap = { kind: 'gap', before: '2026-03-29T01:45', after: '2026-03-29T03:00' };
  expect(toInstant('2026-03-29T02:00', 'Europe/Berlin', 15)).toEqual(gap);
  expect(toInstant('2026-03-29T02:59', 'Europe/Berlin', 15)).toEqual(gap);
});

test('a midnight that does not exist lies between the evening before and one o’clock', () => {
  expect(toInstant('2026-04-24T00:10', 'Africa/Cairo', 10)).toEqual({
    kind: 'gap',
    before: '2026-04-23T23:50',
    after: '2026-04-24T01:00',
  });
});

test('a change of half an hour has a gap of half an hour', () => {
  expect(toInstant('2026-10-04T02:15', 'Australia/Lord_Howe', 15)).toEqual({
    kind: 'gap',
    before: '2026-10-04T01:45',
    after: '2026-10-04T02:30',
  });
  expect(toInstant('2026-10-04T02:30', 'Australia/Lord_Howe').kind).toBe('exact');
});

test('a repeated wall time names both instants, the earlier first', () => {
  expect(toInstant('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
    kind: 'repeated',
    first: utc('2026-10-25T00:30'),
    second: utc('2026-10-25T01:30'),
  });
  expect(toInstant('2026-11-01T01:30', 'America/New_York').kind).toBe('repeated');
});

test('a day that a zone skipped is one long gap and has no minutes', () => {
  expect(toInstant('2011-12-30T10:00', 'Pacific/Apia', 15)).toEqual({
    kind: 'gap',
    before: '2011-12-29T23:45',
    after: '2011-12-31T00:00',
  });
  const { from, to } = dayBounds('2011-12-30', 'Pacific/Apia');
  expect(from).toBe(to);
  expect(from).toBe(dayBounds('2011-12-31', 'Pacific/Apia').from);
  expect(from).toBe(dayBounds('2011-12-29', 'Pacific/Apia').to);
});

test('local days last 23, 24 or 25 hours', () => {
  const hours = (date: string): number => {
    const { from, to } = dayBounds(date, 'Europe/Berlin');
    return (to - from) / 60;
  };
  expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([23, 24, 25]);
});

test('a search around a gap begins where time goes on, around a repeat with its first', () => {
  expect(toLocal(instantAround('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe(
    '2026-03-29T03:00',
  );
  expect(instantAround('2026-10-25T02:30', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30'));
});

test('an instant is written with the offset that holds then', () => {
  expect(toRfc3339(utc('2026-03-28T09:00'), 'Europe/Berlin')).toBe('2026-03-28T10:00:00+01:00');
  expect(toRfc3339(utc('2026-07-01T12:00'), 'America/St_Johns')).toBe('2026-07-01T09:30:00-02:30');
  expect(toRfc3339(utc('2026-07-01T12:00'), 'UTC')).toBe('2026-07-01T12:00:00+00:00');
  expect(toLocalDate(utc('2026-03-27T23:30'), 'Europe/Berlin')).toBe('2026-03-28');
  expect(offsetAt(utc('2026-07-01T12:00'), 'Asia/Kathmandu')).toBe(345);
});

test.each([
  'Europe/Berlin',
  'UTC',
  'Asia/Kolkata',
  'America/Port-au-Prince',
  'America/Argentina/Buenos_Aires',
])('%s is a zone', (name) => {
  expect(validZone(name)).toBe(true);
});

test.each(['europe/berlin', 'EUROPE/BERLIN', '+02:00', 'Europe/Atlantis', '', 'local', ' UTC'])(
  '"%s" is no zone',
  (name) => {
    expect(validZone(name)).toBe(false);
  },
);

test('an unknown zone is an error that names it, not a guess', () => {
  expect(() => offsetAt(0, 'Europe/Atlantis')).toThrow('"Europe/Atlantis" is not a time zone');
});
