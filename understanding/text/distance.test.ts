/** How far a typed word is from a meant one, and how much of that is forgiven. */
import fc from 'fast-check';
import { bitsApart, distance, forgiven, lettersOf } from './distance';
import { Vocabulary } from './vocabulary';

test.each([
  ['chnage', 'change', 1],
  ['inspecton', 'inspection', 1],
  ['brakse', 'brakes', 1],
  ['tommorow', 'tomorrow', 2],
  ['same', 'same', 0],
])('%s is as many errors from %s as fingers made', (typed, meant, errors) => {
  expect(distance(typed, meant, 3)).toBe(errors);
});

test('short words forgive nothing, words of middle length one error, long ones two', () => {
  expect([3, 4, 7, 8, 20].map(forgiven)).toEqual([0, 1, 1, 2, 2]);
});

test('a distance beyond the limit is just beyond it', () => {
  expect(distance('completely', 'different', 2)).toBe(3);
});

test('distance is the same in both directions', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (left, right) => {
      expect(distance(left, right, 8)).toBe(distance(right, left, 8));
    }),
  );
});

test('words within n errors differ in at most 2n letters, so that the filter loses none', () => {
  const word = fc.stringMatching(/^[a-z]{4,8}$/);
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(bitsApart(lettersOf(left), lettersOf(right))).toBeLessThanOrEqual(2 * distance(left, right, 8));
    }),
  );
});

describe('the nearest word', () => {
  const words = new Vocabulary(['oil', 'brake', 'change', 'nord', 'monday', 'sunday', 'inspection']);

  test.each([
    ['chagne', 'change'],
    ['inspektion', 'inspection'],
    ['brakr', 'brake'],
  ])('%s is read as %s', (typed, meant) => {
    expect(words.nearest(typed)).toBe(meant);
  });

  test('of two that are as near none is taken', () => {
    expect(new Vocabulary(['sunday', 'monday']).nearest('aunday')).toBe('sunday');
    expect(new Vocabulary(['marta', 'maria']).nearest('marxa')).toBeNull();
  });

  test('in short words the first letter decides', () => {
    expect(words.nearest('ford')).toBeNull();
    expect(words.nearest('nrod')).toBe('nord');
  });
});
