/**
 * `npm run chat`: talk to the bot in the terminal (`--tenant garage --channel webchat --locale en`; `--explain` shows
 * what lies behind each reply), or
 * `npm run -s chat -- [--json] [--coverage | --mutate NOISE [--seed N]] FILE…`: run conversation files; the exit code is 1 if one fails.
 */
import { parseArgs } from 'node:util';
import { withThrowawayDatabases } from './chat/databases';
import { MUTATIONS, type Mutation } from './chat/mutate';
import { playWanted, type Wanted } from './chat/playing';
import type { FileResult } from './chat/report';
import { talkInTerminal } from './chat/terminal';
import { CHANNEL_NAMES } from './chat/chatFile';

const SIDE_BY_SIDE = 4;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  coverage: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  mutate: { type: 'string' },
  seed: { type: 'string', default: '1' },
  tenant: { type: 'string', default: 'garage' },
  channel: { type: 'string', default: 'webchat' },
  locale: { type: 'string' },
} as const;

async function main(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  const mutation = values.mutate === undefined ? null : mutationOf(values.mutate);
  const { coverage, explain, json } = values;
  if (positionals.length > 0) {
    if (explain) throw new TypeError('--explain is for a talk in the terminal: name no file');
    return play({ files: positionals, coverage, mutation, seed: seedOf(values.seed) }, json);
  }
  if (json || coverage || mutation)
    throw new TypeError('--json, --coverage and --mutate are about conversation files: name at least one');
  const channel = CHANNEL_NAMES.find((name) => name === values.channel);
  if (!channel) throw new TypeError(`--channel takes ${CHANNEL_NAMES.join(', ')}, not "${values.channel}"`);
  await talkInTerminal({ tenant: values.tenant, channel, locale: values.locale ?? null, explain });
  return 0;
}

function mutationOf(name: string): Mutation {
  const mutation = MUTATIONS.find((each) => each === name);
  if (!mutation) throw new TypeError(`--mutate takes ${MUTATIONS.join(', ')}, not "${name}"`);
  return mutation;
}

function seedOf(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new TypeError(`--seed takes a whole number, not "${text}"`);
  return Number(text);
}

async function play(wanted: Wanted, json: boolean): Promise<number> {
  const outcome = await withThrowawayDatabases(Math.min(SIDE_BY_SIDE, wanted.files.length), (databases) =>
    playWanted(databases, json ? wanted : { ...wanted, onResult: showProgress }),
  );
  process.stdout.write(json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text}\n`);
  return outcome.ok ? 0 : 1;
}

function showProgress(result: FileResult, done: number, of: number): void {
  process.stderr.write(`${result.passed ? 'ok    ' : 'FAILED'} ${done}/${of} ${result.file}\n`);
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
