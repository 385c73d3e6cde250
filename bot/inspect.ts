/** One turn as whoever looks into it sees it: what was understood, what decided, what was done, what was said, how long it took. */
import type { Act } from '../understanding/acts';
import type { Traced } from '../dialogs/trace';
import type { JournalEntry } from './journal';
import type { StoredReply, StoredTurn } from './storedTurns';
import type { StoodAfter } from './turnJournal';

export interface InspectedTurn {
  readonly turn: number;
  /** UTC milliseconds. */
  readonly at: number;
  /** Ordinary talk, or the compliance words that came before it; null where the turn failed. */
  readonly section: string | null;
  readonly language: string | null;
  readonly heard: readonly InspectedMessage[];
  /** Steps and repairs, in the order in which they were taken. */
  readonly decided: readonly Traced[];
  /** Where the talk stood before and after: the requests in work, the running one last. */
  readonly before: readonly string[];
  readonly after: StoodAfter | null;
  readonly done: readonly InspectedCommand[];
  /** Keys of what was said. */
  readonly said: readonly string[];
  readonly replies: readonly StoredReply[];
  /** Milliseconds; null where they were not taken. */
  readonly spent: { readonly understanding: number; readonly turn: number } | null;
}

export interface InspectedMessage {
  readonly number: number;
  readonly kind: string;
  readonly text: string;
  readonly acts: readonly Act[];
}

export interface InspectedCommand {
  readonly command: string;
  readonly input: unknown;
  /** The kind of the result, or what it was where it has no kinds. */
  readonly result: string;
}

export function inspectTurn({ turn, at, entry, messages, replies }: StoredTurn): InspectedTurn {
  const acts = new Map(entry?.heard.map((heard) => [heard.number, heard.acts]));
  return {
    ...{ turn, at, replies },
    section: entry?.section ?? null,
    language: entry?.language ?? null,
    heard: messages.map(({ number, kind, text }) => ({ number, kind, text, acts: acts.get(number) ?? [] })),
    decided: entry?.trace ?? [],
    before: flowsIn(entry?.from.talk),
    after: entry?.after ?? null,
    done: entry?.commands.map(inspectedCommand) ?? [],
    said: entry?.said.map(({ key }) => key) ?? [],
    spent: entry?.spent ?? null,
  };
}

function inspectedCommand({ command, input, result }: JournalEntry): InspectedCommand {
  return { command, input: input[0] ?? null, result: resultKind(result) };
}

function resultKind(result: unknown): string {
  if (Array.isArray(result)) return `${String(result.length)} of them`;
  if (typeof result !== 'object' || result === null)
    return result === null ? 'nothing' : JSON.stringify(result);
  const { kind, status } = result as { readonly kind?: unknown; readonly status?: unknown };
  const told = kind ?? status;
  return typeof told === 'string' ? told : 'found';
}

function flowsIn(talk: unknown): readonly string[] {
  const { frames } = (talk ?? {}) as { readonly frames?: readonly { readonly flow: string }[] };
  return (frames ?? []).map(({ flow }) => flow);
}
