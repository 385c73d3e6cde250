/** Pieces of time, by the patterns of the language and the ways of writing that all languages share. */
import { matchesOf } from '../text/matches';
import type { MomentPattern } from '../languages/language';
import { WRITTEN_LAST, writtenFirst } from '../moments/written';
import type { Finding, Recogniser, Scene } from '../scene';

/** Counts, amounts and durations keep their numbers from being read as times. */
export const SHIELDS: Recogniser = {
  name: 'shield',
  read: (scene) =>
    scene.language.shields.flatMap((pattern) =>
      matchesOf(scene.text, pattern).map((match) => ({
        recogniser: 'shield',
        from: match.index,
        to: match.index + match[0].length,
      })),
    ),
};

export const MOMENTS: Recogniser = {
  name: 'when',
  read: (scene) => {
    const patterns = [
      ...writtenFirst(scene.hearing.catalog.country),
      ...scene.language.moments,
      ...WRITTEN_LAST,
    ];
    return patterns.flatMap((pattern) => matches(pattern, scene));
  },
};

/** Each match keeps its words from the patterns after it. */
function matches({ name, pattern, read }: MomentPattern, scene: Scene): Finding[] {
  const found: Finding[] = [];
  for (const match of matchesOf(scene.text, pattern)) {
    const [from, to] = trimmed(match);
    if (to <= from || !scene.claims.free(from, to)) continue;
    const said = read(match, scene.text.slice(match.index + match[0].length, to + 24));
    if (!said) continue;
    scene.claims.claim(from, to);
    found.push({ recogniser: name, from, to, said });
  }
  return found;
}

function trimmed(match: RegExpExecArray): [number, number] {
  const lead = match[0].length - match[0].trimStart().length;
  return [match.index + lead, match.index + match[0].trimEnd().length];
}
