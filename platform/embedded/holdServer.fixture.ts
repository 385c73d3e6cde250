/** A process that holds the embedded server of a data folder until it is told to stop; for tests that kill it. */

import { startEmbeddedPostgres } from '../embeddedPostgres';

async function hold(dataDir: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  process.once('SIGTERM', () => {
    void postgres.stop().then(() => process.exit(0));
  });
  process.stdout.write(`${JSON.stringify({ url: postgres.url, folder: postgres.folder })}\n`);
}

hold(process.argv[2] ?? '').catch((error: unknown) => {
  process.stdout.write(`${JSON.stringify({ refused: String(error) })}\n`);
  process.exit(1);
});
