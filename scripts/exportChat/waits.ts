/** The clock of an exported conversation: whole minutes, as conversation files count them. */
import type { Millis } from '../../platform/clock';

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;

/**
 * How many minutes to wait before each instant. A short pause is cut to whole minutes, so that nothing lapses that had not
 * lapsed; after an hour or more the file's clock is set right again, so that days begin when they began.
 * @param begins what the file's clock begins with, a whole minute
 */
export function createWaits(begins: Millis): (at: Millis) => number {
  let [shown, last] = [begins, begins];
  return (at) => {
    const pause = at - last;
    const until = pause >= HOUR ? at : shown + Math.max(pause, 0);
    const minutes = Math.max(0, Math.floor((until - shown) / MINUTE));
    shown += minutes * MINUTE;
    last = at;
    return minutes;
  };
}

/** `90m`, `25h`, `2d`: in the largest unit that says it exactly. */
export function waitLine(minutes: number): string {
  if (minutes % 1440 === 0) return `wait: ${String(minutes / 1440)}d`;
  return minutes % 60 === 0 ? `wait: ${String(minutes / 60)}h` : `wait: ${String(minutes)}m`;
}
