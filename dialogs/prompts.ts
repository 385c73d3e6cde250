/** Open questions beside the last one: kept for a while, so that an answer that comes late finds what it answers. */
import { same } from './json';
import type { Asked, Heard, Prompt, Talk } from './talk';
import type { Turn } from './turn';

/** More than these nobody remembers. */
const MOST = 6;
/** As long as a draft is kept. */
const OPEN_MILLIS = 24 * 60 * 60_000;

/** Puts the last question among the overtaken ones; answered and old ones are forgotten. */
export function overtaken(turn: Turn): readonly Prompt[] {
  const { now, askedHandedAt } = turn.world;
  const { asked, prompts = [] } = turn.before;
  return [...(asked ? [promptOf(asked, askedHandedAt, now)] : []), ...prompts]
    .filter(({ until, number }) => until > now && (number === null || !turn.answered.has(number)))
    .slice(0, MOST);
}

function promptOf(asked: Asked, handedAt: number | null, now: number): Prompt {
  return { ...asked, handedAt, until: asked.until ?? now + OPEN_MILLIS };
}

export interface OwnPrompt {
  /** Of the message that asks. */
  readonly number: number;
  readonly step: string;
  /** Id of the booking, estimate … that it is about. */
  readonly about: string;
  readonly label: NonNullable<Asked['label']>;
  /** As they are worded in the message: the first is what a yes means, the second what a no means. */
  readonly choices: Asked['choices'];
  /** UTC milliseconds. */
  readonly until: number;
}

/**
 * The talk in which a message that we sent first asks something: a reminder, news of an estimate. Its answer is understood by its
 * own choices, and then the talk goes on where it stood.
 * @param handedAt when the question that stood before it reached the customer
 */
export function asksFirst(talk: Talk, prompt: OwnPrompt, handedAt: number | null, now: number): Talk {
  const { asked, prompts = [] } = talk;
  const before = asked ? [promptOf(asked, handedAt, now), ...prompts] : prompts;
  const first: Asked = { ...prompt, asking: 'choice', frame: null, shown: null, misses: 0 };
  return { ...talk, asked: first, prompts: before.slice(0, MOST) };
}

/** The question that a message answers: the one that it quotes or taps, else the newest that had reached its sender. */
export function answeredPrompt(turn: Turn, message: Heard): Asked | null {
  const { now } = turn.world;
  const prompts = (turn.before.prompts ?? []).filter(({ until }) => until > now);
  const { asked: last } = turn.before;
  const asked = last?.until === undefined || last.until > now ? last : null;
  const { answers, tapped } = message;
  if (answers !== undefined) return [asked, ...prompts].find((each) => each?.number === answers) ?? null;
  if (tapped !== undefined && !offers(asked, tapped))
    return prompts.find((each) => offers(each, tapped)) ?? asked;
  if (asked === null || !isEarlier(turn, message, asked)) return asked;
  return prompts.find((each) => reached(each, message)) ?? null;
}

/** Whether this very question, with all that it showed, had reached the customer before they wrote. */
export function reachedBefore(turn: Turn, message: Heard, asked: Asked): boolean {
  const handedAt = turn.world.askedHandedAt;
  if (reached({ ...asked, handedAt }, message)) return true;
  const { prompts = [] } = turn.before;
  return prompts.some((each) => sameQuestion(each, asked) && reached(each, message));
}

export function sameQuestion(left: Asked, right: Asked): boolean {
  return left.frame === right.frame && left.step === right.step && same(left.shown, right.shown);
}

function reached({ number, handedAt }: Pick<Prompt, 'number' | 'handedAt'>, message: Heard): boolean {
  return handedAt !== null && number !== null && message.number > number && message.receivedAt >= handedAt;
}

/** Written before the question stood in the thread, or before it had come to its reader. */
function isEarlier(turn: Turn, { number, receivedAt }: Heard, asked: Asked): boolean {
  const handedAt = turn.world.askedHandedAt;
  return (asked.number !== null && number < asked.number) || (handedAt !== null && receivedAt < handedAt);
}

function offers(asked: Asked | null, label: string): boolean {
  return asked?.choices.some((choice) => plain(choice.label) === plain(label)) ?? false;
}

function plain(label: string): string {
  return label.trim().toLowerCase();
}

/** The place of a tapped label among the choices; −1: none of them. */
export function placeOf(asked: Asked, label: string): number {
  return asked.choices.findIndex((choice) => plain(choice.label) === plain(label));
}
