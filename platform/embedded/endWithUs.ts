/** Child processes that go when this process goes, however it goes; only SIGKILL leaves us no time to tell them. */

import type { ChildProcess } from 'node:child_process';

/**
 * Sends `signal` to the child's whole process group when this process exits before it.
 * The child must have been started `detached`, which gives it a group of its own: Ctrl-C is ours to hear first.
 */
export function endWithUs(child: ChildProcess, signal: NodeJS.Signals): void {
  const end = (): void => void signalled(-(child.pid ?? NaN), signal);
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

/** Sends a signal to a process, or to a group when `pid` is negative; false when there is none any more. */
export function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
