/** Ends a process in order when it is asked to: by Ctrl-C, by a supervisor, or because its terminal was closed. */

import type { EventEmitter } from 'node:events';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Ctrl-C reaches a program started by npm twice, from the terminal and from npm; a person needs longer than this. */
const SAME_WISH = 1_000;

export interface World {
  readonly signals: Pick<EventEmitter, 'on'>;
  readonly exit: (code: number) => void;
  /** Milliseconds on any clock that only goes forward. */
  readonly uptime: () => number;
}

const realWorld: World = {
  signals: process,
  exit: (code) => process.exit(code),
  uptime: () => performance.now(),
};

/**
 * Runs `stop` at the first signal and exits with 0 when it is done, with 1 when it fails. Who asks again after a
 * second does not want to wait: the process exits at once with 130 (128 + SIGINT, as shells count).
 */
export function stopOnSignal(stop: () => Promise<void>, { signals, exit, uptime }: World = realWorld): void {
  let askedAt: number | undefined;
  const asked = (): void => {
    if (askedAt !== undefined) {
      if (uptime() - askedAt > SAME_WISH) exit(130);
      return;
    }
    askedAt = uptime();
    stop().then(
      () => exit(0),
      (error: unknown) => {
        console.error(error);
        exit(1);
      },
    );
  };
  for (const signal of SIGNALS) signals.on(signal, asked);
}
