/** Answers to another question than the last: what we asked first is answered by its own choices, what is stale changes nothing. */
import type { Act } from '../../understanding/acts';
import { say } from '../facts';
import { answeredPrompt, placeOf, sameQuestion } from '../prompts';
import { without, type Hearing, type Said } from '../said';
import type { Asked, Heard, Offered } from '../talk';
import type { Turn } from '../turn';
import { INVITATIONS } from './notUnderstood';
import { begin } from './requested';

export const WHICH_PROMPT = 'prompt.which';

/** Bare answers, which mean nothing without their question. */
const ANSWERS: readonly Act['act'][] = ['choose', 'affirm', 'deny'];

export const lateAnswers: Hearing = async (turn, said) => {
  const messages = [...new Set(said.map(({ message }) => message))];
  return messages.flatMap((message) =>
    heardOf(
      turn,
      message,
      said.filter((each) => each.message === message),
    ),
  );
};

function heardOf(turn: Turn, message: Heard, said: readonly Said[]): readonly Said[] {
  const { asked } = turn.before;
  const answer = said.find(({ act }) => ANSWERS.includes(act.act) && !('lines' in act));
  if (!answer && message.tapped === undefined) return said;
  const prompt = answeredPrompt(turn, message);
  if (prompt?.about !== undefined) return toOurs(turn, prompt, message, said);
  if (prompt === asked && (asked || message.answers === undefined)) return said;
  if (prompt && asked && sameQuestion(prompt, asked)) return said;
  if (prompt && INVITATIONS.includes(prompt.step)) return invited(prompt, message, said);
  return stale(turn, message, said);
}

/** What a message of ours asked by itself is answered by its own choices. */
function toOurs(turn: Turn, prompt: Asked, message: Heard, said: readonly Said[]): readonly Said[] {
  const place = placeMeant(prompt, message, said);
  const choice = prompt.choices[place];
  if (!choice) return said;
  const others = message.answers === undefined ? otherOwn(turn, prompt) : [];
  if (others.length > 0 && said.length === 1) return which(turn, [prompt, ...others], place);
  if (prompt.number !== null) turn.answered.add(prompt.number);
  turn.progress = true;
  return [...choice.acts.map((act) => ({ act, message })), ...without(said, ...ANSWERS)];
}

function placeMeant(prompt: Asked, message: Heard, said: readonly Said[]): number {
  const tapped = message.tapped === undefined ? -1 : placeOf(prompt, message.tapped);
  if (tapped >= 0) return tapped;
  const answer = said.find(({ act }) => ANSWERS.includes(act.act))?.act;
  if (answer?.act === 'choose') return answer.n > 0 ? answer.n - 1 : prompt.choices.length + answer.n;
  return answer?.act === 'affirm' ? 0 : 1;
}

/** Messages of ours about something else that wait for an answer as well. */
function otherOwn(turn: Turn, prompt: Asked): readonly Asked[] {
  const { asked, prompts = [] } = turn.before;
  const open = [...(asked ? [asked] : []), ...prompts.filter(({ until }) => until > turn.world.now)];
  const others = open.filter(({ about }) => about !== undefined && about !== prompt.about);
  return others.filter(({ about }, place) => others.findIndex((each) => each.about === about) === place);
}

/** Three at most: what was meant can be named as well. */
function which(turn: Turn, prompts: readonly Asked[], place: number): readonly Said[] {
  const choices = prompts.slice(0, 3).flatMap(({ label, choices }): readonly Offered[] => {
    const acts = choices[place]?.acts;
    return label && acts ? [{ label, acts }] : [];
  });
  const question = {
    asking: 'choice',
    says: [say('repair.which')],
    hint: say('repair.whichHint'),
    choices,
  } as const;
  turn.aside = { frame: null, step: WHICH_PROMPT, question };
  turn.progress = true;
  return [];
}

/** An invitation stands however old it is: it begins something, and says all that is needed for it. */
function invited(prompt: Asked, message: Heard, said: readonly Said[]): readonly Said[] {
  const choice = prompt.choices[placeMeant(prompt, message, said)];
  return choice ? choice.acts.map((act) => ({ act, message })) : said;
}

/** Answered with the present state, and nothing is done. A yes or no in words is judged by what was read back. */
function stale(turn: Turn, message: Heard, said: readonly Said[]): readonly Said[] {
  const bare = said.every(({ act }) => ANSWERS.includes(act.act));
  const inWords = message.tapped === undefined && message.answers === undefined;
  if (inWords && !said.some(({ act }) => act.act === 'choose')) return said;
  turn.says.push(say('repair.stale'));
  turn.digressed = true;
  if (turn.frames.length === 0) begin(turn, 'status');
  return bare || message.tapped !== undefined ? [] : without(said, ...ANSWERS);
}
