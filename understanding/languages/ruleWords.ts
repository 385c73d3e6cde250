/** The words that a language's patterns turn on, read from the patterns themselves: what is worth mending beside the list made by hand. */
import type { Language } from './language';

export interface RuleWords {
  /** Whole words of the language, and how often a pattern names each. */
  readonly often: ReadonlyMap<string, number>;
  /** All that stands in the patterns: whoever writes it means it. */
  readonly pieces: ReadonlySet<string>;
}

const counted = new WeakMap<Language, RuleWords>();

export function ruleWordsOf(language: Language): RuleWords {
  const known = counted.get(language);
  if (known) return known;
  const words = count(language);
  counted.set(language, words);
  return words;
}

function count(language: Language): RuleWords {
  const pieces = new Map<string, number>();
  for (const piece of patternsOf(language).flatMap(({ source }) => piecesOf(source))) {
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  }
  // "messag(?:e|ing)" names no word, but the beginning of some
  const often = [...language.ordinary].flatMap((word): [string, number][] => {
    const times = pieces.get(word) ?? (isBegun(word, pieces) ? 1 : 0);
    return times > 0 ? [[word, times]] : [];
  });
  return { often: new Map(often), pieces: new Set(pieces.keys()) };
}

function patternsOf(value: unknown): readonly RegExp[] {
  if (value instanceof RegExp) return [value];
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set) return [];
  return Object.values(value).flatMap(patternsOf);
}

/** Letters that stand together in the source of a pattern, without its own signs. */
function piecesOf(source: string): readonly string[] {
  return source.replace(/\\p\{[^}]*\}|\\[a-z]/giu, ' ').match(/[\p{L}']{2,}/gu) ?? [];
}

/** The longest ending that a pattern spells apart: "messag", "message" or "messaging". */
const LONGEST_ENDING = 3;

function isBegun(word: string, pieces: ReadonlyMap<string, number>): boolean {
  for (let length = word.length - 1; length >= Math.max(4, word.length - LONGEST_ENDING); length -= 1) {
    if (pieces.has(word.slice(0, length))) return true;
  }
  return false;
}
