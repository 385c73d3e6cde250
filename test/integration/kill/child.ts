/** The product as a process of its own that a test can kill, with a stand-in for Twilio and a look into its database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { BEGINS } from '../../setup/product';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';
import { startTwilio, type TwilioCall, type TwilioStandin } from '../../standins/twilio';

const ROOT = join(__dirname, '..', '..', '..');
const SHOP = '+4930555000';
const PHONE = '+4915112345678';
const PUBLIC_URL = 'http://localhost:3999';
const MESSAGES = '/webhooks/twilio/messages';

export interface Killable {
  readonly twilio: TwilioStandin;
  /** As the database's owner, on a connection of its own. */
  readonly owner: Client;
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Delivers an SMS to the running process; the status it was answered with. */
  deliver(body: string): Promise<number>;
  /** What reached the customer. */
  sent(): readonly TwilioCall[];
  /** One number out of the database. */
  count(sql: string): Promise<number>;
  /** What a dead process held runs out, as it would in a minute. */
  claimsRunOut(): Promise<void>;
  close(): Promise<void>;
}

export async function killable(): Promise<Killable> {
  const [twilio, databaseUrl, dataDir] = await Promise.all([
    startTwilio(),
    testDatabaseUrl(),
    mkdtemp(join(tmpdir(), 'nobat-kill-')),
  ]);
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  let running: { child: ChildProcess; url: string } | null = null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (running !== null) await ended(running.child, signal);
    running = null;
  };
  return {
    twilio,
    owner,
    async start() {
      running = await started(environment(twilio, databaseUrl, dataDir));
      await owner.query(
        `SELECT set_config('app.tenant', tenant_id::text, false) FROM system.tenant_by_slug('garage')`,
      );
    },
    kill: () => end('SIGKILL'),
    async deliver(body) {
      const message = { from: PHONE, to: SHOP, body };
      const url = `${running?.url ?? ''}${MESSAGES}`;
      return (await twilio.deliverSms(url, message, { signedUrl: PUBLIC_URL + MESSAGES })).status;
    },
    sent: () => twilio.accepted().filter(({ form }) => form['To'] === PHONE),
    async count(sql) {
      const answer = await owner.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`);
      return answer.rows[0]?.count ?? 0;
    },
    async claimsRunOut() {
      await owner.query('DELETE FROM leases');
      await owner.query(`UPDATE outbox SET lease_until = due_at WHERE status = 'claimed'`);
    },
    async close() {
      await end('SIGTERM');
      await owner.end();
      await twilio.close();
      await dropDatabase(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function environment(twilio: TwilioStandin, databaseUrl: string, dataDir: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    PORT: '0',
    PUBLIC_URL,
    CLOCK: BEGINS,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: SHOP,
    TWILIO_BASE_URL: twilio.baseUrl,
  };
}

/** Resolves with where it listens. */
function started(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
}
