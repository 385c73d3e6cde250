/** API keys are kept as hashes only. */
import { createHash } from 'node:crypto';

/** SHA-256 in hex: keys are random and long, so a slow hash would protect nothing more. */
export function apiKeyHash(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}
