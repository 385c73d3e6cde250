/** `npm run tenant -- create | export | import FILE | set-secret NAME | invite EMAIL`: a real business as one validated file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadConfig, type Config } from '../platform/config';
import { createLog } from '../platform/log';
import { keptSecretKey } from '../platform/secretKey';
import { openStorage, type Storage } from '../storage';
import { askSecret } from './tenant/askSecret';
import { createBusiness } from './tenant/createBusiness';
import { exportBusiness } from './tenant/exportBusiness';
import { readBusinessFile } from './tenant/file/read';
import { importBusiness } from './tenant/importBusiness';
import { Refused } from './tenant/refused';
import { removeSecret, secretName, setSecret, tenantIdOf } from './tenant/setSecret';
import { toldCreate, toldExport, toldImport, toldSecret } from './tenant/told';
import { parseWords, starterOf, USAGE, type Options } from './tenant/words';

/** What is printed: as it is with `--json`, else as a text. */
interface Outcome {
  readonly result: object;
  readonly text: string;
  readonly failed?: boolean;
}

type Deed = (
  storage: Storage,
  config: Config,
  subject: string | undefined,
  options: Options,
) => Promise<Outcome>;

const create: Deed = async ({ database, clock }, config, subject, options) => {
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  const starter = starterOf(subject, options, zone);
  const created = await createBusiness(
    database,
    starter,
    options.file ?? `${starter.slug}.yaml`,
    clock.now(),
  );
  return { result: created, text: toldCreate(created, config.publicUrl) };
};

const exportTo: Deed = async ({ database }, config, subject, options) => {
  const exported = await exportBusiness(database, subject ?? options.tenant ?? config.defaultTenant);
  if (options.file !== undefined) writeFileSync(options.file, exported.yaml);
  return { result: exported, text: toldExport(exported, options.file) };
};

const importFrom: Deed = async ({ database, clock }, config, subject, options) => {
  const file = subject ?? options.file ?? '';
  const { from } = config.providers.twilio;
  const imported = await importBusiness(database, {
    text: readText(file),
    at: clock.now(),
    dryRun: options['dry-run'] ?? false,
    configured:
      from === undefined
        ? []
        : [{ slug: config.defaultTenant, channel: 'sms', provider: 'twilio', account: from }],
  });
  const failed = imported.result === 'refused' || imported.result === 'hindered';
  return { result: { ...imported, file }, text: toldImport(imported, file), failed };
};

/** A file with faults needs no database to be refused. */
function faultsOf(file: string): Outcome | null {
  const read = readBusinessFile(readText(file));
  if (read.kind === 'read') return null;
  const imported = { result: 'refused', problems: read.problems } as const;
  return { result: { ...imported, file }, text: toldImport(imported, file), failed: true };
}

function readText(file: string): string {
  if (file === '') throw new Refused('bad-usage', `import needs a file.\n\n${USAGE}`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Refused('no-such-file', `There is no file ${file} that can be read.`);
  }
}

const setOrRemoveSecret: Deed = async ({ database, clock }, config, subject, options) => {
  const name = secretName(subject);
  const tenant = options.tenant ?? config.defaultTenant;
  // Nobody is asked for a secret that could not be kept.
  await tenantIdOf(database, tenant);
  const done = options.remove
    ? await removeSecret(database, tenant, name)
    : await setSecret(database, {
        tenant,
        name,
        value: await askSecret(process.stdin, `${name} of ${tenant}: `, progress),
        secretKey: keptSecretKey(config),
        at: clock.now(),
      });
  return { result: done, text: toldSecret(done) };
};

function progress(text: string): void {
  process.stderr.write(text);
}

const DEEDS: ReadonlyMap<string, Deed> = new Map([
  ['create', create],
  ['export', exportTo],
  ['import', importFrom],
  ['set-secret', setOrRemoveSecret],
]);

const NOT_BUILT: ReadonlyMap<string, string> = new Map([
  [
    'invite',
    'invite is not built yet: agents have no accounts of their own, and the desk knows only the demo sign-in.',
  ],
]);

async function run(words: readonly string[]): Promise<Outcome> {
  const { command = '', subject, options } = parseWords(words);
  const missing = NOT_BUILT.get(command);
  if (missing !== undefined) throw new Refused('not-built', missing);
  const deed = DEEDS.get(command);
  if (deed === undefined) throw new Refused('bad-usage', USAGE);
  const config = loadConfig(process.env);
  const faults = command === 'import' ? faultsOf(subject ?? options.file ?? '') : null;
  if (faults !== null) return faults;
  // As a worker does, it joins the database of a product that is running, and else starts it.
  const storage = await openStorage({ ...config, role: 'worker' }, createLog('warn'));
  try {
    return await deed(storage, config, subject, options);
  } finally {
    await storage.close();
  }
}

async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  try {
    const { result, text, failed = false } = await run(words);
    const out = json || !failed ? process.stdout : process.stderr;
    out.write(`${json ? JSON.stringify(result) : text}\n`);
    return failed ? 1 : 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (json) process.stdout.write(`${JSON.stringify({ result: 'failed', code: codeOf(error), message })}\n`);
    else process.stderr.write(`${message}\n`);
    return 1;
  }
}

/** The stable code of an expected failure. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unexpected';
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
