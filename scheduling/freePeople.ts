/** Who is free at each of many starts: the one hot spot of availability, written with bits instead of branches. */
import type { Minute } from './business';
import type { Intervals } from './interval';

export interface Person {
  readonly id: string;
  /** Starts at which this person cannot take the appointment. */
  readonly blocked: Intervals;
}

/** People to a word of bits. */
const WORD = 32;

/**
 * For each of the ascending starts, at each of which somebody is free, the ids of those who are, in the order given. With a
 * hundred people over a month, asking everybody at every start costs a mispredicted branch each time; so every person's
 * boundaries flip a bit at the first start behind them, and what is free follows from all flips up to a start.
 */
export function freePeople(
  people: readonly Person[],
  starts: readonly Minute[],
): readonly (readonly string[])[] {
  const ids = people.map((person) => person.id);
  if (people.length <= 1) return starts.map(() => ids);
  const words = Math.ceil(people.length / WORD);
  const flips = flipsAt(people, starts, words);
  const blocked = new Int32Array(words);
  const scratch = [...ids];
  let free: readonly string[] = ids;
  return starts.map((_, at) => {
    if (advance(blocked, flips, at * words)) free = scratch.slice(0, writeFree(ids, blocked, scratch));
    return free;
  });
}

/** For each start the bits of the people who are blocked there and not at the start before, or the other way round. */
function flipsAt(people: readonly Person[], starts: readonly Minute[], words: number): Int32Array {
  const [first, last] = [starts[0] ?? 0, starts.at(-1) ?? 0];
  const step = smallestStep(starts);
  const following = followingStarts(starts, first, step);
  const flips = new Int32Array((starts.length + 1) * words);
  for (const [person, { blocked }] of people.entries()) {
    const word = Math.floor(person / WORD);
    const bit = 1 << (person % WORD);
    for (const boundary of blocked) {
      const minute = boundary < first ? first : boundary > last ? last + step : boundary;
      // Of the starts in one step there is at most one: the boundary is before or behind it.
      const next = following[Math.floor((minute - first) / step)] ?? 0;
      const at = (next + Number((starts[next] ?? Infinity) < minute)) * words + word;
      flips[at] = (flips[at] ?? 0) ^ bit;
    }
  }
  return flips;
}

function smallestStep(starts: readonly Minute[]): number {
  let smallest = Infinity;
  for (let at = 1; at < starts.length; at += 1) {
    smallest = Math.min(smallest, (starts[at] ?? 0) - (starts[at - 1] ?? 0));
  }
  return smallest === Infinity ? 1 : smallest;
}

/** For every step from the first start on, the index of the first start at or after its beginning; behind the last, their number. */
function followingStarts(starts: readonly Minute[], first: Minute, step: number): Int32Array {
  const length = Math.floor(((starts.at(-1) ?? 0) - first) / step) + 2;
  const following = new Int32Array(length);
  let from = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const to = Math.floor(((starts[index] ?? 0) - first) / step) + 1;
    following.fill(index, from, to);
    from = to;
  }
  return following.fill(starts.length, from);
}

/** Flips the bits of one start; whether there were any. */
function advance(blocked: Int32Array, flips: Int32Array, from: number): boolean {
  let flipped = 0;
  for (let word = 0; word < blocked.length; word += 1) {
    const own = flips[from + word] ?? 0;
    blocked[word] = (blocked[word] ?? 0) ^ own;
    flipped |= own;
  }
  return flipped !== 0;
}

/** Writes the ids of those who are not blocked into `free`; how many they are. */
function writeFree(ids: readonly string[], blocked: Int32Array, free: string[]): number {
  let count = 0;
  for (let word = 0; word < blocked.length; word += 1) {
    const first = word * WORD;
    const existing = ids.length - first < WORD ? (1 << (ids.length - first)) - 1 : -1;
    for (let left = ~(blocked[word] ?? 0) & existing; left !== 0; left &= left - 1) {
      free[count] = ids[first + WORD - 1 - Math.clz32(left & -left)] ?? '';
      count += 1;
    }
  }
  return count;
}
