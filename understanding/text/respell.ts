/** Typing errors and short forms are mended before anything is matched; spans still lead to what was typed. */
import type { Token } from './tokens';
import { tokensOf } from './tokens';
import type { Utterance } from './utterance';

/** What a typed word should be read as; null leaves it. `from` is where it stands in the folded text. */
export type Mend = (word: string, from: number) => string | null;

export function respell(utterance: Utterance, mend: Mend): Utterance {
  const changes = tokensOf(utterance.text).flatMap((token): Change[] => {
    const better = mend(token.word, token.from);
    return better === null || better === token.word ? [] : [{ token, better }];
  });
  return changes.length === 0 ? utterance : rebuild(utterance, changes);
}

interface Change {
  readonly token: Token;
  readonly better: string;
}

function rebuild(utterance: Utterance, changes: readonly Change[]): Utterance {
  let text = '';
  let said = '';
  const at: number[] = [];
  let from = 0;
  for (const { token, better } of changes) {
    text += utterance.text.slice(from, token.from) + better;
    said += utterance.said.slice(from, token.from) + casedLike(utterance.said.charAt(token.from), better);
    at.push(...utterance.at.slice(from, token.from), ...stretch(utterance.at, token, better.length));
    from = token.to;
  }
  at.push(...utterance.at.slice(from));
  return {
    original: utterance.original,
    text: text + utterance.text.slice(from),
    said: said + utterance.said.slice(from),
    at,
  };
}

/** Positions of a mended word: as far as they go those of the typed one, the rest at its last letter. */
function stretch(at: readonly number[], token: Token, length: number): number[] {
  return Array.from({ length }, (_, index) => at[Math.min(token.from + index, token.to - 1)] ?? 0);
}

function casedLike(first: string, word: string): string {
  const capital = first !== first.toLowerCase();
  return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
