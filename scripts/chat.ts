/**
 * `npm run chat`: talk to the bot in the terminal (`--tenant garage --channel webchat --locale en`), or
 * `npm run -s chat -- [--json] FILE…`: run conversation files; the exit code is 1 if one fails.
 */
import { parseArgs } from 'node:util';
import { withThrowawayDatabases } from './chat/databases';
import { runFiles } from './chat/run';
import { summaryText, type FileResult } from './chat/report';
import { talkInTerminal } from './chat/terminal';
import { CHANNEL_NAMES } from './chat/chatFile';

const SIDE_BY_SIDE = 4;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  tenant: { type: 'string', default: 'garage' },
  channel: { type: 'string', default: 'webchat' },
  locale: { type: 'string' },
} as const;

async function main(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  if (positionals.length > 0) return play(positionals, values.json);
  if (values.json) throw new TypeError('--json runs conversation files: name at least one');
  const channel = CHANNEL_NAMES.find((name) => name === values.channel);
  if (!channel) throw new TypeError(`--channel takes ${CHANNEL_NAMES.join(', ')}, not "${values.channel}"`);
  await talkInTerminal({ tenant: values.tenant, channel, locale: values.locale ?? null });
  return 0;
}

async function play(files: readonly string[], json: boolean): Promise<number> {
  const summary = await withThrowawayDatabases(Math.min(SIDE_BY_SIDE, files.length), (databases) =>
    runFiles(databases, files, json ? {} : { onResult: showProgress }),
  );
  process.stdout.write(json ? `${JSON.stringify(summary)}\n` : `${summaryText(summary)}\n`);
  return summary.failed === 0 ? 0 : 1;
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
