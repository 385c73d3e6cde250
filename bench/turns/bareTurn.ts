/** The floor under a turn: node's http server that loads a conversation and saves it with its version, nothing else. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';

const LOAD = { name: 'bare-load', text: 'SELECT version, talk FROM bare_conversations WHERE id = $1' };
const SAVE = {
  name: 'bare-save',
  text: 'UPDATE bare_conversations SET version = version + 1, talk = $3 WHERE id = $1 AND version = $2',
};

async function bodyOf(request: IncomingMessage): Promise<{ id: number; text: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { id: number; text: string };
}

async function bareTurn(pool: Pool, request: IncomingMessage): Promise<string> {
  const { id, text } = await bodyOf(request);
  const loaded = await pool.query<{ version: number; talk: { said: string[] } }>({ ...LOAD, values: [id] });
  const row = loaded.rows[0];
  if (!row) return 'unknown';
  const talk = { said: [...row.talk.said, text].slice(-6) };
  const saved = await pool.query({ ...SAVE, values: [id, row.version, JSON.stringify(talk)] });
  return saved.rowCount === 1 ? 'saved' : 'conflict';
}

async function serve(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 10 });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bare_conversations (id integer PRIMARY KEY, version integer, talk jsonb)',
  );
  await pool.query(
    `INSERT INTO bare_conversations SELECT n, 1, '{"said":[]}' FROM generate_series(1, 1000) n ON CONFLICT DO NOTHING`,
  );
  const server = createServer((request, response) => {
    bareTurn(pool, request).then(
      (outcome) => response.end(outcome),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ ready: (server.address() as AddressInfo).port }));
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
  process.on('disconnect', () => process.exit(0));
}

void serve(process.env.BENCH_DATABASE_URL ?? '');
