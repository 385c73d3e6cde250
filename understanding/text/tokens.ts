/** The words of a message and where they stand. */
import { matchesOf } from './matches';

export interface Token {
  /** As in the folded text. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}']*/gu;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(text, WORD)) {
    const word = match[0].replace(/'{1,9}$/, '');
    tokens.push({ word, from: match.index, to: match.index + word.length });
  }
  return tokens;
}

/** A word without accents, so that `Oelwechsel`, `Ölwechsel` and `olwechsel` can be compared. */
export function unaccented(word: string): string {
  return /^[\x20-\x7e]*$/.test(word)
    ? word
    : word.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}
