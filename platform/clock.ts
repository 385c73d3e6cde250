/** The one door to "now": everything above asks this clock, so that tests can hold time still. */

/** An instant: milliseconds since the Unix epoch, UTC. */
export type Millis = number;

export interface Clock {
  now(): Millis;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that runs beside another at a fixed distance: `offset` milliseconds ahead (negative: behind). */
export function shiftedClock(base: Clock, offset: Millis): Clock {
  return { now: () => base.now() + offset };
}

/** A clock for tests: it stands still until it is told to move, and never runs by itself. */
export class TestClock implements Clock {
  #now: Millis;

  /** @param start an ISO 8601 instant with offset or Z, or milliseconds since the epoch */
  constructor(start: string | Millis) {
    this.#now = instantOf(start);
  }

  now(): Millis {
    return this.#now;
  }

  /** Moves on by `millis` (back, if negative). */
  advance(millis: Millis): void {
    this.#now += millis;
  }

  /** Jumps to an instant. */
  set(instant: string | Millis): void {
    this.#now = instantOf(instant);
  }
}

function instantOf(instant: string | Millis): Millis {
  const millis = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isFinite(millis)) throw new RangeError(`not an instant: ${String(instant)}`);
  return millis;
}
