/** The race for one slot as programs run it: against the server, over HTTP. */
import { join } from 'node:path';
import { startMeasured } from '../turns/childProcess';
import { oneHeld, type Told } from './races';
import { ROUNDS, runMany, runRace, type Outcome } from './run';

const WISH = { service: 'brake-check', branch: 'mitte', resource: 'ali' };
const HEADERS = { 'content-type': 'application/json', authorization: 'Bearer demo-garage' };

/** What is measured is a server that has been running, not one that compiles. */
const WARM_UP = { clients: 32, races: 15 };

/** @param databaseUrl an empty database, @param folder for the server's data */
export async function racesOverHttp(databaseUrl: string, folder: string): Promise<readonly Outcome[]> {
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const product = await startMeasured(join(__dirname, '../turns/productProcess.ts'), environment);
  try {
    const url = `http://127.0.0.1:${String(product.port)}/api/v1`;
    const starts = await freeStarts(url);
    let next = 0;
    const many = ({ clients, races }: (typeof ROUNDS)[number]): Promise<Outcome> =>
      runMany('one slot over HTTP', clients, races, async () => {
        const start = starts[next++];
        if (start === undefined) throw new Error(`only ${String(starts.length)} starts to race for`);
        const ran = await runRace(Array.from({ length: clients }, () => () => holdOver(url, start)));
        return { ...ran, right: oneHeld(ran.told) };
      });
    await many(WARM_UP);
    const outcomes: Outcome[] = [];
    for (const round of ROUNDS) outcomes.push(await many(round));
    return outcomes;
  } finally {
    await product.stop();
  }
}

/** One an hour, so that no race is about another's time. */
async function freeStarts(url: string): Promise<readonly string[]> {
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { service, branch, resource } = WISH;
  const query = `service=${service}&branch=${branch}&resource=${resource}&from=${day(2)}&to=${day(55)}`;
  const response = await fetch(`${url}/availability?${query}`, { headers: HEADERS });
  const { slots } = (await response.json()) as { slots: readonly { start: string }[] };
  return slots.map(({ start }) => start).filter((start) => start.slice(14, 16) === '00');
}

async function holdOver(url: string, start: string): Promise<Told> {
  const response = await fetch(`${url}/holds`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify({ ...WISH, start }),
  });
  const text = await response.text();
  if (response.status === 201) return { kind: 'held', start: 0 };
  if (response.status === 409) return { kind: 'taken', start: 0 };
  throw new Error(`${String(response.status)} ${text.slice(0, 200)}`);
}
