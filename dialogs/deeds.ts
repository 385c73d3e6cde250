/** Deeds: how a do step's fact comes to be, is looked at again before it is relied on, moves with its inputs, and is renewed. */
import type { DoStep, Outcome, Scene } from './flow';
import { canonical, same } from './json';
import type { Deed, Frame, Json } from './talk';
import { traceStep } from './trace';
import { flowOf, keepFrame, leaveFrame, patched, type Turn } from './turn';

/** `again`: slots or facts changed, so the flow is read from the top once more. */
export type Passed = 'on' | 'again' | 'ended';

/** Passes a do step: does it, moves what stands, or sees that it still stands. */
export async function passDeed(turn: Turn, step: DoStep, scene: Scene): Promise<Passed> {
  const inputs = step.inputs(scene);
  if (inputs === null) return 'on';
  const standing = scene.frame.facts[step.id];
  if (!standing || !same(standing.inputs, inputs)) return perform(turn, step, scene, inputs, standing);
  const live = await stillStands(turn, step, scene.frame, standing);
  return live ? 'on' : again(turn, step, scene, inputs);
}

async function perform(
  turn: Turn,
  step: DoStep,
  scene: Scene,
  inputs: Json,
  standing: Deed | undefined,
): Promise<Passed> {
  const attempt = (scene.frame.attempts?.[step.id] ?? 0) + 1;
  const frame = keepFrame(turn, {
    ...scene.frame,
    facts: standing && !step.moves ? without(scene.frame.facts, step.id) : scene.frame.facts,
    attempts: { ...scene.frame.attempts, [step.id]: attempt },
  });
  turn.made.add(markOf(frame, step));
  const key = [frame.id, step.id, canonical(inputs), attempt].join(' ');
  const outcome = await step.perform(inputs, { ...scene, frame }, key, standing);
  traceStep(turn.trace, frame, step.id, outcome.result ?? 'done');
  return settle(turn, step, frame, inputs, outcome);
}

function settle(turn: Turn, step: DoStep, frame: Frame, inputs: Json, outcome: Outcome): Passed {
  turn.says.push(...(outcome.says ?? []));
  if (outcome.aside) turn.aside = { frame: null, ...outcome.aside };
  const now = turn.world.now;
  const facts = { ...frame.facts };
  for (const id of outcome.drops ?? []) delete facts[id];
  for (const [id, value] of Object.entries(outcome.updates ?? {})) {
    const fact = facts[id];
    if (fact) facts[id] = { ...fact, value };
  }
  if (outcome.keep !== undefined) facts[step.id] = { inputs, value: outcome.keep, at: now };
  const slots = patched(cleared(frame, outcome.clears ?? []), outcome.sets ?? {});
  keepFrame(turn, { ...frame, slots, facts });
  if (outcome.ends) leaveFrame(turn, frame);
  if (outcome.ends) return 'ended';
  return outcome.keep === undefined || outcome.drops || outcome.clears ? 'again' : 'on';
}

/** A slot that is asked anew leaves its value beside it, so that "then 14:00" still knows the day. */
function cleared(frame: Frame, names: readonly string[]): Frame['slots'] {
  const slots = { ...frame.slots };
  for (const name of names) {
    const value = slots[name];
    if (value !== undefined) slots[`${name}.before`] = value;
    delete slots[name];
  }
  return slots;
}

/**
 * Looks again, once a turn, at a deed that can lapse. Under a yes to what it showed a lapsed one is kept: the command that the
 * yes leads to takes it again by itself, or says why not.
 */
async function stillStands(turn: Turn, step: DoStep, frame: Frame, standing: Deed): Promise<boolean> {
  const mark = markOf(frame, step);
  if (!step.look || turn.made.has(mark)) return true;
  const known = turn.looked.get(mark);
  const agreeing = turn.yes?.frame === frame.id || turn.agreed === frame.id;
  if (known !== undefined) return known || agreeing;
  const value = await step.look(standing, turn.world);
  turn.looked.set(mark, value !== null);
  if (value === null) return agreeing;
  keepFrame(turn, { ...frame, facts: { ...frame.facts, [step.id]: { ...standing, value } } });
  return true;
}

async function again(turn: Turn, step: DoStep, scene: Scene, inputs: Json): Promise<Passed> {
  traceStep(turn.trace, scene.frame, step.id, 'lapsed');
  if (step.lapsed) turn.says.push(step.lapsed);
  const frame = keepFrame(turn, { ...scene.frame, facts: without(scene.frame.facts, step.id) });
  return perform(turn, step, { ...scene, frame }, inputs, undefined);
}

/** The first later turn of the same talk lengthens a deed that lapses, once; one made in this turn is fresh. */
export async function renewDeeds(turn: Turn, frame: Frame): Promise<void> {
  for (const step of flowOf(turn, frame).steps) {
    const standing = frame.facts[step.id];
    if (step.kind !== 'do' || !step.renew || !standing) continue;
    if (standing.renewed || turn.made.has(markOf(frame, step))) continue;
    await step.renew(standing, turn.world);
    keepFrame(turn, { ...frame, facts: { ...frame.facts, [step.id]: { ...standing, renewed: true } } });
  }
}

function markOf(frame: Frame, step: DoStep): string {
  return `${frame.id} ${step.id}`;
}

function without(facts: Frame['facts'], id: string): Frame['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([each]) => each !== id));
}
