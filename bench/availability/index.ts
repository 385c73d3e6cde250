/** How long it takes to know what is free, for 1 to 100 people over a month or a year: reckoned alone, and read from the database. */
import type { Bench } from '../report';
import { endToEndFigures } from './endToEnd';
import { pureFigures } from './pure';

export const availability: Bench = {
  name: 'availability',
  async run(progress) {
    return [...pureFigures(progress), ...(await endToEndFigures(progress))];
  },
};
