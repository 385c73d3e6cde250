/** How far two words are apart, for typing errors. */

/** Typing errors forgiven by the length of what was typed: short words are too easily other words. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Optimal string alignment distance (insertions, deletions, substitutions, neighbours swapped), or
 * `limit + 1` as soon as it is certain to be more than `limit`.
 */
export function distance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const next = nextRow(left, right, row, last, before);
    if (Math.min(...next) > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return Math.min(last[right.length] ?? limit + 1, limit + 1);
}

function nextRow(left: string, right: string, row: number, last: number[], before: number[]): number[] {
  const next = [row];
  for (let column = 1; column <= right.length; column += 1) {
    const changed = left[row - 1] === right[column - 1] ? 0 : 1;
    let cost = Math.min(
      (last[column] ?? 0) + 1,
      (next[column - 1] ?? 0) + 1,
      (last[column - 1] ?? 0) + changed,
    );
    const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    if (swapped && row > 1 && column > 1) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    next.push(cost);
  }
  return next;
}

/** The letters of a word as bits: two words within `n` errors differ in at most `2n` of them. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

export function bitsApart(left: number, right: number): number {
  let rest = (left ^ right) >>> 0;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    rest >>>= 0;
    count += 1;
  }
  return count;
}
