/**
 * `npm run -s replay -- CONVERSATION [--tenant garage] [--json]`, or `--last N` for the newest: runs stored conversations on
 * today's program, writes nothing, and exits 1 when a turn comes out otherwise. `--export FILE.chat` writes the conversation as
 * a conversation file instead, with names and numbers replaced.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadConfig } from '../platform/config';
import { isUuid } from '../api/uuid';
import { exportChat } from './exportChat';
import { onDatabase } from './openDatabase';
import { findStored, replayConversation, type Wanted } from './replay/run';
import { replayText } from './replay/text';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  tenant: { type: 'string', default: 'garage' },
  last: { type: 'string' },
  export: { type: 'string' },
} as const;

async function main(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  const wanted = { tenant: values.tenant, which: whichOf(positionals, values.last) };
  const file = values.export;
  if (file !== undefined) return writeExport(wanted, file);
  return onDatabase(loadConfig(process.env), async (database) => {
    const { business, conversations } = await findStored(database, wanted);
    const replayed = [];
    for (const each of conversations) replayed.push(await replayConversation(each, business));
    const same = replayed.every((each) => each.same);
    const told = values.json ? JSON.stringify({ same, conversations: replayed }) : replayText(replayed);
    process.stdout.write(`${told}\n`);
    return same ? 0 : 1;
  });
}

function whichOf(positionals: readonly string[], last: string | undefined): Wanted['which'] {
  const [id, ...more] = positionals;
  if (last !== undefined && id === undefined && /^[1-9]\d{0,4}$/.test(last)) return { last: Number(last) };
  if (last === undefined && id !== undefined && more.length === 0 && isUuid(id)) return { id };
  throw new TypeError('name one conversation by its id, or say --last and how many');
}

function writeExport(wanted: Wanted, file: string): Promise<number> {
  if (!('id' in wanted.which)) throw new TypeError('--export writes one conversation: name it by its id');
  return onDatabase(loadConfig(process.env), async (database) => {
    const { business, conversations } = await findStored(database, wanted);
    for (const each of conversations) await writeFile(file, exportChat(each, business), { flag: 'wx' });
    process.stderr.write(`wrote ${file}: read it before you show it to anybody\n`);
    return 0;
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
