/** Claims about the steps at which appointments may begin. */
import { gridAround, gridStarts, isOnGrid } from './grid';
import { toLocal } from './zone';
import { berlin } from './workshop.fixture';

function wallStarts(from: string, to: string, step: number, duration = 30, zone = 'Europe/Berlin'): string[] {
  const [first, last] = [berlin(from), berlin(to)];
  return gridStarts([first, last], { zone, step }, duration, first, last).map((start) =>
    toLocal(start, zone).slice(11),
  );
}

test('starts stand on the wall clock, wherever opening begins, and end before closing', () => {
  expect(wallStarts('2026-03-10T07:40', '2026-03-10T09:00', 15)).toEqual([
    '07:45',
    '08:00',
    '08:15',
    '08:30',
  ]);
});

test('no start lies in a gap, and each time of a repeated hour comes twice', () => {
  expect(wallStarts('2026-03-29T01:00', '2026-03-29T04:00', 30)).toEqual([
    '01:00',
    '01:30',
    '03:00',
    '03:30',
  ]);
  expect(wallStarts('2026-10-25T01:30', '2026-10-25T03:30', 30)).toEqual([
    '01:30',
    '02:00',
    '02:30',
    '02:00',
    '02:30',
    '03:00',
  ]);
});

test('in a zone off the full hour the grid is that of its own clock', () => {
  const [first, last] = [berlin('2026-06-01T10:00'), berlin('2026-06-01T11:30')];
  const starts = gridStarts([first, last], { zone: 'Asia/Kathmandu', step: 60 }, 30, first, last);
  expect(starts.map((start) => toLocal(start, 'Asia/Kathmandu').slice(11))).toEqual(['14:00']);
});

test('a grid that does not divide the day begins anew at each midnight', () => {
  expect(wallStarts('2026-03-10T23:00', '2026-03-11T01:30', 50, 10)).toEqual(['23:20', '00:00', '00:50']);
});

test('a minute off the grid has neighbours on it', () => {
  const grid = { zone: 'Europe/Berlin', step: 15 };
  expect(isOnGrid(berlin('2026-03-10T10:15'), grid)).toBe(true);
  expect(gridAround(berlin('2026-03-10T10:20'), grid)).toEqual({
    before: berlin('2026-03-10T10:15'),
    after: berlin('2026-03-10T10:30'),
  });
});
