/** Whether what is asked all day costs the same however many bookings there are: the same questions to small and large tables, in turn. */
import { loadBusiness } from '../../models/loadBusiness';
import { connect } from '../../platform/database';
import type { EmbeddedPostgres } from '../../platform/embeddedPostgres';
import { onThrowAwayPostgres } from '../postgres';
import type { Bench, Figure, Progress } from '../report';
import { costFigures, growthFigures, type Costs } from './figures';
import { countOf, grow, HUGE, SIZES, type Grown, type Size } from './grown';
import { planFigure, planOf } from './plans';
import { QUESTIONS, type Asked } from './questions';
import { wholeReads } from './wholeReads';

const ROUNDS = 400;
const WARM_UP_ROUNDS = 60;

export const growth: Bench = {
  name: 'growth',
  async run(progress, { huge }) {
    const sizes = huge ? [...SIZES, HUGE] : SIZES;
    return onThrowAwayPostgres(async (server) => {
      const grown = await growAll(server, sizes, progress);
      progress(`${String(ROUNDS)} rounds of ${String(QUESTIONS.length)} questions`);
      const figures = await askAll(grown);
      const reads = await Promise.all(grown.map(wholeReadFigure));
      return [...figures, ...reads, ...(huge ? [] : [notMeasured(HUGE)])];
    });
  },
};

async function growAll(
  server: EmbeddedPostgres,
  sizes: readonly Size[],
  progress: Progress,
): Promise<readonly Grown[]> {
  const grown: Grown[] = [];
  for (const size of sizes) {
    progress(`making a table of ${String(countOf(size))} bookings`);
    grown.push(await grow(server, size));
  }
  return grown;
}

async function askAll(grown: readonly Grown[]): Promise<readonly Figure[]> {
  const asked = await Promise.all(grown.map(openedFor));
  try {
    await rounds(asked, WARM_UP_ROUNDS);
    const costs = await rounds(asked, ROUNDS);
    const plans: Figure[] = [];
    for (const each of asked) plans.push(planFigure(each, await planOf(each)));
    return [...costFigures(costs), ...growthFigures(costs), ...plans];
  } finally {
    await Promise.all(asked.map(({ database }) => database.close()));
  }
}

async function openedFor({ url, size, asked }: Grown): Promise<Asked> {
  const database = connect({ url });
  const businesses = await Promise.all(asked.map((tenantId) => loadBusiness(database, tenantId)));
  return { size, database, businesses };
}

/** One size after the other within each round, so that whatever else the machine does meets them all. */
async function rounds(asked: readonly Asked[], count: number): Promise<readonly Costs[]> {
  const costs = QUESTIONS.flatMap(({ name }) =>
    asked.map(({ size }): Costs => ({ question: name, size: size.name, millis: [] })),
  );
  for (let round = 0; round < count; round += 1) {
    for (const [at, question] of QUESTIONS.entries()) {
      for (const [place, each] of asked.entries())
        costs[at * asked.length + place]?.millis.push(await question.ask(each, round));
    }
  }
  return costs;
}

async function wholeReadFigure({ url, size, readBefore }: Grown): Promise<Figure> {
  const value = (await wholeReads(url)) - readBefore;
  const figure = { name: `tables of bookings read whole, ${size.name}`, value, unit: '' };
  return size === SIZES[0] ? figure : { ...figure, must: { rule: 'never', met: value === 0 } };
}

function notMeasured({ name }: Size): Figure {
  return { name: `${name} bookings (with --huge)`, value: null, unit: 'ms' };
}
