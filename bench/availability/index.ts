/** How long it takes to know what is free, for 1 to 100 people over a month or a year. */
import type { Bench } from '../report';
import { pureFigures } from './pure';

export const availability: Bench = {
  name: 'availability',
  async run(progress) {
    return pureFigures(progress);
  },
};
