/** The customer's own name: after "my name is", before "here", as a signature, or bare when it was asked for. */
import { matchesOf } from '../text/matches';
import type { Finding, Recogniser, Scene } from '../scene';
import { spelling } from '../text/utterance';
import { coreOf } from '../text/polite';
import type { Token } from '../text/tokens';
import { ALL_VEHICLE_KEYS } from './makes';
import { nameIndexOf } from './nameIndex';

/** Runs over the message as it was typed: mending would turn Frida into a Friday. */
export const NAMES: Recogniser = {
  name: 'name',
  read: (scene) => {
    const found = answer(scene) ?? led(scene, false) ?? before(scene) ?? led(scene, true) ?? signature(scene);
    return found ? [found] : [];
  },
};

const MOST_WORDS = 4;

function nameFinding(scene: Scene, tokens: readonly Token[], how: string): Finding | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || !scene.claims.free(first.from, last.to)) return null;
  const value = spelling(scene.utterance, first.from, last.to);
  return {
    recogniser: `name.${how}`,
    from: first.from,
    to: last.to,
    slot: 'name',
    acts: [{ act: 'inform', slot: 'name', value }],
  };
}

/** "my name is Ada Lovelace and …"; the weak leads ("I'm …") need a capital, unless the name was asked for. */
function led(scene: Scene, weak: boolean): Finding | null {
  for (const pattern of scene.language.names.filter((name) => name.weak === weak)) {
    for (const match of matchesOf(scene.text, pattern.lead)) {
      const tokens = namesFrom(scene, match.index + match[0].length, weak);
      const found = nameFinding(scene, tokens, 'led');
      if (found) return found;
    }
  }
  return null;
}

/** The words of a name from that place on; a weak lead wants a capital letter. */
export function namesFrom(scene: Scene, start: number, weak: boolean): Token[] {
  const taken: Token[] = [];
  let edge = start;
  for (const token of scene.tokens.filter(({ from }) => from >= start)) {
    if (taken.length === MOST_WORDS || !joins(scene.text.slice(edge, token.from))) break;
    if (!isNameWord(scene, token, taken.length === 0, weak)) break;
    taken.push(token);
    edge = token.to;
  }
  return withoutParticles(taken, scene);
}

/** Words of one name stand beside each other: spaces, hyphens, the point of an initial. */
function joins(gap: string): boolean {
  return /^(?:| ?- ?| |\. ?|[,"' ]{1,2})$/.test(gap) && !gap.includes(',');
}

function isNameWord(scene: Scene, token: Token, first: boolean, weak: boolean): boolean {
  if (!isLetters(token.word) || token.word.endsWith("'s")) return false;
  const { language } = scene;
  if (weak && scene.hearing.catalog.worksOnVehicles && ALL_VEHICLE_KEYS.has(token.word)) return false;
  if (language.nameParticles.has(token.word)) return true;
  const capital = isCapital(scene, token);
  // behind "my son Tom" a mistyped word is no second name
  if (!first && !capital && scene.mends(token.word)) return false;
  if (!language.ordinary.has(token.word)) return capital || !first || !weak || scene.asked === 'name';
  return !weak && capital && (first || !language.marks.has(token.word));
}

function isLetters(word: string): boolean {
  return /^[\p{L}\p{M}']+$/u.test(word);
}

/** A capital tells something only where not everything is written in capitals; many scripts have none. */
function isCapital(scene: Scene, token: Token): boolean {
  const first = scene.utterance.said.charAt(token.from);
  if (first.toLowerCase() === first.toUpperCase()) return true;
  return first !== first.toLowerCase() && scene.utterance.said !== scene.utterance.said.toUpperCase();
}

function withoutParticles(tokens: readonly Token[], scene: Scene): Token[] {
  const end = tokens.findLastIndex(({ word }) => !scene.language.nameParticles.has(word));
  return tokens.slice(0, end + 1);
}

/** "Ada Lovelace here". */
function before(scene: Scene): Finding | null {
  for (const match of matchesOf(scene.text, scene.language.nameAfter)) {
    if (scene.text.charAt(match.index + match[0].length) === '?') continue;
    const tokens = namesBefore(scene, match.index);
    if (tokens.length === 0 || !startsPhrase(scene, tokens[0]?.from ?? 0)) continue;
    return nameFinding(scene, tokens, 'before');
  }
  return null;
}

function namesBefore(scene: Scene, end: number): Token[] {
  const taken: Token[] = [];
  let edge = end;
  for (const token of scene.tokens.filter(({ to }) => to <= end).reverse()) {
    const fits = isCapital(scene, token) && isLetters(token.word) && !scene.language.ordinary.has(token.word);
    if (!fits || taken.length === MOST_WORDS || !joins(scene.text.slice(token.to, edge))) break;
    taken.unshift(token);
    edge = token.from;
  }
  return taken;
}

/** At the beginning, after a stop, or after a greeting. */
function startsPhrase(scene: Scene, from: number): boolean {
  const lead = scene.text.slice(0, from);
  return lead === '' || /[.,!\n-] ?$/.test(lead) || scene.language.politeBefore.test(lead);
}

/** "… at the Nord branch. Jonas Weber": two or three capitalised words, alone at the end. */
function signature(scene: Scene): Finding | null {
  const { said } = scene.utterance;
  const match = /[.!\n;,-] ?((?:\p{Lu}[\p{L}'’-]{1,24} ){1,2}\p{Lu}[\p{L}'’-]{1,24})[.! ]{0,3}$/u.exec(
    said.slice(-100),
  );
  if (!match) return null;
  const start = Math.max(0, said.length - 100) + match.index + match[0].indexOf(match[1] ?? '');
  const tokens = scene.tokens.filter(({ from }) => from >= start);
  const known = knownWords(scene);
  const speaks = scene.tokens.some(({ word }) => scene.language.marks.has(word));
  const strange = tokens.every(({ word }) => !scene.language.ordinary.has(word) && !known(word));
  return speaks && strange ? nameFinding(scene, tokens, 'signature') : null;
}

/** Words of services, branches, people and vehicles are no signature. */
export function knownWords(scene: Scene): (word: string) => boolean {
  const { catalog } = scene.hearing;
  const lists = [catalog.services, catalog.branches, catalog.people].map(
    (list) => nameIndexOf(list, scene.language).words,
  );
  return (word) =>
    lists.some((words) => words.has(word)) || (catalog.worksOnVehicles && ALL_VEHICLE_KEYS.has(word));
}

/** The answer to "what is your name?": nothing but name words, politeness set aside. */
function answer(scene: Scene): Finding | null {
  if (scene.asked !== 'name' || scene.text.includes('?')) return null;
  const core = coreOf(scene.text, scene.language);
  const name = scene.tokens.filter(
    ({ from, to }) => from >= core.from && to <= core.to && scene.claims.free(from, to),
  );
  return isName(name, scene) ? nameFinding(scene, name, 'answer') : null;
}

function isName(tokens: readonly Token[], scene: Scene): boolean {
  if (tokens.length === 0 || tokens.length > MOST_WORDS + 1) return false;
  const strange = tokens.filter(({ word }) => !scene.language.ordinary.has(word));
  const mayBe = (token: Token) =>
    isLetters(token.word) && (!scene.language.ordinary.has(token.word) || isNameLike(scene, token));
  return tokens.every(mayBe) && (strange.length > 0 || tokens.length > 1);
}

/** An ordinary word that is written like a name: "Grace", "Young". */
function isNameLike(scene: Scene, token: Token): boolean {
  if (scene.language.nameParticles.has(token.word)) return true;
  return isCapital(scene, token) && !scene.language.marks.has(token.word);
}
