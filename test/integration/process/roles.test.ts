/** Several processes on one database: they migrate it once, and what a web process takes in a worker answers. */

import { Client } from 'pg';
import { dropDatabase, emptyDatabaseUrl } from '../../setup/database';
import { discard, newDataDir, startServer, until, type ServerProcess } from './support/serverProcess';

const dataDir = newDataDir();
let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await emptyDatabaseUrl();
});
afterAll(async () => {
  await discard(dataDir);
  await dropDatabase(databaseUrl);
});

const start = (role: string): ServerProcess =>
  startServer({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, ROLE: role });

interface Talk {
  readonly token: string;
  readonly conversationId: string;
}

interface Activity {
  readonly from: { readonly id: string };
  readonly text?: string;
}

async function asked<Answer>(url: string, token: string, body?: object): Promise<Answer> {
  const method = body === undefined ? 'GET' : 'POST';
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  expect(response.ok).toBe(true);
  return (await response.json()) as Answer;
}

it('two that start at once on an empty database migrate it once, and one answers what the other took in', async () => {
  const web = start('web');
  const worker = start('worker');
  const [url] = await Promise.all([web.url(), worker.url()]);
  expect(await appliedTwice()).toEqual([]);

  const { token } = await asked<Talk>(`${url}/api/v1/webchat/token`, '', { tenant: 'garage' });
  const talk = await asked<Talk>(`${url}/v3/directline/conversations`, token, {});
  const activities = `${url}/v3/directline/conversations/${talk.conversationId}/activities`;
  await asked(activities, token, { type: 'message', from: { id: 'visitor' }, text: 'hello' });
  await untilAnswered(activities, token);

  for (const server of [web, worker]) server.signal('SIGTERM');
  expect(await Promise.all([web.ended(), worker.ended()])).toEqual([0, 0]);
});

async function untilAnswered(url: string, token: string): Promise<void> {
  let answers: readonly Activity[] = [];
  await until(async () => {
    const { activities } = await asked<{ activities: readonly Activity[] }>(url, token);
    answers = activities.filter(({ text }) => text !== 'hello');
    return answers.length > 0;
  });
  expect(answers[0]?.text).toContain('Autohaus Linden');
}

async function appliedTwice(): Promise<unknown[]> {
  const client = new Client(databaseUrl);
  await client.connect();
  const sql = 'SELECT name FROM system.migrations GROUP BY name HAVING count(*) <> 1';
  const { rows } = await client.query<{ name: string }>(sql);
  await client.end();
  return rows;
}
