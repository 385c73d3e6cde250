/** The key that signs and encrypts: given by the operator, or made once and kept beside the data of the demo. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config';
import { keepText, keptText, makeDataDir } from './dataDir';
import { StartRefused } from './errors';

const BYTES = 32;

/** SECRET_KEY, or the kept one; `loadConfig` has made sure that production has its own. */
export function keptSecretKey(config: Pick<Config, 'secretKey' | 'dataDir'>): Buffer {
  if (config.secretKey !== undefined) return config.secretKey;
  const path = join(makeDataDir(config.dataDir), 'secret-key');
  const text = keptText(path) ?? keepText(path, randomBytes(BYTES).toString('hex'));
  return checked(path, Buffer.from(text, 'hex'));
}

function checked(path: string, key: Buffer): Buffer {
  if (key.length === BYTES) return key;
  throw new StartRefused(
    'bad-secret-key',
    `The file ${path} does not hold a key of 32 bytes. Set SECRET_KEY.`,
  );
}
