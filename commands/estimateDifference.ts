/** What a new version of an estimate changed, line by line: lines are the same when their titles are. */
import type { EstimateDifference } from './visitTypes';

interface Line {
  readonly title: string;
  readonly amount: number;
}

/** Lines that stayed as they were are left out; those that are gone come first. */
export function differenceBetween(
  before: readonly Line[],
  after: readonly Line[],
): readonly EstimateDifference[] {
  const left = [...after];
  const differences: EstimateDifference[] = [];
  for (const { title, amount } of before) {
    const at = left.findIndex((line) => sameTitle(line.title, title));
    const [now] = at < 0 ? [] : left.splice(at, 1);
    if (now?.amount !== amount) differences.push({ title, before: amount, after: now?.amount ?? null });
  }
  return [...differences, ...left.map(({ title, amount }) => ({ title, before: null, after: amount }))];
}

function sameTitle(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase('en') === other.trim().toLocaleLowerCase('en');
}
