/** Throw-away databases on a PostgreSQL of their own, gone with the run. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../models/migrate';
import { connect, type Database } from '../../platform/database';
import {
  discardEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../platform/embeddedPostgres';

/** @param count how many migrated databases `use` gets */
export async function withThrowawayDatabases<Result>(
  count: number,
  use: (databases: readonly Database[]) => Promise<Result>,
): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nobat-chat-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    return await withDatabases(server, count, use);
  } finally {
    await server.stop();
    await discardEmbeddedPostgres(dataDir);
  }
}

async function withDatabases<Result>(
  server: EmbeddedPostgres,
  count: number,
  use: (databases: readonly Database[]) => Promise<Result>,
): Promise<Result> {
  const template = connect({ url: server.url, statementTimeout: 0 });
  await migrate(template);
  await template.close();
  const databases: Database[] = [];
  try {
    for (let number = 1; number <= count; number += 1) {
      await server.createDatabase(`chat_${number}`, new URL(server.url).pathname.slice(1));
      databases.push(connect({ url: server.urlOf(`chat_${number}`), poolSize: 4 }));
    }
    return await use(databases);
  } finally {
    await Promise.all(databases.map((database) => database.close()));
  }
}
