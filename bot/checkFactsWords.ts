/** What is left of a sentence without its facts: words alone, with no date, time, price, reference or number among them. */
import type { Wording } from '../locales';
import type { Fact, Saying } from '../locales/saying';

/** Stands for a fact; a private character, so that no pattern takes it for a letter or a digit. */
const GAP = '\uE001';

/** In the digits of every script. One digit alone is a word like others; with a sign, a colon or a month it is a fact. */
const PATTERNS: readonly RegExp[] = [
  /\p{Nd}[\p{Nd}:.,٫٬/-]*\p{Nd}/u,
  /\p{Sc}/u,
  /(?<![\p{L}\p{Nd}])(?=[A-Z\d]*\p{Nd})(?=\p{Nd}*[A-Z])[A-Z\p{Nd}]{4,}(?![\p{L}\p{Nd}])/u,
];

/** Whether words that should carry no fact carry one. */
export function holdsFact(words: string, language: string): boolean {
  return [...PATTERNS, daysOf(language)].some((pattern) => pattern.test(words));
}

const patternsOfDays = new Map<string, RegExp>();

/** A day or month beside a digit, whichever comes first. */
function daysOf(language: string): RegExp {
  const known = patternsOfDays.get(language);
  if (known) return known;
  const calendars = language === 'fa' ? ['gregory', 'persian'] : ['gregory'];
  const months = calendars.flatMap((calendar) =>
    Array.from({ length: 12 }, (_none, month) =>
      new Intl.DateTimeFormat(`${language}-u-ca-${calendar}`, { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2026, month, 15),
      ),
    ),
  );
  const names = [...new Set(months)].join('|');
  const made = new RegExp(`\\p{Nd}\\.? ?(${names})|(${names}) \\p{Nd}`, 'iu');
  patternsOfDays.set(language, made);
  return made;
}

/** By language, key and the facts given: a sentence without its facts is always the same. */
const judged = new Map<string, boolean>();
/** Counts choose plural forms, so there could be any number of them. */
const MOST_JUDGED = 20_000;

/** Whether the words of a saying around its facts hold a fact of their own; those of sayings inside it are judged by themselves. */
export function wordsHoldFact(saying: Saying, wording: Wording): boolean {
  const count = saying.with['count'];
  const names = Object.keys(saying.with).join(' ');
  const key = `${wording.language} ${saying.key} ${names} ${typeof count === 'number' ? count : ''}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  const verdict = holdsFact(wordsOf(saying, wording), wording.language);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(key, verdict);
  return verdict;
}

function wordsOf(saying: Saying, wording: Wording): string {
  const gaps = Object.entries(saying.with).map(([name, fact]): [string, Fact] => [
    name,
    name === 'count' && typeof fact === 'number' ? fact : GAP,
  ]);
  const words = wording.say({ key: saying.key, with: Object.fromEntries(gaps) });
  const { count } = saying.with;
  return typeof count === 'number' ? words.replaceAll(wording.fact(count), GAP) : words;
}
