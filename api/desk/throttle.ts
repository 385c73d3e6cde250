/** Slows down guessing: after some failures a caller waits; success forgets them. Kept in memory, per process. */
import type { Clock, Millis } from '../../platform/clock';

export interface Throttle {
  /** Seconds the caller has to wait; 0 when it may try. */
  wait(who: string): number;
  failed(who: string): void;
  succeeded(who: string): void;
}

export interface ThrottleRules {
  readonly failures: number;
  readonly windowMillis: Millis;
  /** Most callers remembered; beyond, the oldest are forgotten. */
  readonly callers?: number;
}

const DEFAULT_CALLERS = 10_000;

export function createThrottle(clock: Clock, rules: ThrottleRules): Throttle {
  const failures = new Map<string, Millis[]>();
  const recent = (who: string): Millis[] => {
    const since = clock.now() - rules.windowMillis;
    return (failures.get(who) ?? []).filter((at) => at > since);
  };
  return {
    wait(who) {
      const [oldest, ...rest] = recent(who);
      if (oldest === undefined || rest.length + 1 < rules.failures) return 0;
      return Math.ceil((oldest + rules.windowMillis - clock.now()) / 1000);
    },
    failed(who) {
      const kept = [...recent(who), clock.now()];
      failures.delete(who);
      failures.set(who, kept.slice(-rules.failures));
      if (failures.size > (rules.callers ?? DEFAULT_CALLERS)) forgetOldest(failures);
    },
    succeeded(who) {
      failures.delete(who);
    },
  };
}

function forgetOldest(failures: Map<string, Millis[]>): void {
  const [oldest] = failures.keys();
  if (oldest !== undefined) failures.delete(oldest);
}
