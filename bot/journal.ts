/** The journal of a turn: every command's input and result, in order, so that the turn can be replayed without writing. */
import type { PlanCommands } from '../commands/plans/types';
import type { Commands } from '../commands/types';
import type { VisitCommands } from '../commands/visitTypes';
import type { WaitlistCommands } from '../commands/waitlist/types';
import type { AllCommands } from '../dialogs/talk';

export interface JournalEntry {
  readonly command: keyof Commands | keyof PlanCommands | keyof VisitCommands | keyof WaitlistCommands;
  readonly input: readonly unknown[];
  readonly result: unknown;
}

type Verb = (...input: readonly unknown[]) => Promise<unknown>;

/**
 * The same commands, which note what they were asked and what they answered; one that throws leaves no note. They run one after
 * the other, in the order in which they were asked for: a transaction has one connection, and a replay needs one order.
 */
export function journaled(all: AllCommands, entries: JournalEntry[]): AllCommands {
  let line: Promise<unknown> = Promise.resolve();
  const inLine: (run: () => Promise<unknown>) => Promise<unknown> = (run) => {
    const mine = line.then(run);
    // Whoever comes next waits for the end of this one, whatever end it is.
    line = mine.catch(() => undefined);
    return mine;
  };
  const note = (command: string, run: Verb): Verb => {
    return (...input) =>
      inLine(async () => {
        const result = await run(...input);
        const entry = { command, input, result: result === undefined ? null : result };
        entries.push(entry as JournalEntry);
        return result;
      });
  };
  const noted = <Bound extends object>(bound: Bound): Bound => {
    const verbs = Object.entries(bound) as readonly [string, Verb][];
    // each verb is the one it was, and only noted besides
    return Object.fromEntries(verbs.map(([name, run]) => [name, note(name, run)])) as Bound;
  };
  const { commands, plans, visits, waitlist } = all;
  return {
    commands: noted(commands),
    plans: noted(plans),
    visits: noted(visits),
    waitlist: noted(waitlist),
  };
}
