/** How long to wait before trying again: doubling to a ceiling, with jitter so that a restart is not met by everybody at once. */

const FIRST_MILLIS = 500;
const CEILING_MILLIS = 20_000;

/** Milliseconds before try number `failures` + 1; `random` in [0, 1) spreads them over the upper half. */
export function backoffMillis(failures: number, random: number): number {
  const full = Math.min(CEILING_MILLIS, FIRST_MILLIS * 2 ** Math.min(failures, 16));
  return Math.round(full / 2 + (full / 2) * random);
}
