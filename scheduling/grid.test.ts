/** Claims about the steps at which appointments may begin. */
import { gridAround, gridMinutes, isOnGrid } from './grid';
import { toLocal } from './zone';
import { berlin } from './workshop.fixture';

function wallTimes(from: string, to: string, step: number, zone = 'Europe/Berlin'): string[] {
  const minutes = gridMinutes([berlin(from), berlin(to)], { zone, step });
  return minutes.map((minute) => toLocal(minute, zone).slice(11));
}

test('steps are counted on the wall clock, wherever opening begins, and the end is outside', () => {
  expect(wallTimes('2026-03-10T07:40', '2026-03-10T08:30', 15)).toEqual(['07:45', '08:00', '08:15']);
});

test('no start lies in a gap, and each time of a repeated hour comes twice', () => {
  expect(wallTimes('2026-03-29T01:00', '2026-03-29T04:00', 30)).toEqual(['01:00', '01:30', '03:00', '03:30']);
  expect(wallTimes('2026-10-25T01:30', '2026-10-25T03:30', 30)).toEqual([
    '01:30',
    '02:00',
    '02:30',
    '02:00',
    '02:30',
    '03:00',
  ]);
});

test('in a zone off the full hour the grid is that of its own clock', () => {
  expect(wallTimes('2026-06-01T10:00', '2026-06-01T11:30', 60, 'Asia/Kathmandu')).toEqual(['14:00', '15:00']);
});

test('a grid that does not divide the day begins anew at each midnight', () => {
  expect(wallTimes('2026-03-10T23:00', '2026-03-11T01:30', 50)).toEqual(['23:20', '00:00', '00:50']);
});

test('a limit gives the earliest', () => {
  const within = [
    berlin('2026-03-10T10:00'),
    berlin('2026-03-10T11:00'),
    berlin('2026-03-10T14:00'),
    berlin('2026-03-10T15:00'),
  ];
  expect(gridMinutes(within, { zone: 'Europe/Berlin', step: 30 }, 3)).toEqual([
    berlin('2026-03-10T10:00'),
    berlin('2026-03-10T10:30'),
    berlin('2026-03-10T14:00'),
  ]);
});

test('a minute off the grid has neighbours on it', () => {
  const grid = { zone: 'Europe/Berlin', step: 15 };
  expect(isOnGrid(berlin('2026-03-10T10:15'), grid)).toBe(true);
  expect(gridAround(berlin('2026-03-10T10:20'), grid)).toEqual({
    before: berlin('2026-03-10T10:15'),
    after: berlin('2026-03-10T10:30'),
  });
});
