/** Words: a saying and its typed facts become a sentence in the reader's language and calendar. */
import { isolated, isolatedIfForeign } from './direction';
import { formatFor, type CalendarName, type Format, type Width } from './format';
import { languageInfo, nameIn, type LanguageInfo } from './language';
import { sentence } from './words';
import type { Fact, Saying } from './saying';

export { fromTheRight, withoutMarks } from './direction';
export { isSpoken, nameIn } from './language';
export type { CalendarName, Width } from './format';

export interface Wording {
  /** The language actually spoken: the wished one, or English where that has no words. */
  readonly language: string;
  readonly rightToLeft: boolean;
  /** A whole sentence or several lines; lines whose value is absent are dropped. */
  say(saying: Saying): string;
  /** One fact as it stands in a sentence. */
  fact(fact: Fact): string;
  /** One fact by itself, on a button or a cell of a page. */
  label(fact: Fact, width?: Width): string;
}

/** The words of a language; `null` and languages that have none are answered in English. */
export function wording(language: string | null, calendar: CalendarName = 'gregorian'): Wording {
  const info = languageInfo(language);
  const whole = speakerOf(info, formatFor(info, calendar));
  return {
    language: info.language,
    rightToLeft: info.rightToLeft,
    say: whole.say,
    fact: whole.fact,
    label: (fact, width = 'long') => alone(speakerOf(info, formatFor(info, calendar, width)).fact(fact)),
  };
}

interface Speaker {
  readonly info: LanguageInfo;
  readonly format: Format;
  readonly say: (saying: Saying) => string;
  readonly fact: (fact: Fact) => string;
}

function speakerOf(info: LanguageInfo, format: Format): Speaker {
  const speaker: Speaker = {
    info,
    format,
    say: (saying) => sentence(info.language, saying.key, valuesOf(saying, speaker)),
    fact: (fact) => factIn(fact, speaker),
  };
  return speaker;
}

/** A label is read by itself, and room on it is dear: what stands alone and what has no letters is not set apart. */
function alone(text: string): string {
  const bare = text.replace(/\u2068([^\p{L}\u2068\u2069]*)\u2069/gu, '$1');
  return /^\u2068[^\u2068\u2069]*\u2069$/u.test(bare) ? bare.slice(1, -1) : bare;
}

function valuesOf(saying: Saying, { fact, format }: Speaker): Record<string, unknown> {
  const values = Object.entries(saying.with).map(([name, value]): [string, unknown] => [name, fact(value)]);
  const { count } = saying.with;
  // i18next chooses the plural form by the number called count, and shows it as the format wrote it
  const plural = typeof count === 'number' ? { count, counted: format.number(count) } : {};
  return { ...Object.fromEntries(values), ...plural };
}

function factIn(fact: Fact, { info, format, say, fact: word }: Speaker): string {
  if (typeof fact === 'string') return info.rightToLeft ? isolatedIfForeign(fact) : fact;
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
      return word(nameIn(fact.names, info.language));
    case 'code':
      return info.rightToLeft ? isolated(fact.text) : fact.text;
    case 'list':
      return format.join(fact.items.map(word), fact.joined);
    case 'saying':
      return say(fact.saying);
  }
}
