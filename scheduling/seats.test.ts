/** Claims about seating: nobody is left out, nobody sits on another, and no more stand beyond the capacity than must. */
import fc from 'fast-check';
import { collide } from './busy';
import { seated, type Seat } from './seats';

const NOBODY: ReadonlySet<string> = new Set();

function seat(booking: string, start: number, end: number, unit: number): Seat {
  return { booking, start, end, before: 0, after: 0, unit };
}

it('those on units that go move to free ones, and are beyond only where there is none', () => {
  const rows = [seat('a', 0, 60, 3), seat('b', 60, 120, 4), seat('c', 0, 60, 0), seat('d', 30, 90, 2)];
  const { seats, beyond } = seated(rows, [], 2, NOBODY);
  expect(new Map(seats.map(({ booking, unit }) => [booking, unit]))).toEqual(
    new Map([
      ['c', 0],
      ['a', 1],
      ['d', 2],
      ['b', 0],
    ]),
  );
  expect(beyond).toEqual(['d']);
});

it('whoever has the whole of it has the whole of what it is then', () => {
  const rows = [seat('whole', 0, 60, 0), seat('whole', 0, 60, 1), seat('one', 60, 90, 1)];
  const units = (capacity: number): number[] =>
    seated(rows, [], capacity, new Set(['whole'])).seats.flatMap(({ booking, unit }) =>
      booking === 'whole' ? [unit] : [],
    );
  expect(units(1)).toEqual([0]);
  expect(units(4)).toEqual([0, 1, 2, 3]);
});

it('what stays where it is, is respected with its buffers', () => {
  const over = { ...seat('over', 0, 60, 0), after: 15 };
  expect(seated([seat('a', 65, 90, 1)], [over], 1, NOBODY).beyond).toEqual(['a']);
  expect(seated([seat('a', 75, 90, 1)], [over], 1, NOBODY).beyond).toEqual([]);
});

it('as many units are used as are wanted at once, and none twice', () => {
  const row = fc.record({ start: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), fc.integer({ min: 1, max: 6 }), (given, capacity) => {
      const rows = given.map(({ start, length }, at) => seat(String(at), start, start + length, at));
      const { seats, beyond } = seated(rows, [], capacity, NOBODY);
      expect(seats.map(({ booking }) => booking).sort()).toEqual(rows.map(({ booking }) => booking).sort());
      for (const one of seats)
        for (const other of seats)
          if (one !== other && one.unit === other.unit) expect(collide(one, other)).toBe(false);
      const busiest = Math.max(
        0,
        ...rows.map(({ start }) => rows.filter((r) => r.start <= start && start < r.end).length),
      );
      expect(new Set(seats.map(({ unit }) => unit)).size).toBe(busiest);
      if (busiest <= capacity) expect(beyond).toEqual([]);
    }),
  );
});
