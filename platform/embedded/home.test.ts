/** Data are found again where they were put, begun anew where DATA_DIR was removed, and never silently left behind. */

import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeOf } from './home';

/** Only root lends the server another user, who cannot reach everything. */
const isRoot = process.getuid?.() === 0;

let dataDir: string;
const homes = new Set<string>();
const home = (): string => {
  const { folder } = homeOf(dataDir);
  homes.add(folder);
  return folder;
};

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nobat-home-'));
});
afterEach(() => [...homes, dataDir].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('the home of the data', () => {
  it('is inside DATA_DIR where the server’s user can reach it', () => {
    chmodSync(dataDir, 0o755);
    expect(home()).toBe(join(dataDir, 'postgres'));
  });

  it('is another folder where the user cannot, and stays the same at every start', () => {
    chmodSync(dataDir, 0o700);
    const first = home();
    expect(first.startsWith(dataDir)).toBe(!isRoot);
    expect(home()).toBe(first);
  });

  it('stays the same when the folder becomes reachable later', () => {
    chmodSync(dataDir, 0o700);
    const first = home();
    chmodSync(dataDir, 0o755);
    expect(home()).toBe(first);
  });

  it('is a new one for a DATA_DIR that was removed and made again', () => {
    chmodSync(dataDir, 0o700);
    const first = home();
    rmSync(dataDir, { recursive: true });
    mkdirSync(dataDir, { mode: 0o700 });
    expect(home() === first).toBe(!isRoot);
  });

  it('is refused rather than left behind when its user can no longer reach it', () => {
    chmodSync(dataDir, 0o755);
    mkdirSync(join(home(), 'data'));
    chmodSync(dataDir, 0o700);
    const again = (): string => home();
    if (isRoot) expect(again).toThrow('can no longer be reached');
    else expect(again()).toBe(join(dataDir, 'postgres'));
  });
});
