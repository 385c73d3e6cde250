/** The one door to "now": everything above asks this clock, so that tests can hold time still. */

/** An instant: milliseconds since the Unix epoch, UTC. */
export type Millis = number;

export interface Clock {
  now(): Millis;
}
