/** How often and how many: what was said over several messages, as the rule that a series is made by. */
import type { SeriesRule } from '../../../scheduling/series';
import type { RecurrenceMention } from '../../../understanding/mentions';
import { say, words } from '../../facts';
import type { Ask, Question } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json, Offered } from '../../talk';

export const RECURRENCE = 'recurrence';

/** Longer series are made by people, who can look at a whole year. */
const MOST = 52;
const DAYS: Readonly<Record<'day' | 'week' | 'month', number>> = { day: 1, week: 7, month: 30.44 };
const OFTEN: readonly (readonly [key: string, RecurrenceMention])[] = [
  ['series.weekly', { every: 1, unit: 'week' }],
  ['series.fortnightly', { every: 2, unit: 'week' }],
  ['series.monthly', { every: 1, unit: 'month' }],
];

export const howOften: Ask = {
  slot: RECURRENCE,
  hear: (said, slots) =>
    said.slot === 'recurrence' ? { [RECURRENCE]: joined(slots[RECURRENCE], said.value) } : null,
  settle: async ({ frame }) => {
    const mention = mentionIn(frame.slots[RECURRENCE]);
    if (mention.every === undefined || mention.unit === undefined) return { kind: 'open', question: often() };
    const rule = ruleOf(mention);
    return rule ? { kind: 'settled', value: toJson(rule) } : { kind: 'open', question: howMany() };
  },
};

/** What is said later adds to what was said before, and another end replaces the one that stood. */
export function joined(stood: Json | undefined, said: RecurrenceMention): Json {
  const { every, unit, count, lasting, until } = mentionIn(stood);
  const ends = said.count ?? said.lasting ?? said.until;
  const kept = ends === undefined ? { count, lasting, until } : {};
  return toJson({ every, unit, ...kept, ...said });
}

function mentionIn(value: Json | undefined): RecurrenceMention {
  return isRecord(value) ? value : {};
}

/** Null while nobody has said when it ends. */
function ruleOf({ every, unit, count, lasting, until }: RecurrenceMention): SeriesRule | null {
  if (every === undefined || unit === undefined || every < 1) return null;
  if (until !== undefined) return { every, unit, ends: { kind: 'until', date: until } };
  const many = count ?? (lasting && within(every * DAYS[unit], lasting.amount * DAYS[lasting.unit]));
  return many === undefined ? null : { every, unit, ends: { kind: 'count', count: Math.min(many, MOST) } };
}

/** How many begin in that time, the first at its beginning. */
function within(step: number, days: number): number {
  return Math.max(1, Math.ceil(days / step - 0.05));
}

function often(): Question {
  return {
    asking: 'choice',
    says: [say('series.howOften')],
    hint: say('series.howOftenHint'),
    choices: OFTEN.map(([key, value]) => choice(words(key), value)),
  };
}

function howMany(): Question {
  return {
    asking: 'choice',
    says: [say('series.howMany')],
    hint: say('series.howManyHint'),
    // a bare number is the answer, and no place in a list
    choices: [],
  };
}

function choice(label: Offered['label'], value: RecurrenceMention): Offered {
  return { label, acts: [{ act: 'inform', slot: 'recurrence', value }] };
}
