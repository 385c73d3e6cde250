/** Greetings, thanks, goodbyes and insults: a short answer, and the talk goes on where it stood. */
import { businessFact, say } from '../facts';
import { says, without, type Hearing } from '../said';
import type { Turn } from '../turn';
import { menu } from './notUnderstood';

export const smallTalk: Hearing = async (turn, said) => {
  if (!turn.progress && !turn.digressed && !turn.yes && !turn.no) answer(turn, said);
  return without(said, 'greet', 'thank', 'bye', 'abuse', 'optIn');
};

function answer(turn: Turn, said: Parameters<Hearing>[1]): void {
  const key = keyFor(said);
  if (!key) return;
  turn.digressed = true;
  const idle = turn.frames.length === 0;
  // the first reply introduces itself, which is greeting enough
  if (key !== 'smallTalk.hello' || turn.before.introduced) {
    turn.says.push(say(key, { business: businessFact(turn.world.business) }));
  }
  if (idle && (key === 'smallTalk.hello' || key === 'smallTalk.calm')) turn.aside = menu();
}

function keyFor(said: Parameters<Hearing>[1]): string | null {
  if (says(said, 'abuse')) return 'smallTalk.calm';
  if (says(said, 'thank')) return 'smallTalk.welcome';
  if (says(said, 'bye')) return 'smallTalk.bye';
  return says(said, 'greet') || says(said, 'optIn') ? 'smallTalk.hello' : null;
}
