/** Words: a saying and its typed facts become a sentence in the reader's language and calendar. */
import { formatFor, type CalendarName, type Format } from './format';
import { languageInfo, nameIn, type LanguageInfo } from './language';
import { sentence } from './words';
import type { Fact, Saying } from './saying';

export { isSpoken, nameIn } from './language';
export type { CalendarName } from './format';

export interface Wording {
  /** The language actually spoken: the wished one, or English where that has no words yet. */
  readonly language: string;
  /** A whole sentence or several lines; lines whose value is absent are dropped. */
  say(saying: Saying): string;
  /** One fact by itself: the label of a choice, a cell of a page. */
  fact(fact: Fact): string;
}

/** Puts a code apart from right-to-left text around it: first strong isolate … pop directional isolate (UAX 9). */
const ISOLATE = { open: '\u2068', close: '\u2069' } as const;

/** The words of a language; `null` and languages that have none yet are answered in English. */
export function wording(language: string | null, calendar: CalendarName = 'gregorian'): Wording {
  const info = languageInfo(language);
  const format = formatFor(info, calendar);
  const say = (saying: Saying): string => sentence(info.language, saying.key, valuesOf(saying, fact));
  const fact = (value: Fact): string => factIn(value, { info, format, say, fact });
  return { language: info.language, say, fact };
}

interface Speaker {
  readonly info: LanguageInfo;
  readonly format: Format;
  readonly say: (saying: Saying) => string;
  readonly fact: (fact: Fact) => string;
}

function valuesOf(saying: Saying, fact: (fact: Fact) => string): Record<string, unknown> {
  const values = Object.entries(saying.with).map(([name, value]): [string, unknown] => [
    name,
    // i18next chooses the plural form by the number called count
    name === 'count' && typeof value === 'number' ? value : fact(value),
  ]);
  return Object.fromEntries(values);
}

function factIn(fact: Fact, { info, format, say, fact: word }: Speaker): string {
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return format.number(fact);
  switch (fact.kind) {
    case 'moment':
      return format.moment(fact.local);
    case 'date':
      return format.date(fact.local);
    case 'time':
      return format.time(fact.local);
    case 'money':
      return format.money(fact.minor, fact.currency);
    case 'minutes':
      return format.minutes(fact.minutes);
    case 'name':
      return nameIn(fact.names, info.language);
    case 'code':
      return info.rightToLeft ? `${ISOLATE.open}${fact.text}${ISOLATE.close}` : fact.text;
    case 'list':
      return format.join(fact.items.map(word), fact.joined);
    case 'saying':
      return say(fact.saying);
  }
}
