/** Secrets that are kept at rest: sealed with AES-256-GCM, each bound to the place it is kept at. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type CipherKey } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** NIST SP 800-38D: 96 random bits, for fewer than 2³² messages under one key. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealed {
  /** Tells which key it was sealed with, without telling anything of the key. */
  readonly keyId: string;
  /** The initialisation vector, the ciphertext and the tag, in this order, as base64. */
  readonly box: string;
}

export type Opened =
  | { readonly kind: 'opened'; readonly text: string }
  /** `other-key`: it was sealed with another key; `damaged`: it is not what was sealed, or not for this place. */
  | { readonly kind: 'other-key' | 'damaged' };

/**
 * @param secretKey 32 bytes; what seals is derived from them, so that they may sign other things
 * @param place what the secret belongs to: it opens nowhere else
 */
export function seal(secretKey: Buffer, text: string, place: string): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, sealingKey(secretKey), iv).setAAD(Buffer.from(place));
  const box = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { keyId: keyIdOf(secretKey), box: box.toString('base64') };
}

export function open(secretKey: Buffer, { keyId, box }: Sealed, place: string): Opened {
  if (keyId !== keyIdOf(secretKey)) return { kind: 'other-key' };
  const bytes = Buffer.from(box, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES) return { kind: 'damaged' };
  const options = { authTagLength: TAG_BYTES };
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, sealingKey(secretKey), iv, options)
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return { kind: 'opened', text: text.toString('utf8') };
  } catch {
    return { kind: 'damaged' };
  }
}

/** Sixteen hexadecimal digits. */
export function keyIdOf(secretKey: Buffer): string {
  return derived(secretKey, 'nobat key id', 8).toString('hex');
}

function sealingKey(secretKey: Buffer): CipherKey {
  return derived(secretKey, 'nobat secrets', 32);
}

/** RFC 5869. */
function derived(secretKey: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', purpose, bytes));
}
