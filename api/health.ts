/** Liveness, which asks nobody, and readiness, which asks the database within a second. */
import { Router } from 'express';
import type { Database } from '../platform/database';

export interface HealthParts {
  readonly database: Pick<Database, 'statement'>;
  /** False while the process is stopping. */
  readonly accepting: () => boolean;
}

const LONGEST_MILLIS = 1000;
const PING = { name: 'health-ping', text: 'SELECT 1 AS one' } as const;

export function healthRoutes({ database, accepting }: HealthParts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = accepting() && (await answersInTime(database));
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  return router;
}

async function answersInTime(database: Pick<Database, 'statement'>): Promise<boolean> {
  const answered = database.statement(PING).then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_MILLIS);
  });
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}
