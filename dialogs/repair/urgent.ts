/** Heard before any flow, in every state: another language, a person, starting again, help, and "what?". */
import { isSpoken } from '../../locales';
import { businessFact, listFact, say } from '../facts';
import { actsOf, says, without, type Hearing, type Said } from '../said';
import type { Turn } from '../turn';
import { askPerson } from './askPerson';
import { LANGUAGE_NAMES } from './languageNames';
import { dropAll } from './longAgo';
import { menu } from './notUnderstood';

export const urgent: Hearing = async (turn, said) => {
  const left = await language(turn, said);
  if (says(left, 'restart')) await restart(turn);
  if (says(left, 'human')) askPerson(turn, wishOffered(turn), left);
  else if (says(left, 'help')) help(turn);
  else if (left.length > 0 && left.every(({ act }) => act.act === 'repeat')) repeat(turn);
  return without(left, 'restart', 'human', 'help', 'repeat');
};

async function language(turn: Turn, said: readonly Said[]): Promise<readonly Said[]> {
  const wished = actsOf(said, 'inform')
    .filter((act) => act.slot === 'language')
    .at(-1);
  if (!wished) return said;
  const { business, customer, commands } = turn.world;
  const rest = said.filter(({ act }) => act.act !== 'inform' || act.slot !== 'language');
  turn.progress = true;
  const offered = business.languages.includes(wished.value);
  if (offered && customer.language !== wished.value) await commands.keepLanguage(wished.value);
  if (offered && isSpoken(wished.value)) return rest;
  // The wish is kept for those who write by hand, and for the day the words are there.
  const spoken = business.languages.filter(isSpoken);
  const names = spoken.map((each) => LANGUAGE_NAMES[each] ?? each);
  turn.says.push(say('repair.languages', { languages: listFact(names, 'and') }));
  return rest;
}

async function restart(turn: Turn): Promise<void> {
  await dropAll(turn);
  turn.says.push(say('repair.restarted'));
  turn.aside = menu();
  turn.progress = true;
}

/** What a person was offered for, when the offer is what is answered. */
function wishOffered({ before }: Turn): string {
  const { asked } = before;
  return asked?.step === 'offer.human' && typeof asked.shown === 'string' ? asked.shown : '';
}

function help(turn: Turn): void {
  turn.says.push(say('repair.help', { business: businessFact(turn.world.business) }));
  turn.digressed = true;
  turn.helped = true;
  if (turn.frames.length === 0) turn.aside = menu();
}

function repeat(turn: Turn): void {
  if (turn.before.last.length === 0) return;
  turn.repeat = true;
}
