/** Claims about the clock of an exported conversation: nothing lapses early, and days begin when they began. */
import { createWaits, waitLine } from './waits';

const MINUTE = 60_000;

test('a short pause is cut to whole minutes: a hold that was alive still is', () => {
  const waits = createWaits(0);
  expect(waits(50_000)).toBe(0);
  // 4 min 40 s later, although the minute hands are 5 apart
  expect(waits(5 * MINUTE + 30_000)).toBe(4);
});

test('after a long pause the clock is right again', () => {
  const waits = createWaits(0);
  const times = [59_000, 118_000, 177_000, 177_000 + 26 * 60 * MINUTE];
  const shown = times.reduce((sum, at) => sum + waits(at), 0);
  expect(shown).toBe(Math.floor((times.at(-1) ?? 0) / MINUTE));
});

test.each([
  [5, 'wait: 5m'],
  [90, 'wait: 90m'],
  [1500, 'wait: 25h'],
  [2880, 'wait: 2d'],
])('%i minutes are %s', (minutes, line) => {
  expect(waitLine(minutes)).toBe(line);
});
