/** Where a message names something of the catalog. Typing errors are mended before; here words match by their common part. */
import type { Language } from '../languages/language';
import type { Claims } from '../text/claims';
import { unaccented } from '../text/tokens';
import type { Token } from '../text/tokens';
import type { IndexedName, NameIndex } from './nameIndex';

export interface NameMatch {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Other words that may stand between the words of a name: "change my tyres". */
const WORDS_BETWEEN = 2;

interface Candidate {
  readonly id: string;
  /** Words of the name that were said. */
  readonly size: number;
  readonly first: number;
  readonly last: number;
}

/** From left to right, the fullest name first; a stretch that names two things equally names nothing. */
export function matchNames(
  tokens: readonly Token[],
  index: NameIndex,
  language: Language,
  claims: Claims,
): NameMatch[] {
  const stems = tokens.map(({ word, from, to }) =>
    claims.free(from, to) ? language.stem(unaccented(word)) : '',
  );
  const matches: NameMatch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const best = bestAt(stems, at, index, tokens, language);
    const [first, last] = [tokens[best?.first ?? -1], tokens[best?.last ?? -1]];
    if (!best || !first || !last) continue;
    matches.push({ id: best.id, from: first.from, to: last.to });
    at = best.last;
  }
  return matches;
}

function bestAt(
  stems: readonly string[],
  at: number,
  index: NameIndex,
  tokens: readonly Token[],
  language: Language,
): Candidate | null {
  const candidates = [...spread(stems, at, index), ...joined(stems, at, index, tokens, language)];
  const size = Math.max(0, ...candidates.map((candidate) => candidate.size));
  const fullest = candidates.filter((candidate) => candidate.size === size);
  const shortest = Math.min(...fullest.map((candidate) => candidate.last));
  const tight = fullest.filter((candidate) => candidate.last === shortest);
  const ids = new Set(tight.map(({ id }) => id));
  return ids.size === 1 ? (tight[0] ?? null) : null;
}

/** Names that begin here with one of their words and have the others close by. */
function spread(stems: readonly string[], at: number, index: NameIndex): Candidate[] {
  const stem = stems[at];
  if (stem === undefined || stem === '') return [];
  return (index.byStem.get(stem) ?? []).flatMap((name) => {
    const last = lastWord(stems, at, name);
    return last === null ? [] : [{ id: name.id, size: name.stems.length, first: at, last }];
  });
}

function lastWord(stems: readonly string[], at: number, name: IndexedName): number | null {
  const missing = [...name.stems];
  const end = Math.min(stems.length, at + name.stems.length + WORDS_BETWEEN);
  for (let place = at; place < end; place += 1) {
    const found = missing.indexOf(stems[place] ?? '');
    if (found >= 0) missing.splice(found, 1);
    if (missing.length === 0) return place;
  }
  return null;
}

/** "airconditioning" for two words, "hair cut" for one. */
function joined(
  stems: readonly string[],
  at: number,
  index: NameIndex,
  tokens: readonly Token[],
  language: Language,
): Candidate[] {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || stems[at] === '') return [];
  const single = candidates(index.byJoined.get(stems[at] ?? ''), at, at);
  if (!next || stems[at + 1] === '') return single;
  const both = language.stem(unaccented(token.word + next.word));
  return [...single, ...candidates(index.byJoined.get(both), at, at + 1)];
}

function candidates(names: readonly IndexedName[] | undefined, first: number, last: number): Candidate[] {
  return (names ?? []).map(({ id, stems }) => ({ id, size: stems.length, first, last }));
}
