/** Claims about the journal: what was asked and answered, in the order it was asked for, and nothing of what failed. */
import type { Commands } from '../commands/types';
import { journaled, type JournalEntry } from './journal';

const later = <Value>(value: Value, millis: number): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), millis));

/** Commands of which only two are asked for. */
function commands(given: Partial<Commands>): Commands {
  return given as Commands;
}

test('commands asked for at once run one after the other, and are noted in that order', async () => {
  const running: string[] = [];
  const entries: JournalEntry[] = [];
  const journal = journaled(
    commands({
      look: async (id) => {
        running.push(`begin ${id}`);
        await later(null, id === 'slow' ? 20 : 0);
        running.push(`end ${id}`);
        return null;
      },
    }),
    entries,
  );
  await Promise.all([journal.look('slow'), journal.look('quick')]);
  expect(running).toEqual(['begin slow', 'end slow', 'begin quick', 'end quick']);
  expect(entries.map((entry) => entry.input)).toEqual([['slow'], ['quick']]);
});

test('a command that throws leaves no note, and does not hold up the next', async () => {
  const entries: JournalEntry[] = [];
  const journal = journaled(
    commands({ look: () => Promise.reject(new Error('gone')), renew: () => Promise.resolve(true) }),
    entries,
  );
  await expect(journal.look('a')).rejects.toThrow('gone');
  expect(await journal.renew('a')).toBe(true);
  expect(entries).toEqual([{ command: 'renew', input: ['a'], result: true }]);
});
