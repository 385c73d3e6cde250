/** Turns per second over HTTP: the six-turn booking by concurrent customers, beside a bare turn in the same run. */
import { join } from 'node:path';
import { onThrowAwayPostgres } from '../postgres';
import type { Bench, Figure } from '../report';
import { quantile } from '../report';
import { startMeasured, type Measured } from './childProcess';
import { openWebCustomer } from './customer';

const CONCURRENT = 8;
/** Conversations before the clock starts: what is measured is a server that has been running, not one that compiles. */
const WARM_UP = 80;
const CONVERSATIONS = Number(process.env.BENCH_CONVERSATIONS ?? 160);
const BARE_TURNS = 6 * CONVERSATIONS * 4;

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpuMillisPerTurn: number;
}

export const turns: Bench = {
  name: 'turns',
  async run(progress) {
    return onThrowAwayPostgres(async (server, folder) => {
      progress('starting the product');
      const product = await measureProduct(server.url, folder, progress);
      progress(`${BARE_TURNS} bare turns`);
      await server.createDatabase('bare');
      const bare = await measureBare(server.urlOf('bare'));
      return figuresOf(product, bare);
    });
  },
};

function figuresOf(product: Load, bare: Load): readonly Figure[] {
  const beside = (name: string, key: keyof Load, unit: string): Figure => ({
    name,
    value: product[key],
    unit,
    peer: { name: 'bare turn', value: bare[key] },
  });
  return [
    beside('turns per second', 'perSecond', '/s'),
    beside('p50 from message to answer', 'p50', 'ms'),
    beside('p95 from message to answer', 'p95', 'ms'),
    beside('CPU of node per turn', 'cpuMillisPerTurn', 'ms'),
    { name: 'bare turns per turn', value: bare.perSecond / product.perSecond, unit: '×' },
  ];
}

async function measureProduct(
  databaseUrl: string,
  folder: string,
  progress: (line: string) => void,
): Promise<Load> {
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const product = await startMeasured(join(__dirname, 'productProcess.ts'), environment);
  try {
    const url = `http://127.0.0.1:${product.port}`;
    const starts = await freeStarts(url, CONVERSATIONS + WARM_UP);
    progress('warming up');
    await inParallel(starts.slice(0, WARM_UP), (start) => bookOnce(url, start));
    progress(`${CONVERSATIONS} conversations of six turns, ${CONCURRENT} at once`);
    return await measured(product, async () => {
      const booked = await inParallel(starts.slice(WARM_UP), (start) => bookOnce(url, start));
      return booked.flat();
    });
  } finally {
    await product.stop();
  }
}

async function measureBare(databaseUrl: string): Promise<Load> {
  const bare = await startMeasured(join(__dirname, 'bareTurn.ts'), {
    ...process.env,
    BENCH_DATABASE_URL: databaseUrl,
  });
  try {
    const ids = Array.from({ length: BARE_TURNS }, (_, turn) => (turn % 1000) + 1);
    await inParallel(ids.slice(0, 2000), (id) => bareOnce(bare.port, id));
    return await measured(bare, () => inParallel(ids, (id) => bareOnce(bare.port, id)));
  } finally {
    await bare.stop();
  }
}

async function measured(server: Measured, work: () => Promise<readonly number[]>): Promise<Load> {
  const cpuBefore = await server.cpuSeconds();
  const began = performance.now();
  const millis = await work();
  const seconds = (performance.now() - began) / 1000;
  const cpu = (await server.cpuSeconds()) - cpuBefore;
  return {
    perSecond: millis.length / seconds,
    p50: quantile(millis, 0.5),
    p95: quantile(millis, 0.95),
    cpuMillisPerTurn: (cpu * 1000) / millis.length,
  };
}

/** Distinct bookable starts, so that nobody's conversation is turned by a taken time. */
async function freeStarts(url: string, wanted: number): Promise<readonly Date[]> {
  const from = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 55 * 86_400_000).toISOString().slice(0, 10);
  const query = `service=oil-change&branch=mitte&from=${from}&to=${to}`;
  const response = await fetch(`${url}/api/v1/availability?${query}`, { headers: { 'x-tenant': 'garage' } });
  const { slots } = (await response.json()) as { slots: { start: string }[] };
  const apart = slots.map((slot) => slot.start).filter((start) => start.slice(14, 16) === '00');
  const starts = [...apart, ...apart].slice(0, wanted).map((start) => new Date(start));
  if (starts.length < wanted)
    throw new Error(`only ${starts.length} free starts for ${wanted} conversations`);
  return starts;
}

async function bookOnce(url: string, start: Date): Promise<readonly number[]> {
  const local = start.toLocaleString('en-GB', {
    timeZone: 'Europe/Berlin',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const said = [
    'Hello, I need an oil change at Mitte',
    'VW Polo B-ZQ 909',
    local.replace(' at ', ', '),
    'Grace Hopper',
    '0151 12345678',
    'yes',
  ];
  const customer = await openWebCustomer(url, 'garage');
  const millis: number[] = [];
  let answer = '';
  for (const text of said) {
    const turn = await customer.say(text);
    millis.push(turn.millis);
    answer = turn.answer;
  }
  customer.close();
  if (!/booked/iu.test(answer)) throw new Error(`the conversation for ${local} ended with "${answer}"`);
  return millis;
}

async function bareOnce(port: number, id: number): Promise<number> {
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body: JSON.stringify({ id, text: 'an oil change' }),
  });
  await response.text();
  return performance.now() - began;
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
  return results;
}
