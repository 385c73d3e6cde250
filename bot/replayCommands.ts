/** Commands that are answered from a journal: what was asked then is answered as it was then, and nothing is done. */
import { canonical } from '../dialogs/json';
import type { AllCommands, Json } from '../dialogs/talk';
import type { JournalEntry } from './journal';

/** Today's program asks what the journal does not answer: from there on the turn cannot be followed. */
export class NotInJournal extends Error {
  constructor(readonly command: string) {
    super(`the journal has no answer to this ${command}`);
  }
}

export interface AnsweredCommands extends AllCommands {
  /** What was done then and has not been asked for. */
  left(): readonly JournalEntry[];
}

type Verb = (...input: readonly unknown[]) => Promise<unknown>;

/**
 * Each answer is given once, to the same command with the same input, in the order of the journal. Keys of idempotency do not
 * count: they name the inputs again.
 */
export function answeredCommands(entries: readonly JournalEntry[]): AnsweredCommands {
  const left = [...entries];
  const answer = (command: string, input: readonly unknown[]): unknown => {
    const wanted = inputOf(command, input);
    const index = left.findIndex((entry) => inputOf(entry.command, entry.input) === wanted);
    const [entry] = index < 0 ? [] : left.splice(index, 1);
    if (!entry) throw new NotInJournal(command);
    return entry.result;
  };
  const verbs = new Proxy<Readonly<Record<string, Verb>>>(
    {},
    {
      get:
        (_none, name) =>
        async (...input: readonly unknown[]) =>
          answer(String(name), input),
    },
  );
  // every verb that is asked for is there, and answers what the journal says it answered
  const bound = verbs as unknown as AllCommands['commands'] &
    AllCommands['plans'] &
    AllCommands['visits'] &
    AllCommands['waitlist'];
  return { commands: bound, plans: bound, visits: bound, waitlist: bound, left: () => left };
}

/** Commands that change something take a key last, which is not part of what they are asked. */
function inputOf(command: string, input: readonly unknown[]): string {
  const [first, ...more] = JSON.parse(JSON.stringify(input)) as readonly Json[];
  const told = more.filter((each) => typeof each !== 'string' || SECOND_COUNTS.includes(command));
  return `${command} ${canonical([first ?? null, ...told])}`;
}

/** Their second text is no key. */
const SECOND_COUNTS: readonly string[] = ['articleOn', 'quoteSeriesCancellation'];
