/** The read-back of an answer that was not simply all or nothing: each line with its verdict, and what it comes to. */
import { listFact, moneyFact, say } from '../../facts';
import type { ConfirmStep, Question, Scene } from '../../flow';
import { toJson } from '../../json';
import { CHANGE, YES } from '../booking/readBack';
import { answeredIn, PLAIN, type Answered } from './answers';
import { hint, wholeQuestion } from './ask';
import { linesFact, sumOf } from './put';

export const AGREED = 'agreed';

export const readBack: ConfirmStep = {
  kind: 'confirm',
  id: AGREED,
  shown: async ({ frame }) => {
    const answered = answeredIn(frame.slots);
    if (!answered || frame.slots[PLAIN] === true) return null;
    const { put, yes, no } = answered;
    return toJson({ id: put.id, version: put.version, yes, no, sum: sumOf(yes) });
  },
  readBack: (scene) => {
    const answered = answeredIn(scene.frame.slots);
    if (!answered) throw new Error('no estimate is put to the customer that could be read back');
    return question(scene, answered);
  },
  denied: ({ world, frame }) => {
    const answered = answeredIn(frame.slots);
    if (!answered) return { kind: 'drop', says: [] };
    const whole = wholeQuestion(world, answered.put);
    const lines = linesFact(world, answered.put.lines);
    return { kind: 'ask', question: { ...whole, says: [say('approve.whatThen', { lines })] } };
  },
};

function question({ world }: Scene, { put, yes, no }: Answered): Question {
  return {
    asking: 'confirm',
    says: [
      say(yes.length > 0 ? 'approve.readBack' : 'approve.readBackNone', {
        yes: linesFact(world, yes),
        sum: moneyFact(world.business, sumOf(yes)),
        no: listFact(
          no.map(({ title }) => title),
          'and',
        ),
      }),
    ],
    hint: hint(put),
    choices: [YES, CHANGE],
    lines: put.lines.map(({ title }) => title),
  };
}
