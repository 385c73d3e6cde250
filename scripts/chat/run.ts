/** Runs conversation files side by side, each for a tenant of its own, on one database. */
import { readFile } from 'node:fs/promises';
import type { Database } from '../../platform/database';
import { ChatFileError, type ChatFile } from './chatFile';
import { parseChat } from './parse';
import { Session } from './session';
import { playFile } from './play';
import { summaryOf, type FileResult, type RunSummary } from './report';
import type { TurnNote } from './turnNotes';

export interface RunOptions {
  /** Told after each file. */
  readonly onResult?: (result: FileResult, done: number, of: number) => void;
  /** Told what the turns of a file noted, once it was played. */
  readonly onNotes?: (notes: readonly TurnNote[]) => void;
  /** What is played in place of the file that was read. */
  readonly change?: (chat: ChatFile) => ChatFile;
}

/**
 * @param databases migrated; each plays one file after the other, for a new tenant every time, so that one talk's relay never
 * carries what another talk has to send
 */
export async function runFiles(
  databases: readonly Database[],
  files: readonly string[],
  options: RunOptions = {},
): Promise<RunSummary> {
  const began = performance.now();
  const results = new Map<string, FileResult>();
  const queue = [...files];
  const player = async (database: Database): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const result = await runFile(database, file, options);
      results.set(file, result);
      options.onResult?.(result, results.size, files.length);
    }
  };
  await Promise.all(databases.map(player));
  const ordered = files.flatMap((file) => results.get(file) ?? []);
  return summaryOf(ordered, (performance.now() - began) / 1000);
}

async function runFile(database: Database, file: string, options: RunOptions): Promise<FileResult> {
  const began = performance.now();
  const talk: string[] = [];
  const finish = (failures: FileResult['failures']): FileResult => ({
    file,
    passed: failures.length === 0,
    millis: performance.now() - began,
    failures,
    talk,
  });
  try {
    const written = parseChat(file, await readFile(file, 'utf8'));
    const chat = options.change?.(written) ?? written;
    const session = await Session.open(database, chat.header);
    const failures = await playFile(session, chat.steps, talk);
    options.onNotes?.(await session.notes());
    return finish([...failures, ...session.faults.map(faultOf)]);
  } catch (error) {
    return finish([unplayable(error)]);
  }
}

/** Whatever the bot had to log as an error is a failure, even if the talk went on. */
function faultOf(seen: string): FileResult['failures'][number] {
  return { line: 1, source: '', expected: 'no fault of the bot', seen, state: null };
}

function unplayable(error: unknown): FileResult['failures'][number] {
  const seen =
    error instanceof Error
      ? error instanceof ChatFileError
        ? error.rule
        : (error.stack ?? error.message)
      : String(error);
  const line = error instanceof ChatFileError ? error.line : 1;
  return { line, source: '', expected: 'a conversation file that can be played', seen, state: null };
}
