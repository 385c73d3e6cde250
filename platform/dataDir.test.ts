/** A folder that cannot be used is named before anything is started in it; what is kept in one is written once. */

import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepText, keptText, makeDataDir } from './dataDir';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nobat-data-dir-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the data folder', () => {
  it('is made with all that lead to it, for others to pass through', () => {
    const made = makeDataDir(join(folder, 'with spaces', 'inner'));
    expect(made).toBe(join(folder, 'with spaces', 'inner'));
    expect(statSync(made).mode & 0o777).toBe(0o755);
  });

  it.each(['file', 'file/inner'])('is refused by name where a file is in the way: %s', (path) => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeDataDir(join(folder, path))).toThrow(/^DATA_DIR is ".+", and .+ a file is in its place/);
  });

  it('is refused by name where nothing can be made', () => {
    expect(() => makeDataDir('/proc/nobat')).toThrow(/^DATA_DIR is "\/proc\/nobat", and \/proc\/nobat /);
  });
});

describe('a kept text', () => {
  it('is the one that was written first, and nothing else is left', () => {
    const path = join(folder, 'kept');
    expect(keptText(path)).toBeUndefined();
    expect(keepText(path, 'first')).toBe('first');
    expect(keepText(path, 'second')).toBe('first');
    expect(readdirSync(folder)).toEqual(['kept']);
  });
});
