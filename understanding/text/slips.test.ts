/** One slip of the thumb is forgiven where it is plain which word was meant. */
import { GARAGE } from '../support/catalogs';
import { hear } from '../support/hear';
import { isSlip, meantBy } from './slips';

const words = (often: Readonly<Record<string, number>>) => ({
  often: new Map(Object.entries(often)),
  pieces: new Set(Object.keys(often)),
});

test.each([
  ['laast', 'last', 'a letter doubled'],
  ['hman', 'human', 'a letter left out'],
  ['saem', 'same', 'two letters changed places'],
  ['hiur', 'hour', 'the key beside'],
  ['appiintment', 'appointment', 'the key beside in a long word'],
])('%s is %s: %s', (typed, word) => {
  expect(isSlip(typed, word)).toBe(true);
});

test.each([
  ['bike', 'like', 'another first letter'],
  ['wash', 'wish', 'a key that is far away'],
  ['noted', 'note', 'an ending of its own'],
  ['last', 'last', 'the word itself'],
])('%s is not %s mistyped: %s', (typed, word) => {
  expect(isSlip(typed, word)).toBe(false);
});

test('of two words the one that is said more often was meant, and of equals none', () => {
  expect(meantBy('lst', words({ last: 5, list: 1 }))).toBe('last');
  expect(meantBy('lst', words({ last: 2, list: 2 }))).toBeNull();
});

test('what stands in a pattern is never mended', () => {
  expect(meantBy('bot', words({ bot: 1, both: 9 }))).toBeNull();
});

test.each([
  ['can I tslk to a human please?', 'human'],
  ['oil chagne at mtite', 'service oil-change | branch mitte'],
  ['nevrr mind', hear('never mind', { catalog: GARAGE, asking: 'confirm' })],
])('%j is understood', (said, means) => {
  expect(hear(said, { catalog: GARAGE, asking: 'confirm' })).toBe(means);
});

test('a name in the middle of a sentence is no typing error', () => {
  expect(hear('my name is Tim', { catalog: GARAGE })).toBe('name Tim');
});
