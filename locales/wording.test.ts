/** Claims about words: facts are written as readers of English expect them, and what is absent is not mentioned. */
import { wording } from './index';
import type { Fact } from './saying';

const english = wording('en');

describe('facts in English', () => {
  const table: readonly (readonly [string, Fact, string])[] = [
    ['a moment', { kind: 'moment', local: '2026-03-28T10:00' }, 'Saturday 28 March, 10:00'],
    ['a moment after midnight', { kind: 'moment', local: '2026-03-29T00:05' }, 'Sunday 29 March, 00:05'],
    ['a date', { kind: 'date', local: '2026-12-01' }, 'Tuesday 1 December'],
    ['a time', { kind: 'time', local: '15:30' }, '15:30'],
    ['whole euros', { kind: 'money', minor: 8900, currency: 'EUR' }, '€89'],
    ['euros and cents', { kind: 'money', minor: 14850, currency: 'EUR' }, '€148.50'],
    ['rials', { kind: 'money', minor: 4_500_000, currency: 'IRR' }, 'IRR 4,500,000'],
    ['minutes', { kind: 'minutes', minutes: 45 }, '45 minutes'],
    ['hours', { kind: 'minutes', minutes: 90 }, '1 hour 30 minutes'],
    ['a name', { kind: 'name', names: { de: 'Ölwechsel', en: 'Oil change' } }, 'Oil change'],
    ['a name without English', { kind: 'name', names: { de: 'Ölwechsel' } }, 'Ölwechsel'],
    ['a code', { kind: 'code', text: 'B-XY 123' }, 'B-XY 123'],
    ['a list', { kind: 'list', items: ['Ali', 'Jana', 'Tom'], joined: 'or' }, 'Ali, Jana or Tom'],
    ['lines', { kind: 'list', items: [1, 2], joined: 'lines' }, '1\n2'],
    [
      'a saying',
      { kind: 'saying', saying: { key: 'turn.restarted', with: { business: 'Linden' } } },
      'Welcome back. You will get texts from Linden again. What can I do for you?',
    ],
  ];

  test.each(table)('%s', (_what, fact, text) => {
    expect(english.fact(fact)).toBe(text);
  });

  test('a reader of English is told the Gregorian day, with the Jalali one of the business beside it', () => {
    expect(wording('en', 'jalali').fact({ kind: 'date', local: '2026-03-21' })).toBe(
      'Saturday 21 March (1 Farvardin)',
    );
  });
});

test('a line whose value is absent is left out, the others stay', () => {
  const text = english.say({ key: 'turn.smsHelp', with: { business: 'Linden', phone: '030 1' } });
  expect(text).toContain('Phone: 030 1');
  expect(text).not.toContain('Address');
});

test('a value that looks like a text of ours is repeated as it was written', () => {
  const text = english.say({ key: 'turn.restarted', with: { business: '{{phone}} $t(turn.failed)' } });
  expect(text).toContain('{{phone}} $t(turn.failed)');
});

test('a language without words is answered in English', () => {
  const spoken = wording('tr');
  expect(spoken.language).toBe('en');
  expect(spoken.say({ key: 'turn.unreadOther', with: {} })).toMatch(/^I cannot read/);
});

test('a key without words is a mistake, not a sentence', () => {
  expect(() => english.say({ key: 'turn.unheardOf', with: {} })).toThrow('turn.unheardOf');
});
