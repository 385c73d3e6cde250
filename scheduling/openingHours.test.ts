/** Claims about opening hours as UTC minutes: exceptions, clock changes, nights. */
import type { Branch } from './business';
import { contains } from './interval';
import { exceptionOn, hoursOn, isOpen, openIntervals } from './openingHours';
import { dayBounds, toLocal } from './zone';

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];

function branch(zone: string, from: number, to: number, exceptions: Branch['exceptions'] = []): Branch {
  const hours = ALL_WEEK.map((weekday) => ({ weekday, from, to }));
  return { id: 'place', names: { en: 'Place' }, zone, address: '', hours, exceptions };
}

/** The open stretches that begin on a local day, as wall times. */
function opened(place: Branch, date: string): string[] {
  const { from, to } = dayBounds(date, place.zone);
  const open = openIntervals(place, from, to);
  const texts: string[] = [];
  for (let at = 0; at < open.length; at += 2) {
    const [start, end] = [open[at] ?? 0, open[at + 1] ?? 0];
    if (start >= from && start < to)
      texts.push(`${toLocal(start, place.zone).slice(11)}–${toLocal(end, place.zone).slice(11)}`);
  }
  return texts;
}

test('the doors open at the same wall time before, on and after a clock change', () => {
  const place = branch('Europe/Berlin', 540, 1020);
  for (const date of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
    expect(opened(place, date)).toEqual(['09:00–17:00']);
  }
});

test('hours that lie in a gap begin when time goes on', () => {
  expect(opened(branch('Europe/Berlin', 150, 300), '2026-03-29')).toEqual(['03:00–05:00']);
  expect(opened(branch('Africa/Cairo', 0, 300), '2026-04-24')).toEqual(['01:00–05:00']);
  expect(opened(branch('Europe/Berlin', 130, 170), '2026-03-29')).toEqual([]);
});

test('a repeated hour is open twice', () => {
  const place = branch('Europe/Berlin', 60, 180);
  const { from, to } = dayBounds('2026-10-25', 'Europe/Berlin');
  const open = openIntervals(place, from, to);
  const lasted = Array.from({ length: to - from }, (_, index) => from + index).filter((minute) =>
    contains(open, minute),
  );
  expect(lasted).toHaveLength(180);
});

test('a shift over midnight belongs to the day on which it begins, and nights join without a seam', () => {
  const night = branch('Europe/Berlin', 1320, 1680, [{ date: '2026-03-11', open: [], reason: null }]);
  expect(opened(night, '2026-03-10')).toEqual(['22:00–04:00']);
  expect(opened(night, '2026-03-11')).toEqual([]);
  const always = branch('Europe/Berlin', 0, 1440);
  const { from, to } = dayBounds('2026-03-29', 'Europe/Berlin');
  expect(isOpen(always, from - 600, to + 600)).toBe(true);
});

test('an exception replaces the hours of its day and of no other', () => {
  const exceptions = [
    { date: '2026-03-10', open: [], reason: 'Stocktaking' },
    {
      date: '2026-03-11',
      open: [
        { from: 960, to: 1080 },
        { from: 600, to: 720 },
      ],
      reason: null,
    },
  ];
  const place = branch('Europe/Berlin', 540, 1020, exceptions);
  expect(opened(place, '2026-03-09')).toEqual(['09:00–17:00']);
  expect(opened(place, '2026-03-10')).toEqual([]);
  expect(opened(place, '2026-03-11')).toEqual(['10:00–12:00', '16:00–18:00']);
  expect(hoursOn(place, '2026-03-11')).toEqual([
    { from: 600, to: 720 },
    { from: 960, to: 1080 },
  ]);
  expect(exceptionOn(place, '2026-03-10')?.reason).toBe('Stocktaking');
  expect(exceptionOn(place, '2026-03-12')).toBeNull();
});

test('a day that the zone skipped is never open', () => {
  const place = branch('Pacific/Apia', 540, 1020);
  const { from } = dayBounds('2011-12-29', 'Pacific/Apia');
  const { to } = dayBounds('2011-12-31', 'Pacific/Apia');
  const open = openIntervals(place, from, to).filter((boundary) => boundary >= from && boundary < to);
  expect(open.map((boundary) => toLocal(boundary, 'Pacific/Apia'))).toEqual([
    '2011-12-29T09:00',
    '2011-12-29T17:00',
    '2011-12-31T09:00',
    '2011-12-31T17:00',
  ]);
});

test('a night is open in the morning after, whichever two days it joins, and over months at once', () => {
  const night = branch('Europe/Berlin', 1320, 1680);
  const days = Array.from(
    { length: 70 },
    (_, index) => dayBounds('2026-01-01', 'Europe/Berlin').from + index * 1440,
  );
  expect(days.filter((midnight) => !isOpen(night, midnight + 60, midnight + 120))).toEqual([]);
  const all = openIntervals(night, days[0] ?? 0, days.at(-1) ?? 0);
  expect(
    days.slice(1).filter((midnight) => !contains(all, midnight) || contains(all, midnight + 720)),
  ).toEqual([]);
});
