/** The key that signs and encrypts: given by the operator, or made once and kept beside the data of the demo. */

import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';
import { StartRefused } from './errors';

const BYTES = 32;

/** SECRET_KEY, or the kept one; `loadConfig` has made sure that production has its own. */
export function keptSecretKey(config: Pick<Config, 'secretKey' | 'dataDir'>): Buffer {
  return config.secretKey ?? readKept(join(config.dataDir, 'secret-key')) ?? makeKept(config.dataDir);
}

function readKept(path: string): Buffer | undefined {
  try {
    return checked(path, Buffer.from(readFileSync(path, 'utf8').trim(), 'hex'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function checked(path: string, key: Buffer): Buffer {
  if (key.length === BYTES) return key;
  throw new StartRefused(
    'bad-secret-key',
    `The file ${path} does not hold a key of 32 bytes. Set SECRET_KEY.`,
  );
}

/** Of two processes that start at once on new data, one makes the key and both use it. */
function makeKept(dataDir: string): Buffer {
  const path = join(dataDir, 'secret-key');
  const draft = `${path}.${randomUUID()}`;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(draft, randomBytes(BYTES).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKept(path) ?? makeKept(dataDir);
}
