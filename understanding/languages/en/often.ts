/** English for what recurs: "every three weeks", "fortnightly", "six times". */
import type { RecurrenceMention } from '../../mentions';
import type { Often } from '../language';
import { HOUR_WORD, numberOf } from './numbers';

const NUMBER = `\\d{1,2}|${HOUR_WORD}|a couple of`;
const NTH = 'other|second|2nd|third|3rd|fourth|4th|sixth|6th';
const NTHS: Readonly<Record<string, number>> = {
  other: 2,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  sixth: 6,
  '6th': 6,
};
const UNIT = '(day|week|month)';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';

function words(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
}

function count(word: string | undefined): number {
  if (word === undefined) return 1;
  if (word === 'a couple of') return 2;
  return NTHS[word] ?? (/^\d/.test(word) ? Number(word) : numberOf(word));
}

function unitOf(word: string | undefined): 'day' | 'week' | 'month' {
  return word === 'day' || word === 'month' ? word : 'week';
}

const NAMED: Readonly<Record<string, RecurrenceMention>> = {
  daily: { every: 1, unit: 'day' },
  weekly: { every: 1, unit: 'week' },
  fortnightly: { every: 2, unit: 'week' },
  monthly: { every: 1, unit: 'month' },
};

export const OFTEN: Often = {
  every: [
    {
      pattern: words(`(?:once )?every (?:(${NTH}|${NUMBER}) )?${UNIT}s?`),
      // "every day but Monday" and "every day is fine" are wishes for one appointment
      read: ([, many, unit], rest) =>
        unit === 'day' && many === undefined && !/^ (?:at|for|from)\b/.test(rest)
          ? null
          : { every: count(many), unit: unitOf(unit) },
    },
    {
      pattern: words(`(?:once|one time) (?:a|per|each|every) ${UNIT}`),
      read: ([, unit]) => ({ every: 1, unit: unitOf(unit) }),
    },
    {
      pattern: words('daily|weekly|fortnightly|bi-?weekly|monthly|every fortnight'),
      read: ([word]) => NAMED[word] ?? { every: 2, unit: 'week' },
    },
    {
      pattern: words(`(?:each|every) (${NTH})(?= ${WEEKDAY})`),
      read: ([, nth]) => ({ every: count(nth), unit: 'week' }),
    },
    {
      // the weekday itself is read as a day; only with a time of day it is one appointment after the other
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?=(?:each|every) ${WEEKDAY})`, 'gu'),
      read: (_match, rest) => (isRecurring(rest) ? { every: 1, unit: 'week' } : null),
    },
  ],
  howMany: [
    {
      pattern: words(`(${NUMBER}) (?:times|appointments|sessions|visits|in total|of them|altogether)`),
      read: ([, many]) => ({ count: count(many) }),
    },
    {
      pattern: words(
        `for (?:the next |the coming |another )?(?:(${NUMBER}|a|half a) )?(day|week|month|year)s?`,
      ),
      read: ([, many, unit]) => lasting(many, unit),
    },
  ],
};

/** "Every Tuesday at 10" recurs; "every Tuesday but the first" and "every Tuesday works" are wishes for one appointment. */
function isRecurring(rest: string): boolean {
  const goesOn = /(?<![\p{L}])at \d|\d[:.]\d\d|\d ?[ap]m|for the next|times/u.test(rest);
  return goesOn && !/^\p{L}+ \p{L}+ (?:but|except|works|is)/u.test(rest);
}

function lasting(many: string | undefined, unit: string | undefined): RecurrenceMention {
  if (unit === 'year')
    return { lasting: { amount: many === 'half a' ? 6 : 12 * amountOf(many), unit: 'month' } };
  return { lasting: { amount: amountOf(many), unit: unitOf(unit) } };
}

function amountOf(many: string | undefined): number {
  return many === 'a' ? 1 : count(many);
}
