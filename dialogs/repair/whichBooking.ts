/** "The Friday one": while it is asked which booking is meant, the day of one on offer tells it apart and is no wish for a time. */
import type { Choice } from '../../understanding/expectation';
import { startsAt } from '../bookingMatch';
import type { Inform } from '../flow';
import type { Hearing, Said } from '../said';

const STEP = 'booking';

export const bookingTold: Hearing = async (turn, said) => {
  const { asked } = turn.before;
  if (asked?.step !== STEP || asked.asking !== 'choice') return said;
  return said.map((each) => asTold(each, asked.choices));
};

function asTold(said: Said, choices: readonly Choice[]): Said {
  const { act, message } = said;
  if (act.act !== 'inform' || act.slot !== 'when' || act.about !== undefined) return said;
  const isOffered = startsOf(choices).some((start) => startsAt(start, act.value));
  return isOffered ? { message, act: { ...act, about: 'booking' } } : said;
}

function startsOf(choices: readonly Choice[]): readonly string[] {
  return choices.flatMap(({ acts }) => {
    const when = acts.find((act): act is Inform => act.act === 'inform' && act.slot === 'when');
    if (when?.slot !== 'when') return [];
    const { date, time } = when.value;
    return date && time ? [`${date.value}T${time.value}`] : [];
  });
}
