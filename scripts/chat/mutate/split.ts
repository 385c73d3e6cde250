/** A message that is sent in two halves, one right after the other. */
import type { Random } from './random';
import type { Piece } from './spared';

/** The halves; null for what cannot be cut at a blank with words on either side that noise may touch. */
export function halves(pieces: readonly Piece[], random: Random): readonly [string, string] | null {
  const cuts = pieces.flatMap(({ text }, index) => (text === ' ' && index > 0 ? [index] : []));
  const at = cuts[random.below(cuts.length)];
  if (at === undefined) return null;
  const join = (part: readonly Piece[]): string => part.map(({ text }) => text).join('');
  return [join(pieces.slice(0, at)), join(pieces.slice(at + 1))];
}
