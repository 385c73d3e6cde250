/** When a process comes with other zone rules than the database knows, the instants of bookings to come are computed anew. */
import type { BotParts } from '../bot/parts';
import {
  recomputeInstants as recomputeBatch,
  reportZoneConflicts,
  type RecomputeContext,
  type RecomputeInput,
  type RecomputeResult,
} from '../commands/recomputeInstants';
import {
  aloneRecomputing,
  keepRulesVersion,
  keptRulesVersion,
  type Place,
  type Toward,
  type ZoneConflict,
} from '../models/statements/recompute';
import { listTenants } from '../models/statements/tenants';
import type { Tx } from '../platform/database';
import type { ZoneRules } from '../scheduling/recompute';

export type RecomputeParts = Pick<BotParts, 'database' | 'clock' | 'log' | 'newId'>;

/** The zone rules that a process runs with. */
export interface CurrentRules {
  /** As the runtime names it, `2026a`. */
  readonly version: string;
  readonly rules: ZoneRules;
  /** Bookings a transaction; smaller in tests. */
  readonly batch?: number;
}

export type RecomputedAll =
  /** The database knows these very rules: nothing is looked at. */
  | { readonly kind: 'current' }
  /** Another process is at it. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'recomputed'; readonly moved: number; readonly conflicts: number };

const BATCH = 200;

/**
 * All tenants, one after the other; the version is kept when all are done. Whoever is killed on the way leaves whole batches
 * behind, and the next start does the rest.
 */
export async function recomputeInstants(
  parts: RecomputeParts,
  current: CurrentRules,
): Promise<RecomputedAll> {
  const { database } = parts;
  if ((await keptRulesVersion(database)) === current.version) return { kind: 'current' };
  const done = await aloneRecomputing(database, () => recomputeAll(parts, current));
  return done ?? { kind: 'elsewhere' };
}

async function recomputeAll(parts: RecomputeParts, current: CurrentRules): Promise<RecomputedAll> {
  const { database, clock, log } = parts;
  const sum = { moved: 0, conflicts: 0 };
  for (const { tenantId } of await listTenants(database)) {
    const { moved, conflicts } = await recomputeTenant(parts, tenantId, current);
    sum.moved += moved;
    sum.conflicts += conflicts.length;
    conflicts.forEach(({ kind, booking: { id } }) =>
      log.warn({ tenant: tenantId, booking: id, kind }, 'a booking could not follow its zone’s new rules'),
    );
  }
  await keepRulesVersion(database, current.version, clock.now());
  log.info({ version: current.version, ...sum }, 'instants are computed by the zone rules of this process');
  return { kind: 'recomputed', ...sum };
}

interface Walked {
  readonly moved: number;
  readonly conflicts: readonly ZoneConflict[];
}

/** What could not move because another one was in its way is tried again for as long as anything moves. */
async function recomputeTenant(
  parts: RecomputeParts,
  tenantId: string,
  current: CurrentRules,
): Promise<Walked> {
  for (let total = 0; ;) {
    const earlier = await walk(parts, tenantId, current, 'earlier');
    const later = await walk(parts, tenantId, current, 'later');
    const moved = earlier.moved + later.moved;
    const conflicts = [...earlier.conflicts, ...later.conflicts];
    total += moved;
    if (moved > 0 && conflicts.length > 0) continue;
    await report(parts, tenantId, conflicts, current);
    return { moved: total, conflicts };
  }
}

async function walk(
  parts: RecomputeParts,
  tenantId: string,
  { rules, batch = BATCH }: CurrentRules,
  toward: Toward,
): Promise<Walked> {
  const conflicts: ZoneConflict[] = [];
  let moved = 0;
  let after: Place | null = null;
  do {
    const input: RecomputeInput = { rules, toward, after, limit: batch };
    const done: RecomputeResult = await parts.database.inTenant(tenantId, (tx) =>
      recomputeBatch(contextOf(parts, tx), input),
    );
    conflicts.push(...done.conflicts);
    moved += done.moved;
    after = done.next;
  } while (after !== null);
  return { moved, conflicts };
}

async function report(
  parts: RecomputeParts,
  tenantId: string,
  conflicts: readonly ZoneConflict[],
  { version, batch = BATCH }: CurrentRules,
): Promise<void> {
  for (let from = 0; from < conflicts.length; from += batch) {
    const some = conflicts.slice(from, from + batch);
    await parts.database.inTenant(tenantId, (tx) => reportZoneConflicts(contextOf(parts, tx), some, version));
  }
}

function contextOf({ clock, newId }: RecomputeParts, tx: Tx): RecomputeContext {
  return { tx, clock, newId, actor: { kind: 'system' } };
}

/**
 * For a timer: asks until it is done, by this process or another, and then never again. An older process that still runs beside
 * newer ones must not turn their work back.
 */
export function untilRecomputed(parts: RecomputeParts, current: CurrentRules): () => Promise<void> {
  let done = false;
  return async () => {
    if (done) return;
    done = (await recomputeInstants(parts, current)).kind !== 'elsewhere';
  };
}
