/** What is matched of a message, and the way back to how the customer wrote it. */
import fc from 'fast-check';
import { respell } from './respell';
import { spelling, utteranceOf } from './utterance';

describe('what is matched', () => {
  test.each([
    ['TOMORROW At  10', 'tomorrow at 10'],
    ['１０：３０', '10:30'],
    ['٢٥/١١', '25/11'],
    ['۵ آذر', '5 اذر'],
    ['𝟏𝟎 𝐚𝐦', '10 am'],
    ['I’m “here”', 'i\'m "here"'],
    ['2–4', '2-4'],
    ['oil\u200b change', 'oil change'],
    ['\u202bmitte\u202c', 'mitte'],
    ['كوتاهي', 'کوتاهی'],
    ['مَرحَباً', 'مرحبا'],
    ['می\u200cخواهم', 'میخواهم'],
    ['a\u0000b\u0007', 'ab'],
    ['\ud800x\udc00', 'x'],
    ['first\r\n\r\nsecond', 'first\nsecond'],
    ['a \n b', 'a\nb'],
    ['İstanbul', 'istanbul'],
  ])('%j is read as %j', (original, text) => {
    expect(utteranceOf(original).text).toBe(text);
  });

  test('accents stay letters, composed or not', () => {
    expect(utteranceOf('O\u0308l').text).toBe('öl');
    expect(utteranceOf('Öl').text).toBe('öl');
  });

  test('only the first thousand characters are read', () => {
    expect(utteranceOf('a'.repeat(10_000)).text).toHaveLength(1000);
  });
});

describe('the way back', () => {
  test('leads to the spelling of the customer', () => {
    const utterance = utteranceOf('My name is  José\u200b O’Brien!');
    const from = utterance.text.indexOf('jos');
    expect(spelling(utterance, from, utterance.text.length - 1)).toBe('José O’Brien');
  });

  test('leads to the word that was typed, after it was mended', () => {
    const mended = respell(utteranceOf('see you tmrw at 10'), (word) =>
      word === 'tmrw' ? 'tomorrow' : null,
    );
    expect(mended.text).toBe('see you tomorrow at 10');
    expect(spelling(mended, 8, 16)).toBe('tmrw');
    expect(spelling(mended, 17, 22)).toBe('at 10');
  });

  test('never leaves the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (original) => {
        const { text, said, at } = utteranceOf(original);
        expect(said).toHaveLength(text.length);
        expect(at).toHaveLength(text.length + 1);
        expect(at.every((place, index) => place <= original.length && place >= (at[index - 1] ?? 0))).toBe(
          true,
        );
      }),
    );
  });

  test('a text of decimal digits of any script is the same number', () => {
    const scripts = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10, 0x1d7ce, 0x1d7f6];
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), fc.constantFrom(...scripts), (number, zero) => {
        const written = [...String(number)]
          .map((digit) => String.fromCodePoint(zero + Number(digit)))
          .join('');
        expect(utteranceOf(written).text).toBe(String(number));
      }),
    );
  });
});
