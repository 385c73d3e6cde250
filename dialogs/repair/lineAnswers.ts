/** Answers to an estimate: to single lines, or one word to all that was put; each to the version that was shown, or it does not count. */
import { wording } from '../../locales';
import {
  ANSWERS,
  answeredIn,
  answersIn,
  answersJson,
  PLAIN,
  SAID,
  type Answered,
} from '../flows/approve/answers';
import { says, without, type Hearing, type Said } from '../said';
import { toJson } from '../json';
import type { Asked, Frame } from '../talk';
import { keepFrame, setSlots, type Turn } from '../turn';
import { binds } from './agreed';

export const lineAnswered: Hearing = async (turn, said) => {
  const { asked } = turn.before;
  const top = turn.frames.at(-1);
  const frame = turn.frames.find(({ id, flow }) => flow === 'approve' && id === asked?.frame) ?? top;
  const answered = frame && answeredIn(frame.slots);
  if (!asked || frame?.flow !== 'approve' || !answered) return said;
  // asked something beside it, only single lines are told of the estimate
  if (asked.frame !== frame.id && !said.some(isOfLines)) return said;
  const kept = keepEvidence(turn, frame, said);
  if (said.some(isOfLines)) return byLine(turn, kept, answered, said);
  const heard = said.map(approvalAsYes);
  return asked.asking === 'line' ? byOneWord(turn, kept, answered, { asked, said: heard }) : heard;
};

function isOfLines({ act }: Said): boolean {
  return (act.act === 'affirm' || act.act === 'deny') && act.lines !== undefined;
}

/** "I approve" is a yes to what was just put, however it was. */
function approvalAsYes(said: Said): Said {
  const { act, message } = said;
  return act.act === 'request' && act.intent === 'approve' ? { message, act: { act: 'affirm' } } : said;
}

/** What they wrote, and the words that they had before them when they did. */
function keepEvidence(turn: Turn, frame: Frame, said: readonly Said[]): Frame {
  const { before, world } = turn;
  const texts = [...new Set(said.map(({ message }) => message.text ?? ''))].filter((text) => text !== '');
  const words = wording(world.language ?? null, world.business.calendar);
  const shown = before.last.map((saying) => words.say(saying)).join('\n');
  const value = toJson({ reply: texts.join('\n'), ...(shown !== '' && { shown }) });
  const deed = { inputs: null, value, at: world.now };
  return keepFrame(turn, { ...frame, facts: { ...frame.facts, [SAID]: deed } });
}

function byLine(turn: Turn, frame: Frame, { put }: Answered, said: readonly Said[]): readonly Said[] {
  const answers = new Map(answersIn(frame.slots));
  for (const { act } of said) {
    if (act.act !== 'affirm' && act.act !== 'deny') continue;
    for (const n of act.lines ?? []) {
      const line = put.lines[n - 1];
      if (line) answers.set(line.id, act.act === 'affirm');
    }
  }
  if (!setSlots(turn, frame, { [ANSWERS]: answersJson(answers), [PLAIN]: null })) turn.digressed = true;
  return without(said, 'affirm', 'deny');
}

interface OneWord {
  readonly asked: Asked;
  readonly said: readonly Said[];
}

/** Yes or no to all that the question put; to the whole estimate it needs no read-back: it was one. */
function byOneWord(
  turn: Turn,
  frame: Frame,
  { put, open }: Answered,
  { asked, said }: OneWord,
): readonly Said[] {
  const rest = without(said, 'affirm', 'deny');
  const [yes, no] = [said.find(({ act }) => act.act === 'affirm'), says(said, 'deny')];
  if ((yes === undefined) === !no) return rest;
  if (yes && !binds(turn, yes, asked)) {
    // written before the estimate had reached them: it is put to them again
    turn.progress = true;
    return rest;
  }
  const asksAll = open.length === 0 || open.length === put.lines.length;
  const meant = asksAll ? put.lines : open;
  const answers = new Map([...answersIn(frame.slots), ...meant.map(({ id }) => [id, !no] as const)]);
  const plain = asksAll && asked.step !== 'change';
  setSlots(turn, frame, { [ANSWERS]: answersJson(answers), [PLAIN]: plain ? true : null });
  return rest;
}
