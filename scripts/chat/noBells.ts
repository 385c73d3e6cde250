/** A queue for talks whose turns are run one after the other by whoever reads along: a bell has nothing to say. */
import type { Queue } from '../../platform/queue';

export const NO_BELLS: Queue = {
  ring: () => undefined,
  start: () => undefined,
  stop: () => Promise.resolve(),
};
