/** For whom something is: "for my son Tom", "for me and my wife", "for Lisa". */
import type { Together } from '../languages/language';
import type { AttendeeMention, Kin } from '../mentions';
import type { Finding, Recogniser, Scene } from '../scene';
import { matchesOf } from '../text/matches';
import { spelling } from '../text/utterance';
import type { Token } from '../text/tokens';
import { ALL_VEHICLE_KEYS } from './makes';
import { knownWords, namesFrom } from './names';

const LEAD = 40;
const TAIL = 40;

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly values: readonly AttendeeMention[];
}

/** Runs over the message as it was typed, before one's own name is looked for. */
export const ATTENDEES: Recogniser = {
  name: 'attendee',
  read: (scene) => {
    const { together } = scene.language;
    if (!together) return [];
    const kin = mentioned(scene, together);
    const named = [...kin, ...nameAlone(scene, together, kin)];
    const all = [...named, ...selves(scene, together, named)].sort((left, right) => left.from - right.from);
    const wanted = all.filter((mention) => !isDenied(scene, together, mention));
    // "for me" by itself is said of what nobody would take to be for anybody else
    const told = services(scene);
    const telling = named.length > 0 || told > 1 || (told > 0 && scene.asked === 'confirm');
    return telling ? wanted.map(finding) : [];
  },
};

function finding({ from, to, values }: Mention): Finding {
  const acts = values.map((value) => ({ act: 'inform', slot: 'attendee', value }) as const);
  return { recogniser: 'attendee', from, to, slot: 'attendee', acts };
}

/** How many services are named, roughly: only one's own part in several is worth telling. */
function services(scene: Scene): number {
  const known = knownWords(scene);
  return scene.tokens.filter(({ word }) => known(word)).length;
}

/** "my son Tom", "my two kids". */
function mentioned(scene: Scene, together: Together): readonly Mention[] {
  const found: Mention[] = [];
  for (const match of matchesOf(scene.text, together.mention)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const joined = found.some((other) => together.joined.test(scene.text.slice(other.to, from)));
    if (!joined && !isMeant(scene, together, from, to)) continue;
    const kin = together.kin.get(match[2] ?? '') ?? 'guest';
    const many = together.counted.get(match[1] ?? '') ?? 1;
    found.push(many > 1 ? { from, to, values: manyOf(kin, many) } : withName(scene, together, kin, from, to));
  }
  return found;
}

function manyOf(kin: Kin, many: number): readonly AttendeeMention[] {
  return Array.from({ length: many }, (_, place) => (place === 0 ? { kin } : { kin, nth: place + 1 }));
}

function isMeant({ text, asked }: Scene, together: Together, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - LEAD), from);
  const isAnswer = asked !== null && before.trim() === '' && text.length - to < TAIL;
  return (
    together.mentionBefore.test(before) || together.mentionAfter.test(text.slice(to, to + TAIL)) || isAnswer
  );
}

function withName(scene: Scene, together: Together, kin: Kin, from: number, to: number): Mention {
  const next = scene.tokens.find((token) => token.from > to);
  const gap = next && scene.text.slice(to, next.from);
  const stands = gap !== undefined && together.named.test(gap);
  const tokens = stands && next ? nameAt(scene, next) : [];
  const last = tokens.at(-1);
  if (!next || !last) return { from, to, values: [{ kin }] };
  return { from, to: last.to, values: [{ kin, name: spelling(scene.utterance, next.from, last.to) }] };
}

/** A name with a capital letter, or one strange word. */
function nameAt(scene: Scene, token: Token): readonly Token[] {
  const known = knownWords(scene);
  const named = namesFrom(scene, token.from, true);
  if (named.length > 0 && !known(token.word)) return named;
  const strange = !scene.language.ordinary.has(token.word) && !scene.language.short.has(token.word);
  const isName = strange && /^\p{L}{3,20}$/u.test(token.word) && !known(token.word);
  return isName && !scene.mends(token.word) && !scene.language.mended.includes(token.word) ? [token] : [];
}

/** "for Lisa": no service, person, branch or vehicle, and written like a name. */
function nameAlone(scene: Scene, together: Together, kin: readonly Mention[]): readonly Mention[] {
  const known = knownWords(scene);
  return scene.tokens.flatMap((token): Mention[] => {
    const inside = kin.some(({ from, to }) => token.from >= from && token.to <= to);
    const before = scene.text.slice(Math.max(0, token.from - LEAD), token.from);
    if (inside || known(token.word) || !together.nameBefore.test(before)) return [];
    const tokens = namesFrom(scene, token.from, true).filter(({ word }) => !isOtherThing(scene, word));
    const last = tokens.at(-1);
    if (!last || tokens[0] !== token || !together.nameAfter.test(scene.text.slice(last.to))) return [];
    const name = spelling(scene.utterance, token.from, last.to);
    return [{ from: token.from, to: last.to, values: [{ name }] }];
  });
}

function isOtherThing({ language, hearing }: Scene, word: string): boolean {
  return language.mended.includes(word) || (hearing.catalog.worksOnVehicles && ALL_VEHICLE_KEYS.has(word));
}

/** Who writes, said beside somebody else: "for me and my son". */
function selves(scene: Scene, together: Together, named: readonly Mention[]): readonly Mention[] {
  return matchesOf(scene.text, together.self)
    .map((match) => ({ from: match.index, to: match.index + match[0].length, values: [{}] }))
    .filter(({ from }) => !named.some((other) => from >= other.from && from < other.to));
}

function isDenied({ text }: Scene, { denied }: Together, { from }: Mention): boolean {
  return denied.test(text.slice(Math.max(0, from - LEAD), from));
}
