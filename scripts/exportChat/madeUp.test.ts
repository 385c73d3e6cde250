/** Claims about made-up names and numbers: nobody's own are left, the same ones stay the same, and all else stays as it was. */
import { replacer } from './madeUp';

const replace = replacer({
  names: ['Grace Hopper', 'May Will', 'نسرین احمدی'],
  phones: ['+4915123456789'],
  plates: ['B-XY 123', 'M AB 4567E'],
  kept: new Set(['may', 'will']),
});

test.each([
  'Grace Hopper',
  'grace',
  'HOPPER',
  '+4915123456789',
  'call 0151 23456789.',
  '0151/23 45 67 89',
  '٠١٥١٢٣٤٥٦٧٨٩',
  'b-xy 123',
  'BXY123',
  'M AB 4567E',
  'Grace.Hopper@firma.invalid',
  'نسرین احمدی',
  'my other number is 030 90182930',
])('%s is not left', (text) => {
  expect(replace(text)).not.toBe(text);
  for (const word of text.match(/[\p{L}\p{Nd}]{5,}/gu) ?? [])
    if (!/^(other|number)$/.test(word)) expect(replace(text)).not.toContain(word);
});

test.each([
  'on 28.03.2026 at 10:30',
  'tomorrow at 10, or 2026-03-28 10:00',
  '28/03/2026 10:30',
  'May is fine, I will come',
  'it costs 4 500 000',
  'reference K7XQ2M',
])('%s stays as it is', (text) => {
  expect(replace(text)).toBe(text);
});

test('the same is replaced by the same, however it is written', () => {
  expect(replace('grace')).toBe(replace('Grace').toLowerCase());
  expect(replace('Grace Hopper')).toContain(replace('Hopper'));
  const ending = replace('+4915123456789').slice(-7);
  expect(replace('0151 23456789').replaceAll(' ', '')).toContain(ending);
  expect(replace('bxy123').toUpperCase().slice(-3)).toBe(replace('B-XY 123').slice(-3));
});

test('two people are still two people', () => {
  const two = replacer({ names: ['Ada Byron', 'Alan Turing'], phones: [], plates: [], kept: new Set() });
  expect(two('Ada')).not.toBe(two('Alan'));
  expect(two('Byron')).not.toBe(two('Turing'));
});
