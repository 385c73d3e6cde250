/** Chance that comes out the same every time: numbers from a seed. */

export interface Random {
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** Mulberry32: small, fast, and good enough to place a typo. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const below = (most: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
  };
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
}

/** A seed of its own for each file, so that a file breaks in the same way alone and among others. */
export function seedFor(seed: number, name: string): number {
  return [...name].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619),
    seed ^ 0x811c9dc5,
  );
}
