import type { Bench } from '../report';
export const contention: Bench = {
  name: 'contention',
  async run() {
    return [];
  },
};
