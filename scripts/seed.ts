/** `npm run seed`: the demo businesses, into a database that holds nobody else's; `--json` prints which were written. */
import { migrate } from '../models/migrate';
import { loadConfig } from '../platform/config';
import { StartRefused } from '../platform/errors';
import { openClock } from '../platform/processClock';
import { progress, runTool } from './commandLine';
import { seedDemo } from './demo/seed';
import { onDatabase } from './openDatabase';

runTool(
  async () => {
    const config = loadConfig(process.env);
    if (!config.demo) {
      throw new StartRefused(
        'no-demo-here',
        'Demo data is only for a PUBLIC_URL that is unset or local, never for production.',
      );
    }
    return onDatabase(config, async (database) => {
      await migrate(database, progress);
      const clock = await openClock(database, config.clock);
      return { seeded: await seedDemo(database, clock.now()) };
    });
  },
  ({ seeded }) =>
    seeded.length === 0 ? 'Nothing to seed: businesses are there already.' : `Seeded ${seeded.join(', ')}.`,
);
