/** Claims about German, Arabic and Persian words: dates, amounts, lists and plurals as their readers write them. */
import { fromTheRight, nameIn, withoutMarks, wording } from './index';
import type { Fact } from './saying';

const spoken = {
  de: wording('de'),
  ar: wording('ar'),
  fa: wording('fa', 'jalali'),
} as const;

const moment: Fact = { kind: 'moment', local: '2026-03-28T10:00' };
const month: Fact = { kind: 'date', local: '2026-12-01' };
const time: Fact = { kind: 'time', local: '15:30' };
const days: Fact = {
  kind: 'list',
  items: [
    { kind: 'moment', local: '2026-03-28T10:00' },
    { kind: 'moment', local: '2026-03-30T10:00' },
    { kind: 'moment', local: '2026-03-31T10:00' },
  ],
  joined: 'or',
};
const people: Fact = { kind: 'list', items: ['علی', 'رضا', 'سارا'], joined: 'and' };
const fee: Fact = { kind: 'money', minor: 3870, currency: 'EUR' };
const rials: Fact = { kind: 'money', minor: 4_500_000, currency: 'IRR' };
const pounds: Fact = { kind: 'money', minor: 40_000, currency: 'EGP' };
const ninety: Fact = { kind: 'minutes', minutes: 90 };

const facts: readonly (readonly [keyof typeof spoken, Fact, string])[] = [
  ['de', moment, 'Samstag, 28. März, 10:00 Uhr'],
  ['de', month, 'Dienstag, 1. Dezember'],
  ['de', time, '15:30'],
  ['de', fee, '38,70 €'],
  ['de', rials, '4.500.000 IRR'],
  ['de', ninety, '1 Stunde 30 Minuten'],
  ['de', { kind: 'list', items: ['Ali', 'Jana', 'Tom'], joined: 'or' }, 'Ali, Jana oder Tom'],
  [
    'de',
    days,
    'Samstag, 28. März, 10:00 Uhr; Montag, 30. März, 10:00 Uhr oder Dienstag, 31. März, 10:00 Uhr',
  ],
  ['ar', moment, 'السبت، ٢٨ مارس، الساعة ١٠:٠٠'],
  ['ar', month, 'الثلاثاء، ١ ديسمبر'],
  ['ar', time, '١٥:٣٠'],
  ['ar', pounds, '٤٠٠ جنيه مصري'],
  ['ar', fee, '٣٨٫٧٠ يورو'],
  ['ar', ninety, 'ساعة و٣٠ دقيقة'],
  ['ar', people, 'علی، رضا وسارا'],
  ['fa', moment, 'شنبه ۸ فروردین، ساعت ۱۰:۰۰'],
  ['fa', month, 'سه‌شنبه ۱۰ آذر'],
  ['fa', time, '۱۵:۳۰'],
  ['fa', rials, '۴٬۵۰۰٬۰۰۰ ریال'],
  ['fa', ninety, '۱ ساعت و ۳۰ دقیقه'],
  ['fa', people, 'علی، رضا و سارا'],
];

test.each(facts)('%s writes %j as %s', (language, fact, text) => {
  expect(withoutMarks(spoken[language].fact(fact))).toBe(text);
});

test.each([
  [0, 'أي موعد'],
  [1, 'موعد واحد'],
  [2, 'موعدان'],
  [3, '٣ مواعيد'],
  [11, '١١ موعداً'],
  [100, '١٠٠ موعد '],
])('Arabic counts %i in its own plural form', (count, words) => {
  expect(spoken.ar.say({ key: 'why.ownWeek', with: { count } })).toContain(words);
});

describe('in right-to-left text', () => {
  test('codes, times, and names in other letters are set apart', () => {
    expect(spoken.ar.fact({ kind: 'code', text: 'B-XY 123' })).toBe('\u2068B-XY 123\u2069');
    expect(spoken.fa.fact(time)).toBe('\u2068۱۵:۳۰\u2069');
    expect(spoken.fa.fact('Golf B-XY 123')).toBe('\u2068Golf B-XY 123\u2069');
    expect(spoken.fa.fact('مریم احمدی')).toBe('مریم احمدی');
  });

  test('nothing that was set apart runs on into the next line', () => {
    expect(spoken.ar.fact('first\nsecond')).toBe('\u2068first\u2069\n\u2068second\u2069');
  });

  test('on a button a time stands alone', () => {
    expect(spoken.fa.label(time)).toBe('۱۵:۳۰');
    expect(spoken.ar.label({ kind: 'code', text: 'B-XY 123' })).toBe('B-XY 123');
  });

  test('every line is shown from the right, whatever it begins with', () => {
    expect(fromTheRight('نعم\nGolf: جاهزة\n\u2068Golf\u2069 جاهزة\n۱. ۱۰:۰۰')).toBe(
      'نعم\n\u200FGolf: جاهزة\n\u2068Golf\u2069 جاهزة\n\u200F۱. ۱۰:۰۰',
    );
  });
});

test('where there is little room a day is written short, or without its weekday', () => {
  const widths = (['long', 'short', 'bare'] as const).map((width) => spoken.de.label(moment, width));
  expect(widths).toEqual(['Samstag, 28. März, 10:00 Uhr', 'Sa., 28. März, 10:00', '28. März, 10:00']);
});

test('a name is told in English before another language, and in the same script before any other', () => {
  expect(nameIn({ fa: 'سارا', en: 'Sara' }, 'ar')).toBe('Sara');
  expect(nameIn({ fa: 'سارا', de: 'Sara' }, 'ar')).toBe('سارا');
  expect(nameIn({ ar: 'سارة', de: 'Sara' }, 'en')).toBe('Sara');
  expect(nameIn({ tr: 'Sara' }, 'de')).toBe('Sara');
});
