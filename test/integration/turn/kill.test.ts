/** A process that is killed between the 200 and the turn loses nothing: after a restart the turn happens, once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../browser/support/eventually';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';
import { startTwilio, type TwilioStandin } from '../../standins/twilio';

const ROOT = join(__dirname, '..', '..', '..');
const SHOP = '+4930555000';
const PHONE = '+4915112345678';
const PUBLIC_URL = 'http://localhost:3999';
/** A lease that a killed process held runs out, and then the sweep comes by. */
const AFTER_A_LEASE_MILLIS = 40_000;

let twilio: TwilioStandin;
let databaseUrl: string;
let dataDir: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  [twilio, databaseUrl, dataDir] = await Promise.all([
    startTwilio(),
    testDatabaseUrl(),
    mkdtemp(join(tmpdir(), 'nobat-kill-')),
  ]);
});
afterAll(async () => {
  await Promise.all([...running].map((child) => ended(child, 'SIGTERM')));
  await twilio.close();
  await dropDatabase(databaseUrl);
  await rm(dataDir, { recursive: true, force: true });
});

/** Starts the product as a process of its own and answers where it listens. */
function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      PUBLIC_URL,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_FROM: SHOP,
      TWILIO_BASE_URL: twilio.baseUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the product ended with ${String(code)}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /http:\/\/\S+:\d+/.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ child, url });
    });
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
  running.delete(child);
}

test('after kill -9 right behind the 200 the message is answered by the next process, once', async () => {
  const first = await start();
  const answer = await twilio.deliverSms(
    `${first.url}/webhooks/twilio/messages`,
    { from: PHONE, to: SHOP, body: 'hello' },
    { signedUrl: `${PUBLIC_URL}/webhooks/twilio/messages` },
  );
  await ended(first.child, 'SIGKILL');
  expect(answer.status).toBe(200);
  const second = await start();
  const sent = (): number => twilio.accepted().filter(({ form }) => form['To'] === PHONE).length;
  await eventually(() => expect(sent()).toBe(1), AFTER_A_LEASE_MILLIS);
  await ended(second.child, 'SIGTERM');
  expect(sent()).toBe(1);
}, 60_000);
