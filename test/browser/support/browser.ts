/** A real Chromium from an npm package, for every test that looks at a page. */

import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Nothing of ours needs the network beyond this machine, nor a sandbox that root cannot have. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** Longer than any unpacking takes: a lock this old was left by a process that died. */
const STALE_LOCK_MILLIS = 60_000;

/** The package unpacks into the temporary folder and takes a half-written file for a whole one: one process at a time. */
async function unpacked(): Promise<string> {
  const lock = join(tmpdir(), 'nobat-chromium.lock');
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      await waitForLock(lock);
    }
  }
  try {
    return await sparticuz.executablePath();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function waitForLock(lock: string): Promise<void> {
  const held = await stat(lock).catch(() => null);
  if (held && Date.now() - held.mtimeMs > STALE_LOCK_MILLIS) await rm(lock, { recursive: true, force: true });
  await new Promise((resolve) => setTimeout(resolve, 100));
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await unpacked(), args: FLAGS, headless: true });
}
