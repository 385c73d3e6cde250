/** The secret key of the demo: made once, the same at every start, readable by nobody else. */

import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecretKey } from './secretKey';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nobat-key-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const kept = (folder = dataDir): Buffer => keptSecretKey({ secretKey: undefined, dataDir: folder });

describe('the secret key', () => {
  it('is the one that was given', () => {
    const given = Buffer.alloc(32, 1);
    expect(keptSecretKey({ secretKey: given, dataDir })).toBe(given);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is made with 32 bytes and stays the same', () => {
    const folder = join(dataDir, 'not', 'there', 'yet');
    const first = kept(folder);
    expect(first).toHaveLength(32);
    expect(kept(folder)).toEqual(first);
    expect(kept()).not.toEqual(first);
  });

  it('can be read by its owner alone, and leaves nothing else behind', () => {
    kept();
    expect(readdirSync(dataDir)).toEqual(['secret-key']);
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o077).toBe(0);
  });

  it('stops the start when its file is damaged, rather than locking out what was encrypted with it', () => {
    writeFileSync(join(dataDir, 'secret-key'), 'half');
    expect(() => kept()).toThrow('does not hold a key of 32 bytes');
  });
});
