/** Claims about the journal: what was asked and answered, in the order it was asked for, and nothing of what failed. */
import type { Commands } from '../commands/types';
import type { AllCommands } from '../dialogs/talk';
import { journaled, type JournalEntry } from './journal';

const later = <Value>(value: Value, millis: number): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), millis));

/** Commands of which only a few are asked for. */
function commands(given: Partial<Commands>, plans: Partial<AllCommands['plans']> = {}): AllCommands {
  return { commands: given, plans, visits: {}, waitlist: {} } as unknown as AllCommands;
}

test('commands asked for at once run one after the other, and are noted in that order', async () => {
  const running: string[] = [];
  const entries: JournalEntry[] = [];
  const { commands: journal } = journaled(
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
  const { commands: journal } = journaled(
    commands({ look: () => Promise.reject(new Error('gone')), renew: () => Promise.resolve(true) }),
    entries,
  );
  await expect(journal.look('a')).rejects.toThrow('gone');
  expect(await journal.renew('a')).toBe(true);
  expect(entries).toEqual([{ command: 'renew', input: ['a'], result: true }]);
});

test('commands on plans stand in the same line and the same journal', async () => {
  const entries: JournalEntry[] = [];
  const { commands: single, plans } = journaled(
    commands(
      { look: () => later(null, 10) },
      { renewPlan: () => Promise.resolve(true), releasePlan: () => Promise.resolve() },
    ),
    entries,
  );
  await Promise.all([single.look('a'), plans.renewPlan('p'), plans.releasePlan('p')]);
  expect(entries).toEqual([
    { command: 'look', input: ['a'], result: null },
    { command: 'renewPlan', input: ['p'], result: true },
    { command: 'releasePlan', input: ['p'], result: null },
  ]);
});
