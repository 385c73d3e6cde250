/** Greetings, thanks, goodbyes and insults: a short answer, and the talk goes on where it stood. */
import { businessFact, say } from '../facts';
import { says, without, type Hearing } from '../said';
import type { Turn } from '../turn';
import { menu, offerHuman } from './notUnderstood';

/** Insults in a row before a person is offered. */
const MOST_INSULTS = 3;

export const smallTalk: Hearing = async (turn, said) => {
  if (!turn.progress && !turn.digressed && !turn.yes && !turn.no) answer(turn, said);
  return without(said, 'greet', 'thank', 'bye', 'abuse', 'optIn', 'pause', 'smile');
};

function answer(turn: Turn, said: Parameters<Hearing>[1]): void {
  const key = keyFor(said);
  turn.insults = key === 'smallTalk.calm' ? turn.insults + 1 : 0;
  if (!key) return;
  turn.digressed = true;
  const idle = turn.frames.length === 0;
  // the first reply introduces itself, which is greeting enough
  if (key !== 'smallTalk.hello' || turn.before.introduced) {
    turn.says.push(say(key, { business: businessFact(turn.world.business) }));
  }
  if (turn.insults >= MOST_INSULTS) return offerPerson(turn);
  if (idle && (key === 'smallTalk.hello' || key === 'smallTalk.calm')) turn.aside = menu();
}

/** Whoever is that angry should be heard by somebody. */
function offerPerson(turn: Turn): void {
  turn.insults = 0;
  turn.aside = offerHuman('angry');
}

function keyFor(said: Parameters<Hearing>[1]): string | null {
  if (says(said, 'abuse')) return 'smallTalk.calm';
  if (says(said, 'pause')) return 'smallTalk.takeYourTime';
  if (says(said, 'thank')) return 'smallTalk.welcome';
  if (says(said, 'bye')) return 'smallTalk.bye';
  if (says(said, 'greet') || says(said, 'optIn')) return 'smallTalk.hello';
  return says(said, 'smile') ? 'smallTalk.smile' : null;
}
