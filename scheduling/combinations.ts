/** Orders in which one choice from each of several lists is tried. */

/**
 * Every combination of one entry per list, first choices first, possibly some twice. Normally all lists move on together
 * (1-1, 2-2, 3-3), so that clients who race for one time do not all insist on the same first person; when `steady`, four
 * combinations that change only the last lists come first.
 */
export function* combinations<T>(lists: readonly (readonly T[])[], steady: boolean): Generator<readonly T[]> {
  if (lists.some((list) => list.length === 0)) return;
  if (steady) yield* firstOf(inOrder(lists), 4);
  yield* together(lists);
  yield* inOrder(lists);
}

function* together<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const longest = Math.max(1, ...lists.map((list) => list.length));
  for (let at = 0; at < longest; at += 1)
    yield lists.flatMap((list) => list.slice(at % list.length).slice(0, 1));
}

function* inOrder<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...others] = lists;
  if (!first) yield [];
  else for (const entry of first) for (const rest of inOrder(others)) yield [entry, ...rest];
}

function* firstOf<T>(all: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const each of all) {
    if (taken >= count) return;
    taken += 1;
    yield each;
  }
}
