/** English stretches of days: weeks, weekends, months and their parts. */
import type { DateSaid, Third } from '../../moments/said';
import type { MomentPattern } from '../language';
import { LONG_MONTH, monthNumber, pattern } from './calendarWords';

const THIRDS: Readonly<Record<string, Third>> = {
  beginning: 'start',
  start: 'start',
  early: 'start',
  mid: 'middle',
  middle: 'middle',
  end: 'end',
  late: 'end',
};
const THIRD = '(?:at |by )?(?:the )?(beginning|start|early|mid|middle|end|late)(?: of)?[ -](?:the )?';
const STRETCH = 'this|next|coming|following|current';

function third(word: string | undefined): { readonly part?: Third } {
  const part = THIRDS[word ?? ''];
  return part === undefined ? {} : { part };
}

function countAhead(word: string | undefined): number {
  return word === 'next' || word === 'coming' || word === 'following' ? 1 : 0;
}

const WEEK: MomentPattern = {
  name: 'date.week',
  pattern: pattern(
    `(?:${THIRD})?(?:(?:in|during|of) )?(?:the )?(${STRETCH}) week|(?:the )?week after next|(?:the )?week after`,
  ),
  read: ([whole, part, which]) => {
    if (which !== undefined) return [{ kind: 'week', weeks: countAhead(which), ...third(part) }];
    return [{ kind: 'week', weeks: whole.endsWith('next') ? 2 : 1 }];
  },
};

const WEEK_PART: MomentPattern = {
  name: 'date.week-part',
  pattern: pattern(`${THIRD}week`),
  read: ([, part]) => [{ kind: 'week', weeks: 0, ...third(part) }],
};

const WEEKEND: MomentPattern = {
  name: 'date.weekend',
  pattern: pattern('(?:the )?(?:(this|next|coming|following) )?weekends?'),
  read: ([, which]) => [{ kind: 'weekend', weeks: which === 'next' || which === 'following' ? 1 : 0 }],
};

const MONTH_AHEAD: MomentPattern = {
  name: 'date.month-ahead',
  pattern: pattern(`(?:${THIRD})?(?:of )?(?:the )?(${STRETCH}) month|${THIRD}month`),
  read: ([, part, which, bare]) => [
    { kind: 'monthsAhead', months: countAhead(which), ...third(part ?? bare) },
  ],
};

const MONTH_ALONE: MomentPattern = {
  name: 'date.month',
  pattern: pattern(
    `(?:${THIRD})?(${LONG_MONTH})(?: (20\\d\\d))?|(?:${THIRD}|(?:in|during|next|sometime in) )(may)(?: (20\\d\\d))?`,
  ),
  read: ([, part, month, year, mayPart, may, mayYear], rest) => {
    if (month === 'march' && /^ (?:in|into|up|on)\b/.test(rest)) return null;
    const number = monthNumber(month ?? may);
    const said: DateSaid = { kind: 'month', month: number, ...third(part ?? mayPart) };
    const written = year ?? mayYear;
    return [written === undefined ? said : { ...said, year: Number(written) }];
  },
};

/** Longer phrases first. */
export const STRETCHES: readonly MomentPattern[] = [WEEKEND, WEEK, WEEK_PART, MONTH_AHEAD];

/** After the weekdays and dates, of which a month may be a part. */
export const MONTHS_ALONE: readonly MomentPattern[] = [MONTH_ALONE];
