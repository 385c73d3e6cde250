/** "The second": a choice becomes what it means; one from an older list, or beyond the end, gets the present state. */
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

function meaningOf(turn: Turn, said: Said): readonly Said[] {
  const { act, message } = said;
  const { asked } = turn.before;
  const offered = asked && isOffer(asked) ? asked.choices[0] : undefined;
  if (act.act === 'affirm' && act.lines === undefined && offered)
    return offered.acts.map((meant) => ({ act: meant, message }));
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
