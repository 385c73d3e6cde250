/** After the last test: the server is stopped and its data removed. */

import { discardEmbeddedPostgres } from '../../platform/embeddedPostgres';
import { keptServer } from './server';

export default async function globalTeardown(): Promise<void> {
  const server = keptServer();
  if (server === undefined) return;
  await server.postgres.stop();
  await discardEmbeddedPostgres(server.dataDir);
}
