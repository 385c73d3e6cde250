/** All that conversation files could reach: every step of every flow, what each step can come to, and every repair. */
import type { Flow, Step } from '../../../dialogs/flow';
import { REPAIRS, type Traced } from '../../../dialogs/trace';
import type { Flows } from '../../../dialogs/turn';
import { textsOf } from '../../../locales/words';
import type { TurnNote } from '../turnNotes';

/** `step: book.when`, `outcome: book.when asked`, `repair: correction`, `repair: smallTalk.hello`. */
export type Point = string;

export interface Points {
  readonly all: readonly Point[];
  readonly reachedBy: (note: TurnNote) => readonly Point[];
}

/** Groups of words that are said only to keep or take up the thread. */
const REPAIR_WORDS = /^(?:repair|smallTalk|turn\.unread)/u;

/** A step that flows share is to be reached in each of them; what it comes to, in one of them. */
export function pointsOf(flows: Flows): Points {
  const firsts = firstFlows(flows);
  const homeOf = (flow: string, step: string): string => firsts.get(`${flow}.${step}`) ?? `${flow}.${step}`;
  const steps = Object.values(flows).flatMap(({ id, steps }) =>
    steps.flatMap((step) => [
      stepPoint(id, nameOf(step)),
      ...outcomesOf(step).map((outcome) => outcomePoint(homeOf(id, nameOf(step)), outcome)),
    ]),
  );
  const repairs = [...REPAIRS, ...wordKeys().filter((key) => REPAIR_WORDS.test(key))].map(repairPoint);
  const ofTrace = (each: Traced): readonly Point[] =>
    each.kind === 'repair'
      ? [repairPoint(each.repair)]
      : [stepPoint(each.flow, each.step), outcomePoint(homeOf(each.flow, each.step), each.outcome)];
  return {
    all: [...new Set([...steps, ...repairs])],
    reachedBy: ({ trace, said }) => [...trace.flatMap(ofTrace), ...said.map(repairPoint)],
  };
}

/** For `flow.step` the first flow that has this very step. */
function firstFlows(flows: Flows): ReadonlyMap<string, string> {
  const owners = new Map<unknown, string>();
  const firsts = new Map<string, string>();
  for (const { id, steps } of Object.values<Flow>(flows)) {
    for (const step of steps) {
      const name = `${id}.${nameOf(step)}`;
      const self = step.kind === 'ask' ? step.ask : step;
      const first = owners.get(self) ?? name;
      owners.set(self, first);
      firsts.set(name, first);
    }
  }
  return firsts;
}

/** Plural forms of one saying are one. */
function wordKeys(): readonly string[] {
  return Object.entries(textsOf('en')).flatMap(([group, texts]) =>
    Object.keys(texts).map((name) => `${group}.${name.replace(/_(?:one|other)$/u, '')}`),
  );
}

function nameOf(step: Step): string {
  return step.kind === 'ask' ? step.ask.slot : step.id;
}

function outcomesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'ask':
      return ['asked', 'settled'];
    case 'confirm':
      return ['readBack', 'anew', 'yes', 'no'];
    case 'do':
      return [...step.outcomes, ...(step.undo ? ['undone'] : []), ...(step.look ? ['lapsed'] : [])];
    case 'say':
      return ['said'];
  }
}

function stepPoint(flow: string, step: string): Point {
  return `step: ${flow}.${step}`;
}

function outcomePoint(step: string, outcome: string): Point {
  return `outcome: ${step} ${outcome}`;
}

function repairPoint(repair: string): Point {
  return `repair: ${repair}`;
}
