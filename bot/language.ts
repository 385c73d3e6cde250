/** The language a turn is answered in: the one that was asked for, else the one that was written. */
import { isSpoken } from '../locales';
import { answerIn } from '../understanding/languages/answerIn';
import type { Heard } from '../dialogs/talk';
import type { TurnWork } from './turnWork';

/** Null while nothing tells: then the business's first language is spoken, and none is kept. */
export function languageOfTurn(
  { loaded, business, section }: Pick<TurnWork, 'loaded' | 'business' | 'section'>,
  heard: readonly Heard[],
): string | null {
  const before = loaded.language ?? loaded.customer.language;
  const written = section.messages
    .filter(({ text }) => text.trim() !== '')
    .reduce((language, { text }) => answerIn(text, language, business.languages), before);
  return wishedIn(heard, business.languages) ?? written;
}

function wishedIn(heard: readonly Heard[], offered: readonly string[]): string | null {
  const wishes = heard.flatMap(({ acts }) =>
    acts.flatMap((act) => (act.act === 'inform' && act.slot === 'language' ? [act.value] : [])),
  );
  return wishes.filter((language) => offered.includes(language) && isSpoken(language)).at(-1) ?? null;
}
