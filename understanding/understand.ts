/** What a person meant: an utterance, read with what was just asked, becomes acts. */
import type { Act } from './acts';
import { ATTENDEES } from './entities/attendees';
import { BRANCHES, PEOPLE, SERVICES } from './entities/catalogNames';
import { NAMES } from './entities/names';
import { PHONES } from './entities/phones';
import { RECURRENCES } from './entities/recurrences';
import { VEHICLES, unknownVehicle } from './entities/vehicles';
import type { Hearing, Trace, Understood } from './hearing';
import { detect } from './languages/detect';
import type { Moment } from './moment';
import { composeMoment } from './moments/compose';
import { piecesOf, type FoundSaid } from './moments/pieces';
import { CHOICES, worded } from './recognisers/choices';
import { LANGUAGE } from './recognisers/language';
import { lineAnswers } from './recognisers/lines';
import { MOMENTS, SHIELDS } from './recognisers/moments';
import { RULES } from './recognisers/rules';
import type { Finding, Recogniser, Scene } from './scene';
import { settleActs } from './settle/acts';
import { withReference } from './settle/references';
import { offeredAt, offeredDays } from './settle/offered';
import { settleEntities } from './settle/entities';
import { moves, toldApart } from './settle/standing';
import { AT_ONCE } from './settle/items';
import { Claims } from './text/claims';
import { mendFor } from './text/mending';
import { respell } from './text/respell';
import { tokensOf } from './text/tokens';
import { spelling, utteranceOf } from './text/utterance';
import type { Utterance } from './text/utterance';

export type { Hearing, Understood } from './hearing';

/** Read from the message as it was typed: mending would change names. */
const AS_TYPED: readonly Recogniser[] = [PHONES, ATTENDEES, NAMES];
/** "her nme is Grace": the words around a name may be mistyped, and the name itself is told as it was typed. */
function namedAfterMending(kept: readonly Finding[], scene: Scene): readonly Finding[] {
  return [ATTENDEES, NAMES].reduce<readonly Finding[]>((all, recogniser) => {
    const isOurs = ({ slot }: Finding): boolean => slot === recogniser.name;
    const again = recogniser.read(scene).filter(isOurs);
    return again.length > all.filter(isOurs).length
      ? [...all.filter((each) => !isOurs(each)), ...again]
      : all;
  }, kept);
}

/** In this order; what one reads is kept from those after it. Rules have claims of their own. */
const MENDED: readonly Recogniser[] = [
  RECURRENCES,
  CHOICES,
  LANGUAGE,
  SHIELDS,
  VEHICLES,
  SERVICES,
  AT_ONCE,
  PEOPLE,
  BRANCHES,
  MOMENTS,
];

/**
 * Pure and synchronous; never throws, whatever the text. Names, phones and plates keep the customer's spelling,
 * times are local wall time of `hearing.zone`. Only the first 1,000 characters are read.
 */
export function understand(hearing: Hearing): Understood {
  const typed = sceneOf(hearing, utteranceOf(hearing.text));
  if (isMarkup(typed.text)) return understood(typed, [], null);
  const early = run(AS_TYPED, typed);
  const scene = mendedScene(typed, early);
  const answers = lineAnswers(scene);
  if (answers) return answered(answers, scene);
  const before = early.map((finding) => moved(finding, typed.utterance, scene.utterance));
  const kept = scene.text === typed.text ? before : namedAfterMending(before, scene);
  for (const { from, to } of kept) scene.claims.claim(from, to);
  const rules = RULES.read(scene);
  const found = [...kept, ...rules, ...run(MENDED, scene)];
  const entities = settleEntities(found, scene);
  const { standing, wished } = toldApart(timesOf(entities), entities, scene);
  const stands = momentOf(standing, entities, scene);
  const when = momentOf(wished, entities, scene);
  const told = [...standingFinding(standing, stands), ...whenFinding(wished, entities, when, scene)];
  return understood(scene, [...entities, ...told], when ?? stands);
}

function sceneOf(hearing: Hearing, utterance: Utterance): Scene {
  const tokens = tokensOf(utterance.text);
  const language = detect(tokens, hearing.language, hearing.catalog.languages);
  const { text } = utterance;
  const claims = new Claims(text.length);
  const mend = mendFor(language, hearing.catalog);
  const mends = (word: string): boolean => mend(word, false) !== null;
  const asked = hearing.asking?.asking ?? null;
  return { hearing, language, utterance, text, tokens, claims, asked, mends };
}

/** What was put to somebody line by line was answered so: words of the lines are no wishes of their own. */
function answered(acts: readonly Act[], scene: Scene): Understood {
  const finding = { recogniser: 'lines', from: 0, to: scene.text.length, acts };
  return { language: scene.language.code, acts, when: null, trace: [traceOf(finding, scene)] };
}

/** Nobody books in JSON or HTML; what it says is not what a customer said. */
function isMarkup(text: string): boolean {
  return /^(?:[{[] ?["{[]|<[a-z!?/])/.test(text);
}

function run(recognisers: readonly Recogniser[], scene: Scene): Finding[] {
  return recognisers.flatMap((recogniser) => {
    const findings = recogniser.read(scene);
    for (const { from, to } of findings) scene.claims.claim(from, to);
    return findings;
  });
}

function mendedScene(typed: Scene, early: readonly Finding[]): Scene {
  const mend = mendFor(typed.language, typed.hearing.catalog);
  const kept = early.filter(({ slot }) => slot === 'name' || slot === 'attendee');
  const utterance = respell(typed.utterance, (word, from) =>
    kept.some((name) => name.from <= from && from < name.to)
      ? null
      : mend(word, isProper(typed.utterance, from)),
  );
  return {
    ...typed,
    utterance,
    text: utterance.text,
    tokens: tokensOf(utterance.text),
    claims: new Claims(utterance.text.length),
  };
}

/** Written like a name; at the beginning of a sentence everything is, but for two in a row, and who shouts writes nothing else. */
function isProper({ said, text }: Utterance, from: number): boolean {
  const isCapital = said.charAt(from) !== text.charAt(from);
  if (!isCapital || said === said.toUpperCase()) return false;
  return (
    /[\p{L}\p{N},] $/u.test(said.slice(0, from)) || /^\p{Lu}[\p{L}'-]* \p{Lu}\p{Ll}/u.test(said.slice(from))
  );
}

/** The same stretch of the customer's text, in another utterance of it. */
function moved(finding: Finding, before: Utterance, after: Utterance): Finding {
  const [start, end] = [before.at[finding.from] ?? 0, before.at[finding.to] ?? 0];
  const from = after.at.findIndex((at) => at >= start);
  const to = after.at.findIndex((at) => at >= end);
  return { ...finding, from, to: to < 0 ? after.text.length : to };
}

function momentOf(times: readonly FoundSaid[], findings: readonly Finding[], scene: Scene): Moment | null {
  const { relations } = scene.language;
  const { ref, zone, catalog } = scene.hearing;
  const pieces = piecesOf(times, {
    text: scene.text,
    relations,
    // a number beside a read-back that is no choice of it can only be another hour
    asksWhy: asksWhy(findings),
    asksWhen: scene.asked === 'when' || scene.asked === 'confirm',
  });
  return composeMoment(pieces, {
    text: scene.text,
    words: (from, to) => spelling(scene.utterance, from, to),
    relations,
    ref,
    zone,
    branches: catalog.branches,
    country: catalog.country,
    moves: moves(findings),
    offered: offeredDays(scene.hearing.asking?.choices ?? []),
  });
}

/** In "why can't I come at 7?" nothing is ruled out. */
function asksWhy(findings: readonly Finding[]): boolean {
  return findings.some(({ acts }) => acts?.some((act) => act.act === 'ask' && act.topic === 'why'));
}

function timesOf(findings: readonly Finding[]) {
  return findings.flatMap(({ said, from, to }) => (said ? [{ said, from, to }] : []));
}

function standingFinding(times: readonly FoundSaid[], when: Moment | null): Finding[] {
  const [first] = times;
  if (!when || !first) return [];
  const acts: readonly Act[] = [{ act: 'inform', slot: 'when', value: when, about: 'booking' }];
  return [{ recogniser: 'when.standing', from: first.from, to: first.to, acts }];
}

function whenFinding(
  times: readonly FoundSaid[],
  findings: readonly Finding[],
  when: Moment | null,
  scene: Scene,
): Finding[] {
  const first = [...times].sort((left, right) => left.from - right.from)[0];
  if (!when || !first) return [];
  // what was on offer was for somebody; for anybody the hour is free to mean the time that was wished before
  const n = forAnybody(findings) ? null : offeredAt(when, scene.hearing.asking?.choices ?? []);
  const act: Act = n === null ? { act: 'inform', slot: 'when', value: when } : { act: 'choose', n };
  return [{ recogniser: 'when', from: first.from, to: first.to, acts: [act] }];
}

function forAnybody(findings: readonly Finding[]): boolean {
  return findings.some(({ recogniser }) => recogniser === 'person.any');
}

function understood(scene: Scene, findings: readonly Finding[], when: Moment | null): Understood {
  const settled = withReference(settleActs(findings, scene), scene);
  const acts = settled.length > 0 ? settled : withReference(lastResort(scene), scene);
  return {
    language: scene.language.code,
    acts,
    when,
    trace: findings.map((finding) => traceOf(finding, scene)),
  };
}

function lastResort(scene: Scene): readonly Act[] {
  return (unknownVehicle(scene) ?? worded(scene))?.acts ?? [{ act: 'unknown' }];
}

function traceOf({ recogniser, from, to, acts, said }: Finding, scene: Scene): Trace {
  const { at, original } = scene.utterance;
  const span = [at[from] ?? 0, at[to] ?? original.length] as const;
  return { recogniser, span, found: JSON.stringify(acts ?? said ?? []) };
}
