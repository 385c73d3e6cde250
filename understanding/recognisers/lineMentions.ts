/** Which of the lines that were put to somebody a clause speaks of: by words of their titles, or by their place. */
import type { Language, LineWords } from '../languages/language';
import { distance } from '../text/distance';
import { tokensOf, unaccented, type Token } from '../text/tokens';
import { utteranceOf } from '../text/utterance';

export interface Mention {
  /** Numbers of lines, counted from 1. */
  readonly lines: readonly number[];
  /** "The rest": all that is not named. */
  readonly rest?: true;
  readonly from: number;
  readonly to: number;
}

/** Shorter words of a title tell nothing: "of", "L". */
const TELLING = 3;
/** From so many letters on one wrong one is forgiven. */
const FORGIVING = 5;

/** In the order of the clause; words of one title that stand together are one mention. */
export function mentionsIn(
  clause: string,
  titles: readonly string[],
  language: Language & { readonly lines: LineWords },
): readonly Mention[] {
  const first = firstOf(clause, titles.length, language.lines);
  if (first) return [first];
  const found = tokensOf(clause).flatMap((token) => mentionOf(token, titles, language) ?? []);
  const joined = found.reduce<readonly Mention[]>((all, next) => {
    const last = all.at(-1);
    const both = last && together(last, next, clause, language.lines);
    return both ? [...all.slice(0, -1), both] : [...all, next];
  }, []);
  return [...joined, ...restIn(clause, language.lines)].sort((left, right) => left.from - right.from);
}

function restIn(clause: string, { rest }: LineWords): readonly Mention[] {
  const match = rest.exec(clause);
  return match ? [{ lines: [], rest: true, from: match.index, to: match.index + match[0].length }] : [];
}

/** "the first two" */
function firstOf(clause: string, many: number, { firstOf, counts }: LineWords): Mention | null {
  const match = firstOf.exec(clause);
  const count = counts.get(match?.[1] ?? '') ?? Number(match?.[1]);
  if (!match || !(count <= many)) return null;
  const lines = Array.from({ length: count }, (_, index) => index + 1);
  return { lines, from: match.index, to: match.index + match[0].length };
}

function mentionOf({ word, from, to }: Token, titles: readonly string[], language: Language): Mention | null {
  const lines = titles.flatMap((title, index) => (isWordOf(word, title, language) ? [index + 1] : []));
  if (lines.length > 0) return { lines, from, to };
  const place = placeOf(word, titles.length, language);
  return place === null ? null : { lines: [place], from, to };
}

function isWordOf(said: string, title: string, language: Language): boolean {
  if (said.length < TELLING) return false;
  const others = language.equivalents.get(said) ?? [];
  const forms = [said, ...others].map((each) => language.stem(unaccented(each)));
  return tokensOf(utteranceOf(title).text).some(({ word }) => {
    const own = language.stem(unaccented(word));
    if (word.length < TELLING) return false;
    return forms.some((form) => form === own) || mistyped(said, word);
  });
}

function mistyped(said: string, word: string): boolean {
  const [left, right] = [unaccented(said), unaccented(word)];
  return Math.min(left.length, right.length) >= FORGIVING && distance(left, right, 1) <= 1;
}

function placeOf(word: string, many: number, { ordinals }: Language): number | null {
  const digits = /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : null;
  const n = digits ?? ordinal(word, ordinals);
  if (n === -1) return many;
  return n !== null && n >= 1 && n <= many ? n : null;
}

/** "one" and "two" count things, and stand for none of them. */
function ordinal(word: string, ordinals: Language['ordinals']): number | null {
  const n = ordinals.get(word) ?? null;
  return word.length > TELLING + 1 || n === -1 || /^\p{L}{2}\P{L}/u.test(word) ? n : null;
}

function together(last: Mention, next: Mention, clause: string, { filler }: LineWords): Mention | null {
  const both = last.lines.filter((line) => next.lines.includes(line));
  const near = filler.test(clause.slice(last.to, next.from));
  return near && both.length > 0 ? { lines: both, from: last.from, to: next.to } : null;
}
