/** The engine: hears what was said, walks the running request to what it needs next, and says so. No IO of its own. */
import { renewDeeds } from './deeds';
import type { Question } from './flow';
import { hear } from './hear';
import { same, toJson } from './json';
import { overtaken } from './prompts';
import { changedSaying } from './repair/changed';
import { INVITATIONS, menu, notUnderstood, type Pending } from './repair/notUnderstood';
import { letGoOfOld } from './repair/longAgo';
import { say, businessFact } from './facts';
import { traceRepair, type Repair } from './trace';
import { beginTurn, flowOf, topFrame, type Flows, type Turn } from './turn';
import { walk } from './walk';
import type { Advanced, Asked, Frame, Heard, Offered, Talk, World } from './talk';
import type { Saying } from '../locales/saying';

export type Advance = (talk: Talk, heard: readonly Heard[], world: World) => Promise<Advanced>;

/** An engine for these flows. It never answers with silence, and acts only through the world's commands. */
export function engine(flows: Flows): Advance {
  return (talk, heard, world) => advanceBy(flows, talk, world, (turn) => hear(turn, heard));
}

/** One step of a talk that begins with something else than a message of the customer: with an offer to them. */
export async function advanceBy(
  flows: Flows,
  talk: Talk,
  world: World,
  begin: (turn: Turn) => Promise<void>,
): Promise<Advanced> {
  const turn = beginTurn(talk, world, flows);
  await letGoOfOld(turn);
  await begin(turn);
  errandsFirst(turn);
  const pending = turn.repeat && !isOfFlow(turn) ? null : await walkAll(turn);
  await renewStanding(turn);
  return turn.repeat ? repeated(turn, pending) : compose(turn, pending);
}

/** What asks for nothing is done before the request that does: who wants a person and a booking is told of both. */
function errandsFirst(turn: Turn): void {
  const known = turn.before.frames.map(({ id }) => id);
  const isErrand = ({ id, flow }: Frame): boolean => flow === 'human' && !known.includes(id);
  turn.frames = [...turn.frames.filter((frame) => !isErrand(frame)), ...turn.frames.filter(isErrand)];
}

/** Walks the running request; when it is over the one below goes on, with a line that says so. */
async function walkAll(turn: Turn): Promise<Pending | null> {
  const before = turn.frames.at(-1)?.id;
  for (let frame = topFrame(turn); frame; frame = topFrame(turn)) {
    const stop = await walk(turn, frame.id);
    if (stop.kind === 'over') continue;
    if (frame.id !== before && !asksFirst(turn)) resume(turn, frame.id);
    return { frame: frame.id, step: stop.step, question: stop.question };
  }
  return null;
}

/** Whether something else is asked before the request that goes on. */
function asksFirst({ aside }: Turn): boolean {
  return aside !== null && !INVITATIONS.includes(aside.step);
}

function resume(turn: Turn, id: string): void {
  const frame = turn.frames.find((each) => each.id === id);
  if (!frame) return;
  turn.says.push(flowOf(turn, frame).resumes?.(frame, turn.world) ?? say('repair.back'));
  traceRepair(turn.trace, 'resumed');
}

async function renewStanding(turn: Turn): Promise<void> {
  const frame = topFrame(turn);
  if (frame) await renewDeeds(turn, frame);
}

/** Whether the last question is one of a flow's own steps, which the walk comes to again. */
function isOfFlow({ before, frames, flows }: Turn): boolean {
  const frame = frames.find(({ id }) => id === before.asked?.frame);
  return flows[frame?.flow ?? '']?.steps.some(({ id }) => id === before.asked?.step) ?? false;
}

/** "What?": to the ear word by word, to the eye in short; whoever asks it twice may want a person. */
function repeated(turn: Turn, pending: Pending | null): Advanced {
  const { asked, last } = turn.before;
  traceRepair(turn.trace, 'repeated');
  const misses = (asked?.misses ?? 0) + 1;
  const offer = misses > 1 ? [say('repair.orPerson')] : [];
  if (pending && !turn.world.spoken) {
    const says = [...turn.says, ...inShort(last, pending.question)];
    return asking(turn, pending, [...says, ...offer], misses, says);
  }
  const choices = (asked?.choices ?? []).map(({ label, acts }): Offered => ({ label, acts }));
  return finished(turn, [...last, ...offer], choices, asked && { ...asked, number: null, misses }, last);
}

/** What was said before the question stays as it is; the question has a shorter form. */
function inShort(last: readonly Saying[], { says, again = says }: Question): readonly Saying[] {
  const asked = [says, again].find((each) => same(toJson(last.slice(-each.length)), toJson(each)));
  return asked ? [...last.slice(0, last.length - asked.length), ...again] : again;
}

const MISSES: readonly Repair[] = ['missed once', 'missed twice', 'missed thrice'];

function compose(turn: Turn, pending: Pending | null): Advanced {
  const understood = turn.progress || turn.digressed || turn.says.length > 0;
  const before = turn.before.asked?.misses ?? 0;
  // who asks something by the way is understood: that is no step towards the offer of a person
  const misses = turn.progress ? 0 : understood ? before : before + 1;
  const next = nextQuestion(turn, pending);
  if (!understood) {
    traceRepair(turn.trace, MISSES[(misses - 1) % MISSES.length] ?? 'missed once');
    const repaired = notUnderstood(turn, next, misses);
    return asking(turn, repaired.pending, repaired.says, misses);
  }
  if (!next) return turn.says.length > 0 ? finished(turn, turn.says, [], null) : idle(turn, misses);
  const { asked } = turn.before;
  const same = asked?.frame === next.frame && asked.step === next.step && next.question.asking !== 'when';
  // what was told is noted, although the question is still the same
  const back = turn.digressed && wasAsked(turn, next);
  if (back) traceRepair(turn.trace, 'digression');
  const short = back && next.question.again;
  const changed = changedSaying(turn, next.frame, next.question.shown);
  const news = changed ? [changed, ...turn.says] : turn.says;
  const noted = same && turn.progress && news.length === 0 ? [say('repair.noted')] : news;
  const example = turn.helped && next.frame !== null ? [next.question.hint] : [];
  const says = [...noted, ...(short ? short : next.question.says), ...example];
  return asking(turn, next, unlikeLast(turn, says), misses);
}

/** The same words twice in a row look like a machine that is stuck: the second time says that it is the second. */
function unlikeLast({ before }: Turn, says: readonly Saying[]): readonly Saying[] {
  return same(toJson(says), toJson(before.last)) ? [say('repair.stillOpen'), ...says] : says;
}

/** An aside goes before what the request asks; an invitation to begin something does not. */
function nextQuestion({ aside }: Turn, pending: Pending | null): Pending | null {
  return aside && !(pending && INVITATIONS.includes(aside.step)) ? aside : pending;
}

/** The short form of a question is for those who have seen the long one. */
function wasAsked(turn: Turn, { frame, step }: Pending): boolean {
  const { asked } = turn.before;
  return asked?.frame === frame && asked.step === step && turn.world.askedHandedAt !== null;
}

function idle(turn: Turn, misses: number): Advanced {
  const pending = menu();
  return asking(turn, pending, pending.question.says, misses);
}

function asking(
  turn: Turn,
  pending: Pending,
  says: readonly Saying[],
  misses: number,
  last: readonly Saying[] = says,
): Advanced {
  const { frame, step, question } = pending;
  const { asking: about, choices, shown, lines } = question;
  const asked: Asked = {
    asking: about,
    frame,
    step,
    choices: [],
    ...(lines && { lines }),
    shown: shown ?? null,
    number: null,
    misses,
  };
  return finished(turn, says, choices, asked, last);
}

function finished(
  turn: Turn,
  says: readonly Saying[],
  choices: readonly Offered[],
  asked: Asked | null,
  last: readonly Saying[] = says,
): Advanced {
  const { introduced } = turn.before;
  const { now, business } = turn.world;
  const intro = introduced ? [] : [say('intro.first', { business: businessFact(business) })];
  const prompts = overtaken(turn);
  const talk: Talk = {
    format: 1,
    frames: turn.frames,
    asked,
    introduced: true,
    last,
    at: now,
    ...(prompts.length > 0 && { prompts }),
    ...(turn.finished && { finished: turn.finished }),
    ...(turn.insults > 0 && { insults: turn.insults }),
    ...(turn.humanAsked && { humanAskedAt: turn.humanAsked.at, humanAskedFor: turn.humanAsked.wish }),
  };
  return { talk, sayings: [...intro, ...says], choices, trace: turn.trace };
}
