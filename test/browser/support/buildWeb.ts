/** The pages built from their sources into a folder of their own, so that tests side by side never meet. */

import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BUILD = join(__dirname, '..', '..', '..', 'web', 'build.mjs');

/** The folder belongs to the caller, who removes it. */
export async function buildWeb(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nobat-web-'));
  await promisify(execFile)(process.execPath, [BUILD, folder]);
  return folder;
}
