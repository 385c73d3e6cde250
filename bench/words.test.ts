/** Claims about the command line of the benchmarks. */
import { readWords } from './words';

const KNOWN = ['availability', 'growth'];

it('takes several names, each once, and flags anywhere', () => {
  expect(readWords(['--json', 'growth', 'availability', 'growth', '--check'], KNOWN)).toEqual({
    names: ['growth', 'availability'],
    json: true,
    check: true,
    huge: false,
  });
  expect(readWords(['growth', '--huge'], KNOWN)).toMatchObject({ huge: true, json: false, check: false });
});

it.each([
  [[], 'bench takes one or more of: availability, growth'],
  [['availability', 'speed'], 'bench has no "speed"; it has availability, growth'],
  [['growth', '--fast'], 'bench does not know --fast; it knows --json --check --huge --peers'],
])('%j is answered with one sentence', (words, sentence) => {
  expect(readWords(words, KNOWN)).toBe(sentence);
});
