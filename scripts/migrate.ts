/** `npm run migrate`: brings the schema of the configured database to its newest version; `--json` prints what was applied. */
import { migrate } from '../models/migrate';
import { loadConfig } from '../platform/config';
import { progress, runTool } from './commandLine';
import { onDatabase } from './openDatabase';

runTool(
  async () => {
    const config = loadConfig(process.env);
    return { applied: await onDatabase(config, (database) => migrate(database, progress)) };
  },
  ({ applied }) =>
    applied.length === 0
      ? 'The schema is at its newest version.'
      : `Applied ${String(applied.length)} migrations: the schema is at its newest version.`,
);
