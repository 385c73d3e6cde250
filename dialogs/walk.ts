/** The walk: a flow read from the top, past every step that is satisfied, to the first one that is not. */
import { passDeed } from './deeds';
import type { AskStep, ConfirmStep, Question, SayStep, Scene, Slots, Step } from './flow';
import { same } from './json';
import type { Frame, Json } from './talk';
import { traceStep } from './trace';
import { dropFrame, flowOf, keepFrame, leaveFrame, type Turn } from './turn';

export type Stop =
  | { readonly kind: 'question'; readonly step: string; readonly question: Question }
  /** Every step is satisfied, or the request ended itself; the frame is off. */
  | { readonly kind: 'over' };

/** Readings of one flow in one turn: each deed may clear a slot once, more is a mistake in a flow. */
const MOST_READINGS = 12;

type Pass =
  | { readonly kind: 'on'; readonly settled?: Slots }
  | { readonly kind: 'again' }
  | { readonly kind: 'stop'; readonly question: Question }
  | { readonly kind: 'ended' };

/** Reads the frame's flow until a step is not satisfied; on the way deeds are done. */
export async function walk(turn: Turn, id: string): Promise<Stop> {
  for (let reading = 1; reading <= MOST_READINGS; reading += 1) {
    const stop = await read(turn, id);
    if (stop) return stop;
  }
  throw new Error(`frame ${id} does not come to rest: a step of its flow neither keeps nor clears anything`);
}

/** One reading from the top; null when it must be read again. */
async function read(turn: Turn, id: string): Promise<Stop | null> {
  const frame = frameOf(turn, id);
  let settled: Slots = {};
  for (const step of openSteps(flowOf(turn, frame).steps, frame)) {
    const pass = await passStep(turn, step, { world: turn.world, frame: frameOf(turn, id), settled });
    if (pass.kind === 'again') return null;
    if (pass.kind === 'ended') return { kind: 'over' };
    if (pass.kind === 'stop') return { kind: 'question', step: step.id, question: pass.question };
    settled = { ...settled, ...pass.settled };
  }
  finish(turn, frameOf(turn, id));
  return { kind: 'over' };
}

/** The steps below the last deed that cannot be undone: it sealed all above it. */
function openSteps(steps: readonly Step[], frame: Frame): readonly Step[] {
  const seal = steps.findLastIndex((step) => step.kind === 'do' && step.seals && step.id in frame.facts);
  return steps.slice(seal + 1);
}

async function passStep(turn: Turn, step: Step, scene: Scene): Promise<Pass> {
  switch (step.kind) {
    case 'ask':
      return passAsk(turn, step, scene);
    case 'confirm':
      return passConfirm(turn, step, scene);
    case 'do':
      return { kind: await passDeed(turn, step, scene) };
    case 'say':
      return passSay(turn, step, scene);
  }
}

async function passAsk(turn: Turn, { ask }: AskStep, scene: Scene): Promise<Pass> {
  const settled = await ask.settle(scene);
  traceStep(turn.trace, scene.frame, ask.slot, settled.kind === 'open' ? 'asked' : settled.kind);
  if (settled.kind === 'unneeded') return { kind: 'on' };
  if (settled.kind === 'open') return { kind: 'stop', question: settled.question };
  if (settled.pin !== undefined) {
    keepFrame(turn, { ...scene.frame, slots: { ...scene.frame.slots, [ask.slot]: settled.pin } });
  }
  return { kind: 'on', settled: { [ask.slot]: settled.value } };
}

/** Consent counts for what was shown and for nothing else: if one thing differs, it is read back anew. */
async function passConfirm(turn: Turn, step: ConfirmStep, scene: Scene): Promise<Pass> {
  const shown = await step.shown(scene);
  if (shown === null) return { kind: 'on' };
  const consent = scene.frame.facts[step.id];
  if (consent && same(consent.inputs, shown)) return { kind: 'on' };
  const { yes } = turn;
  const meant = yes?.frame === scene.frame.id && yes.step === step.id;
  if (meant && same(yes.shown, shown)) return agree(turn, step.id, scene.frame, shown);
  if (meant) return differs(turn);
  if (turn.no) return refuse(turn, step, scene);
  const anew = turn.anew || consent !== undefined;
  traceStep(turn.trace, scene.frame, step.id, anew ? 'anew' : 'readBack');
  return { kind: 'stop', question: { ...step.readBack(scene, shown, anew), shown } };
}

/** The yes was to something else: without it, all that it was about to decide is looked at again. */
function differs(turn: Turn): Pass {
  turn.yes = null;
  turn.anew = true;
  turn.progress = true;
  return { kind: 'again' };
}

function agree(turn: Turn, id: string, frame: Frame, shown: Json): Pass {
  traceStep(turn.trace, frame, id, 'yes');
  const consent = { inputs: shown, value: true, at: turn.world.now };
  keepFrame(turn, { ...frame, facts: { ...frame.facts, [id]: consent } });
  turn.yes = null;
  turn.agreed = frame.id;
  turn.progress = true;
  return { kind: 'on' };
}

async function refuse(turn: Turn, step: ConfirmStep, scene: Scene): Promise<Pass> {
  traceStep(turn.trace, scene.frame, step.id, 'no');
  const denied = step.denied(scene);
  turn.progress = true;
  turn.no = false;
  if (denied.kind === 'drop') {
    turn.says.push(...denied.says);
    await dropFrame(turn, scene.frame);
    return { kind: 'ended' };
  }
  turn.aside = { frame: scene.frame.id, step: 'change', question: denied.question };
  return { kind: 'stop', question: denied.question };
}

function passSay(turn: Turn, step: SayStep, scene: Scene): Pass {
  const inputs = step.inputs(scene);
  const said = scene.frame.facts[step.id];
  if (said && same(said.inputs, inputs)) return { kind: 'on' };
  traceStep(turn.trace, scene.frame, step.id, 'said');
  turn.says.push(...step.says(scene));
  const fact = { inputs, value: true, at: turn.world.now };
  keepFrame(turn, { ...scene.frame, facts: { ...scene.frame.facts, [step.id]: fact } });
  return { kind: 'on' };
}

function finish(turn: Turn, frame: Frame): void {
  const { remembers, id } = flowOf(turn, frame);
  if (remembers) turn.finished = { flow: id, value: remembers(frame), at: turn.world.now };
  leaveFrame(turn, frame);
}

function frameOf(turn: Turn, id: string): Frame {
  const frame = turn.frames.find((each) => each.id === id);
  if (!frame) throw new Error(`frame ${id} is not part of this talk`);
  return frame;
}
