/** Asking what may be done: all lines with their sum, or those that were not answered yet. */
import { listFact, moneyFact, say, words } from '../../facts';
import type { Ask, Question } from '../../flow';
import type { Offered, World } from '../../talk';
import { toJson } from '../../json';
import { ANSWERS, answeredIn, ESTIMATE, PLAIN } from './answers';
import { linesFact, sumOf, type Put, type PutLine } from './put';

/** Taken as one word to all of it. */
export const ALL_OR_NOTHING: readonly Offered[] = [
  { label: words('approve.all'), acts: [{ act: 'affirm' }] },
  { label: words('approve.nothing'), acts: [{ act: 'deny' }] },
];

export const lineAnswers: Ask = {
  slot: ANSWERS,
  beside: [ESTIMATE, PLAIN],
  hear: () => null,
  settle: async ({ world, frame }) => {
    const answered = answeredIn(frame.slots);
    if (!answered) return { kind: 'unneeded' };
    const { put, open } = answered;
    if (open.length === 0) return { kind: 'settled', value: frame.slots[ANSWERS] ?? null };
    const fresh = open.length === put.lines.length;
    return { kind: 'open', question: fresh ? wholeQuestion(world, put) : restQuestion(world, put, open) };
  },
};

export function wholeQuestion(world: World, put: Put): Question {
  const facts = {
    asset: put.asset ?? undefined,
    lines: linesFact(world, put.lines),
    total: moneyFact(world.business, sumOf(put.lines)),
  };
  return {
    asking: 'line',
    says: [say(put.anew ? 'approve.askAnew' : 'approve.ask', facts)],
    again: [say('approve.again', facts)],
    hint: hint(put),
    choices: ALL_OR_NOTHING,
    lines: put.lines.map(({ title }) => title),
    shown: toJson(put),
  };
}

/** What was told is kept; the numbers of lines go on meaning those of the whole. */
function restQuestion(world: World, put: Put, open: readonly PutLine[]): Question {
  return {
    asking: 'line',
    says: [say('approve.andThese', { lines: linesFact(world, open) })],
    hint: hint(put),
    choices: [
      { label: words('choice.yes'), acts: [{ act: 'affirm' }] },
      { label: words('choice.no'), acts: [{ act: 'deny' }] },
    ],
    lines: put.lines.map(({ title }) => title),
    shown: toJson(put),
  };
}

export function hint({ lines }: Put): Question['hint'] {
  const [first, ...others] = lines;
  return say(others.length > 0 ? 'approve.hint' : 'approve.hintOne', {
    first: first?.title,
    others: listFact(
      others.map(({ title }) => title),
      'and',
    ),
  });
}
