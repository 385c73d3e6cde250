/** Runs something again and again, never twice at once, until it is stopped. */
import type { Millis } from '../platform/clock';
import type { Log } from '../platform/log';

export interface Timer {
  /** Begins no new run and waits for the one that is under way. */
  stop(): Promise<void>;
}

export interface TimerRules {
  readonly name: string;
  readonly everyMillis: Millis;
  readonly log: Log;
}

/** The first run begins at once; the pause is counted from the end of each. A run that fails is logged and comes again. */
export function every({ name, everyMillis, log }: TimerRules, run: () => Promise<unknown>): Timer {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await run();
    } catch (err) {
      log.error({ err, job: name }, 'a timed job failed; it comes again');
    }
    if (!stopped) timer = setTimeout(begin, everyMillis);
  };
  const begin = (): void => {
    running = once();
  };
  begin();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
