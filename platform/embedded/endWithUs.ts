/** Child processes that end when this process ends, however it ends: a watcher sees it, even after SIGKILL. */

import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { RunAs } from './runAs';

/** Waits for the end of its input, which comes when the process that holds the other end is gone. */
const WATCH = 'read -r _; kill -s "$1" -- "-$2"';

/**
 * Lets the child's whole process group be sent `signal` when this process ends before it.
 * The child must have been started `detached`, which gives it a group of its own: Ctrl-C is ours to hear first.
 */
export function endWithUs(child: ChildProcess, signal: 'INT' | 'TERM', user: RunAs): void {
  if (child.pid === undefined) return;
  const watcher = spawn('/bin/sh', ['-c', WATCH, 'nobat-watch', signal, String(child.pid)], {
    cwd: '/',
    ...user.ids,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.once('exit', () => watcher.kill('SIGKILL'));
  // A system without a shell does without; the next start on the same data finds what was left.
  for (const part of [watcher, watcher.stdin]) part.on('error', () => undefined);
  watcher.unref();
  // Typed as any stream, a pipe is a socket to Node; neither may keep a process alive that has nothing else to do.
  (watcher.stdin as Socket).unref();
}

/** Sends a signal to a process; false when there is none any more. */
export function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
