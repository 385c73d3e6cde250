/** Claims about sets of minutes, held against sets that list every minute. */
import fc from 'fast-check';
import {
  clip,
  contains,
  covers,
  intersect,
  merge,
  shorten,
  subtract,
  union,
  type Intervals,
} from './interval';

const END = 60;
const pairs = fc.array(fc.tuple(fc.nat(END), fc.nat(END)), { maxLength: 8 }).map((list) => list.flat());

function minutesOf(loose: readonly number[]): Set<number> {
  const minutes = new Set<number>();
  for (let at = 0; at < loose.length; at += 2) {
    for (let minute = loose[at] ?? 0; minute < (loose[at + 1] ?? 0); minute += 1) minutes.add(minute);
  }
  return minutes;
}

const listed = (intervals: Intervals): number[] => [...minutesOf(intervals)].sort((a, b) => a - b);
const all = Array.from({ length: END }, (_, minute) => minute);

function expectTidy(intervals: Intervals): void {
  expect(intervals.length % 2).toBe(0);
  intervals.forEach((boundary, at) => expect(boundary).toBeGreaterThan(intervals[at - 1] ?? -1));
}

test('merging keeps every minute of loose pairs, sorted and apart', () => {
  fc.assert(
    fc.property(pairs, (loose) => {
      const merged = merge(loose);
      expectTidy(merged);
      expect(listed(merged)).toEqual([...minutesOf(loose)].sort((a, b) => a - b));
    }),
    { seed: 1 },
  );
});

test('union, intersection and difference hold exactly the minutes of sets', () => {
  fc.assert(
    fc.property(pairs, pairs, (looseA, looseB) => {
      const [a, b] = [merge(looseA), merge(looseB)];
      const [inA, inB] = [minutesOf(a), minutesOf(b)];
      [union(a, b), intersect(a, b), subtract(a, b)].forEach(expectTidy);
      expect(listed(union(a, b))).toEqual(all.filter((minute) => inA.has(minute) || inB.has(minute)));
      expect(listed(intersect(a, b))).toEqual(all.filter((minute) => inA.has(minute) && inB.has(minute)));
      expect(listed(subtract(a, b))).toEqual(all.filter((minute) => inA.has(minute) && !inB.has(minute)));
    }),
    { seed: 2 },
  );
});

test('a minute or a stretch is inside when each of its minutes is', () => {
  fc.assert(
    fc.property(pairs, fc.nat(END), fc.integer({ min: 1, max: 10 }), (loose, from, length) => {
      const [intervals, minutes] = [merge(loose), minutesOf(loose)];
      expect(contains(intervals, from)).toBe(minutes.has(from));
      const stretch = Array.from({ length }, (_, index) => from + index);
      expect(covers(intervals, from, from + length)).toBe(stretch.every((minute) => minutes.has(minute)));
    }),
    { seed: 3 },
  );
});

test('touching intervals become one, and the end is outside', () => {
  expect(merge([10, 20, 0, 10, 30, 30])).toEqual([0, 20]);
  expect(contains([0, 20], 20)).toBe(false);
  expect(clip([0, 20, 30, 40], 10, 35)).toEqual([10, 20, 30, 35]);
  expect(clip([0, 20], 15, 15)).toEqual([]);
});

test('shortened intervals end earlier, and short ones vanish', () => {
  expect(shorten([0, 20, 30, 35], 5)).toEqual([0, 15]);
});
