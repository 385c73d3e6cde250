/** Picking from what was offered: by its label, by number, "the second", "the later one", "either is fine". */
import { matchesOf } from '../text/matches';
import type { Act } from '../acts';
import type { Finding, Recogniser, Scene } from '../scene';
import type { Core } from '../text/polite';
import { coreOf } from '../text/polite';
import { tokensOf, unaccented } from '../text/tokens';
import { utteranceOf } from '../text/utterance';

/** A message longer than this says more than which of the choices. */
const SHORT = 48;

export const CHOICES: Recogniser = {
  name: 'choice',
  read: (scene) => {
    const core = coreOf(scene.text, scene.language);
    const found =
      label(scene, core) ??
      numbered(scene) ??
      bare(scene, core) ??
      compared(scene) ??
      indifferent(scene, core);
    return found ? [found] : [];
  },
};

function choicesOf(scene: Scene) {
  return scene.hearing.asking?.choices ?? [];
}

/** Whether a list was shown: then a number picks from it. */
function listShown(scene: Scene): boolean {
  return scene.asked === 'choice' || scene.asked === 'confirm' || choicesOf(scene).length > 0;
}

function choose(n: number, from: number, to: number, how: string): Finding {
  return { recogniser: `choice.${how}`, from, to, acts: [{ act: 'choose', n }] };
}

/** The label itself, as typed or tapped. A choice that is a plain yes or no stays one. */
function label(scene: Scene, core: Core): Finding | null {
  const said = [comparable(scene.text), comparable(core.text)];
  const place = choicesOf(scene).findIndex((choice) => said.includes(comparable(choice.label)));
  const choice = choicesOf(scene)[place];
  if (!choice || comparable(choice.label) === '') return null;
  const answer = choice.acts.length === 1 ? choice.acts[0] : undefined;
  const plain = answer?.act === 'affirm' || answer?.act === 'deny';
  const acts: readonly Act[] = plain ? [answer] : [{ act: 'choose', n: place + 1 }];
  return { recogniser: 'choice.label', from: 0, to: scene.text.length, acts };
}

function comparable(text: string): string {
  return tokensOf(utteranceOf(text).text)
    .map(({ word }) => unaccented(word))
    .join(' ');
}

/** "option 3", "the second one". */
function numbered(scene: Scene): Finding | null {
  for (const pattern of scene.language.choosing.number) {
    for (const match of matchesOf(scene.text, pattern)) {
      const n = numberOf(match[1] ?? '', scene);
      const [from, to] = [match.index, match.index + match[0].length];
      if (n !== null && scene.claims.free(from, to)) return choose(n, from, to, 'number');
    }
  }
  return null;
}

/** "2", "the last": only where a list was shown that is so long. */
function bare(scene: Scene, core: Core): Finding | null {
  if (!listShown(scene) || !scene.claims.free(core.from, core.to)) return null;
  const { bare: plain, suggested } = scene.language.choosing;
  const match = plain.exec(core.text) ?? suggested.exec(core.text);
  const said = match?.[1] ?? match?.[2] ?? '';
  // a read-back is answered by the number alone: in "let's take one" it may be an hour
  if (scene.asked === 'confirm' && core.text.replace(/[.)]$/, '') !== said) return null;
  const n = match ? numberOf(said, scene) : null;
  const offered = choicesOf(scene).length;
  if (n === null || (offered > 0 && n > offered)) return null;
  return choose(n, core.from, core.to, 'bare');
}

function numberOf(words: string, scene: Scene): number | null {
  const digits = /^\d{1,2}/.exec(words);
  const n = digits ? Number(digits[0]) : (scene.language.ordinals.get(words) ?? 0);
  return n === 0 ? null : n;
}

/**
 * Nothing but words of one label alone: "the new one" of "New: Oil change" and "Booked: Brake check". Read last, when nothing
 * else was found.
 */
export function worded(scene: Scene): Finding | null {
  if (scene.asked !== 'choice') return null;
  const core = coreOf(scene.text, scene.language);
  const said = tokensOf(core.text)
    .map(({ word }) => unaccented(word))
    .filter((word) => !scene.language.choosing.filler.has(word));
  if (said.length === 0) return null;
  const fitting = choicesOf(scene).flatMap(({ label: text }, place) => {
    const words = new Set(comparable(text).split(' '));
    return said.every((word) => words.has(word)) ? [place + 1] : [];
  });
  const [only] = fitting;
  return only !== undefined && fitting.length === 1 ? choose(only, core.from, core.to, 'worded') : null;
}

/** "the later one": choices are offered in the order of time. */
function compared(scene: Scene): Finding | null {
  if (!listShown(scene) || scene.asked === 'confirm' || scene.text.length > SHORT) return null;
  const { later, earlier } = scene.language.choosing;
  const last = later.exec(scene.text);
  if (last) return choose(-1, last.index, last.index + last[0].length, 'later');
  const first = earlier.exec(scene.text);
  return first ? choose(1, first.index, first.index + first[0].length, 'earlier') : null;
}

/** Not minding is no consent: to a read-back it says nothing. */
function indifferent(scene: Scene, { text, from, to }: Core): Finding | null {
  if (scene.asked === 'confirm' || !scene.language.choosing.indifferent.test(text)) return null;
  if (scene.asked === 'person')
    return {
      recogniser: 'person.any',
      from,
      to,
      slot: 'person',
      acts: [{ act: 'inform', slot: 'person', value: 'any' }],
    };
  if (choicesOf(scene).length > 0 || scene.asked === 'choice') return choose(1, from, to, 'indifferent');
  if (scene.asked !== 'when') return null;
  return { recogniser: 'when.indifferent', from, to, said: [{ kind: 'pick', pick: 'first' }] };
}
