/** The engine: hears what was said, walks the running request to what it needs next, and says so. No IO of its own. */
import { renewDeeds } from './deeds';
import { hear } from './hear';
import { INVITATIONS, menu, notUnderstood, type Pending } from './repair/notUnderstood';
import { letGoOfOld } from './repair/longAgo';
import { say, businessFact } from './facts';
import { traceRepair, type Repair } from './trace';
import { beginTurn, flowOf, topFrame, type Flows, type Turn } from './turn';
import { walk } from './walk';
import type { Advanced, Asked, Heard, Offered, Talk, World } from './talk';
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
  const pending = turn.repeat ? null : await walkAll(turn);
  await renewStanding(turn);
  return turn.repeat ? repeated(turn) : compose(turn, pending);
}

/** Walks the running request; when it is over the one below goes on, with a line that says so. */
async function walkAll(turn: Turn): Promise<Pending | null> {
  const before = turn.frames.at(-1)?.id;
  for (let frame = topFrame(turn); frame; frame = topFrame(turn)) {
    const stop = await walk(turn, frame.id);
    if (stop.kind === 'over') continue;
    if (frame.id !== before && !turn.aside) resume(turn, frame.id);
    return { frame: frame.id, step: stop.step, question: stop.question };
  }
  return null;
}

function resume(turn: Turn, id: string): void {
  const frame = turn.frames.find((each) => each.id === id);
  const line = frame && flowOf(turn, frame).resumes?.(frame, turn.world);
  if (line) turn.says.push(line);
  traceRepair(turn.trace, 'resumed');
}

async function renewStanding(turn: Turn): Promise<void> {
  const frame = topFrame(turn);
  if (frame) await renewDeeds(turn, frame);
}

function repeated(turn: Turn): Advanced {
  const { before } = turn;
  const { asked } = before;
  traceRepair(turn.trace, 'repeated');
  const offer = (asked?.misses ?? 0) > 0 ? [say('repair.orPerson')] : [];
  const choices = (asked?.choices ?? []).map(({ label, acts }): Offered => ({ label, acts }));
  const again = asked && { ...asked, number: null, misses: asked.misses + 1 };
  return finished(turn, [...before.last, ...offer], choices, again, before.last);
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
  if (same && turn.progress && turn.says.length === 0) turn.says.push(say('repair.noted'));
  const back = turn.digressed && wasAsked(turn, next);
  if (back) traceRepair(turn.trace, 'digression');
  const short = back && next.question.again;
  return asking(turn, next, [...turn.says, ...(short ? short : next.question.says)], misses);
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

function asking(turn: Turn, pending: Pending, says: readonly Saying[], misses: number): Advanced {
  const { frame, step, question } = pending;
  const { asking: about, choices, shown } = question;
  const asked: Asked = {
    asking: about,
    frame,
    step,
    choices: [],
    shown: shown ?? null,
    number: null,
    misses,
  };
  return finished(turn, says, choices, asked);
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
  const talk: Talk = {
    format: 1,
    frames: turn.frames,
    asked,
    introduced: true,
    last,
    at: now,
    ...(turn.finished && { finished: turn.finished }),
    ...(turn.humanAsked && { humanAskedAt: turn.humanAsked.at, humanAskedFor: turn.humanAsked.wish }),
  };
  return { talk, sayings: [...intro, ...says], choices, trace: turn.trace };
}
