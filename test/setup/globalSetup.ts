/** Before the first test: one embedded PostgreSQL on throw-away data, for all workers of this run. */

import { chmodSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../../platform/embeddedPostgres';
import { keepServer } from './server';

const PREFIX = 'nobat-test-';
const MINUTE = 60_000;

export default async function globalSetup(): Promise<void> {
  await discardLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  // mkdtemp makes it private, but as root another user runs the server in it.
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  keepServer({ postgres, dataDir });
}

/** A run that was killed leaves a server and its data behind; one that still runs holds its lock and is left alone. */
async function discardLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > MINUTE) await discardEmbeddedPostgres(folder);
  }
}
