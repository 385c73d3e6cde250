/** `npm run tenant` as it is typed: one JSON object with --json, sentences without, and an exit code that says whether it was done. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const ROOT = join(__dirname, '..', '..', '..');

let url: string;
let folder: string;

beforeAll(async () => {
  url = await testDatabaseUrl();
  folder = mkdtempSync(join(tmpdir(), 'nobat-tenant-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dropDatabase(url);
});

function tenant(...words: string[]): Promise<Run> {
  return tenantGiven('', ...words);
}

/** @param input what comes in by a pipe */
function tenantGiven(input: string, ...words: string[]): Promise<Run> {
  const args = [
    join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
    join(ROOT, 'scripts', 'tenant.ts'),
    ...words,
  ];
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: folder, TZ: 'UTC' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
    child.stdin?.end(input);
  });
}

it('leads from nothing to a business of one’s own, changed and looked at again', async () => {
  const created = await tenant('create', 'corner', '--name', 'The Corner');
  expect(created).toMatchObject({ code: 0, err: '' });
  expect(created.out).toContain('corner is there, and corner.yaml is its file.');
  const file = join(folder, 'corner.yaml');
  expect(await tenant('import', file)).toMatchObject({ code: 0, out: 'corner: nothing to change.\n' });
  writeFileSync(file, readFileSync(file, 'utf8').replace('price: 50', 'price: 60'));
  const changed = await tenant('import', file, '--json');
  expect(changed).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(changed.out)).toMatchObject({
    result: 'changed',
    tenant: 'corner',
    version: 2,
    changes: [{ path: 'services.appointment.price', before: 50, after: 60 }],
  });
  const exported = await tenant('export', 'corner');
  expect(exported.out).toContain('    price: 60\n');
  writeFileSync(file, exported.out);
  expect(await tenant('import', file)).toMatchObject({ out: 'corner: nothing to change.\n' });
}, 60_000);

it('refuses a file with faults by line and rule, and a business that is there already', async () => {
  const file = join(folder, 'bad.yaml');
  writeFileSync(file, 'slug: Bad Shop\nname: Bad\n');
  const refused = await tenant('import', file);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain(
    `${file}:1:7: slug must be a short name of small letters, digits and hyphens, such as my-shop; it is "Bad Shop".\n`,
  );
  const json = await tenant('import', file, '--json');
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({
    result: 'refused',
    problems: expect.arrayContaining([
      expect.objectContaining({ line: 1, column: 7, path: 'slug', value: '"Bad Shop"' }),
    ]),
  });
  expect(await tenant('create', 'garage')).toMatchObject({ code: 1, out: '' });
}, 60_000);

it('keeps a secret that is piped in, and never says it again', async () => {
  const set = await tenantGiven('geheim-1234\n', 'set-secret', 'TWILIO_AUTH_TOKEN', '--tenant', 'salon');
  expect(set).toEqual({
    code: 0,
    out: 'TWILIO_AUTH_TOKEN is kept for salon, sealed with SECRET_KEY.\n',
    err: '',
  });
  const { out } = await tenant('export', 'salon', '--json');
  expect(JSON.parse(out)).toMatchObject({
    secrets: ['TWILIO_AUTH_TOKEN'],
    yaml: expect.stringContaining('# Secrets are set, and are not in this file: TWILIO_AUTH_TOKEN\n'),
  });
  expect(out).not.toContain('geheim');
  const removed = await tenant('set-secret', 'TWILIO_AUTH_TOKEN', '--tenant', 'salon', '--remove', '--json');
  expect(JSON.parse(removed.out)).toEqual({
    result: 'secret-removed',
    tenant: 'salon',
    name: 'TWILIO_AUTH_TOKEN',
  });
}, 60_000);

it('refuses a secret that cannot be one, without repeating it', async () => {
  const refused = await tenantGiven('geheim-1234\n', 'set-secret', 'SMTP_URL');
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: 'SMTP_URL must be an address like smtp://user:password@host:587; what was given is not.\n',
  });
}, 60_000);

it.each([
  [['set-secret', 'TWILIO_AUTH_TOKEN'], 'bad-value'],
  [['set-secret', 'TWILIO_TOKEN'], 'unknown-secret'],
  [['set-secret', 'SECRET_KEY'], 'unknown-secret'],
  [['set-secret'], 'bad-usage'],
  [['set-secret', 'TWILIO_FROM', '--tenant', 'nobody'], 'unknown-tenant'],
  [['invite', 'ada@example.com'], 'not-built'],
  [['export', 'nobody'], 'unknown-tenant'],
  [['import', 'nowhere.yaml'], 'no-such-file'],
  [['improve'], 'bad-usage'],
  [['import', '--quickly'], 'bad-usage'],
])(
  '%j says why not',
  async (words, code) => {
    const { code: exit, out } = await tenant(...words, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ result: 'failed', code, message: expect.stringMatching(/\S/) });
  },
  60_000,
);
