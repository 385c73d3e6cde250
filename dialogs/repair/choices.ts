/** "The second": a choice becomes what it means; one from an older list, or beyond the end, gets the present state. */
import type { Act } from '../../understanding/acts';
import { say } from '../facts';
import type { Hearing, Said } from '../said';
import type { Asked } from '../talk';
import type { Turn } from '../turn';

/** Questions whose first choice is what a yes means. */
const OFFERS: readonly string[] = ['offer.human', 'offer.book'];

export const choicesMeant: Hearing = async (turn, said) => said.flatMap((each) => meaningOf(turn, each));

/** A yes takes what is offered alone; among several it says nothing, and a read-back is another matter. */
function isOffer({ step, asking, choices }: Asked): boolean {
  return OFFERS.includes(step) || (choices.length === 1 && asking !== 'confirm');
}

/** What a number alone may have been taken for. */
const BARE: readonly Act['act'][] = ['choose', 'unknown'];

/** "What shall I change?" "11": a number that is none of the choices is an hour, of either half of the day. */
function hourIn({ message }: Said, { choices }: Asked): Act | null {
  const [, digits = ''] = /^\D{0,3}(\d{1,2})\D{0,3}$/u.exec(message.text ?? '') ?? [];
  const hour = Number(digits);
  if (digits === '' || hour <= choices.length || hour > 23) return null;
  const readings = hour < 12 ? [hour, hour + 12] : [hour];
  const [value = '', ...others] = readings.map((each) => `${String(each).padStart(2, '0')}:00`);
  return { act: 'inform', slot: 'when', value: { time: { value, certain: others.length === 0, others } } };
}

function meaningOf(turn: Turn, said: Said): readonly Said[] {
  const { act, message } = said;
  const { asked } = turn.before;
  const offered = asked && isOffer(asked) ? asked.choices[0] : undefined;
  if (act.act === 'affirm' && act.lines === undefined && offered)
    return offered.acts.map((meant) => ({ act: meant, message }));
  const hour = asked?.step === 'change' && BARE.includes(act.act) ? hourIn(said, asked) : null;
  if (hour) return [{ message, act: hour }];
  if (act.act !== 'choose') return [said];
  if (!asked || asked.choices.length === 0) return [{ message, act: { act: 'unknown' } }];
  const choice = asked.choices.at(act.n > 0 ? act.n - 1 : act.n);
  // numbered before the question went out, it answers an older one
  const stale = asked.number !== null && message.number < asked.number;
  if (choice && !stale) return choice.acts.map((meant) => ({ act: meant, message }));
  turn.says.push(say('repair.stale'));
  turn.digressed = true;
  return [];
}
