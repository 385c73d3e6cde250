/** Instants computed anew after a change of zone rules: what is to be looked at, the moves, and what stood against them. */
import { QueryTypes } from 'sequelize';
import type { Millis } from '../../platform/clock';
import type { Database, Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import type { KeptTime } from '../../scheduling/recompute';

/** Any number that nobody else uses in this database. */
const RECOMPUTING = 7_164_003;

/**
 * Runs `work` unless another process is at it just now: then null. The lock is held by a transaction that does nothing else, and
 * ends with it, also when the process is killed.
 */
export async function aloneRecomputing<Result>(
  { sequelize }: Database,
  work: () => Promise<Result>,
): Promise<Result | null> {
  return sequelize.transaction(async (transaction) => {
    await sequelize.query('SET LOCAL idle_in_transaction_session_timeout = 0', { transaction });
    const [lock] = await sequelize.query<{ had: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${String(RECOMPUTING)}) AS had`,
      { transaction, type: QueryTypes.SELECT },
    );
    return lock?.had === true ? work() : null;
  });
}

const VERSION = { name: 'zone-rules-version', text: 'SELECT version FROM system.zone_rules' };

/** The version of the zone rules by which all instants are computed; null when none was ever kept. */
export async function keptRulesVersion(database: Database): Promise<string | null> {
  const [row] = await database.statement<{ version: string }>(VERSION);
  return row?.version ?? null;
}

const KEEP_VERSION = {
  name: 'keep-zone-rules-version',
  text: `
INSERT INTO system.zone_rules (version, computed_at) VALUES ($1, instant($2))
ON CONFLICT (one) DO UPDATE SET version = excluded.version, computed_at = excluded.computed_at`,
};

export async function keepRulesVersion(database: Database, version: string, now: Millis): Promise<void> {
  await database.statement(KEEP_VERSION, [version, now]);
}

export interface KeptBooking extends KeptTime {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly customerId: string;
  readonly conversationId: string | null;
  readonly service: string;
  readonly branch: string;
}

/** Towards which end of time a walk moves bookings, and so in which order it has to go: those in front make room first. */
export type Toward = 'earlier' | 'later';

/** The last booking that a walk has looked at. */
export interface Place {
  readonly start: Minute;
  readonly id: string;
}

function walk(toward: Toward, after: '>' | '<', order: 'ASC' | 'DESC'): { name: string; text: string } {
  return {
    name: `bookings-to-recompute-${toward}`,
    text: `
SELECT id, version, reference, customer_id AS "customerId", conversation_id AS "conversationId", service_id AS service,
  branch_id AS branch, start_minute AS start, end_minute AS end, local_start AS "localStart", local_end AS "localEnd", zone,
  offset_minutes AS offset
FROM bookings
WHERE tenant_id = $1 AND status IN ('pending', 'confirmed', 'checked-in', 'in-service') AND start_minute >= $2
  AND ($3::integer IS NULL OR (start_minute ${after}= $3 AND (start_minute ${after} $3 OR id ${after} $4::uuid)))
ORDER BY start_minute ${order}, id ${order} LIMIT $5`,
  };
}

const WALKS = { earlier: walk('earlier', '>', 'ASC'), later: walk('later', '<', 'DESC') };

/** The next live bookings, holds apart, that begin at `from` or later. */
export async function bookingsToRecompute(
  tx: Tx,
  asked: {
    readonly toward: Toward;
    readonly from: Minute;
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<readonly KeptBooking[]> {
  const { toward, from, after, limit } = asked;
  const values = [tx.tenantId, from, after?.start ?? null, after?.id ?? null, limit];
  return tx.query<KeptBooking>(WALKS[toward], values);
}

/** One booking's move; `shift` in minutes. */
export interface InstantChange {
  readonly id: string;
  readonly version: number;
  readonly shift: number;
  readonly localEnd: string;
  readonly offset: number;
}

export type MoveOutcome = 'moved' | 'collision' | 'changed';

const MOVE = {
  name: 'recompute-bookings',
  text: 'SELECT recompute_bookings($1, instant($2), $3, $4) AS outcomes',
};

/** Moves them in the order given, in one round trip; outcomes by booking id. */
export async function moveInstants(
  tx: Tx,
  changes: readonly InstantChange[],
  { now, actor }: { readonly now: Millis; readonly actor: unknown },
): Promise<Readonly<Record<string, MoveOutcome>>> {
  const values = [tx.tenantId, now, JSON.stringify(actor), JSON.stringify(changes)];
  const [row] = await tx.query<{ outcomes: Record<string, MoveOutcome> }>(MOVE, values);
  return row?.outcomes ?? {};
}

export type ZoneConflictKind = 'collision' | 'gap' | 'unknown-zone';

export interface ZoneConflict {
  readonly kind: ZoneConflictKind;
  readonly booking: KeptBooking;
}

const KEEP_CONFLICT = {
  name: 'keep-zone-conflict',
  text: `
INSERT INTO zone_conflicts (tenant_id, rules, booking_id, booking_version, kind, found_at)
SELECT tenant_id, $2, id, version, $5, instant($6) FROM bookings
WHERE tenant_id = $1 AND id = $3 AND version = $4 AND is_live(status)
ON CONFLICT DO NOTHING RETURNING booking_id`,
};

/** True when it is new, and the booking still as it was found. */
export async function keepConflict(
  tx: Tx,
  { kind, booking }: ZoneConflict,
  { rules, now }: { readonly rules: string; readonly now: Millis },
): Promise<boolean> {
  const values = [tx.tenantId, rules, booking.id, booking.version, kind, now];
  return (await tx.query(KEEP_CONFLICT, values)).length > 0;
}

export interface ListedConflict {
  readonly bookingId: string;
  readonly reference: string;
  readonly kind: ZoneConflictKind;
  readonly localStart: string;
  readonly zone: string;
}

const LIST = {
  name: 'list-zone-conflicts',
  text: `
SELECT c.booking_id AS "bookingId", b.reference, c.kind, b.local_start AS "localStart", b.zone
FROM zone_conflicts AS c JOIN bookings AS b ON b.tenant_id = c.tenant_id AND b.id = c.booking_id
WHERE c.tenant_id = $1 AND c.rules = $2 AND b.version = c.booking_version AND is_live(b.status)
ORDER BY b.start_minute, c.booking_id LIMIT $3`,
};

/** Bookings that could not follow this version of the rules, soonest first; those changed since are settled. */
export async function listZoneConflicts(
  tx: Tx,
  rules: string,
  limit: number,
): Promise<readonly ListedConflict[]> {
  return tx.query<ListedConflict>(LIST, [tx.tenantId, rules, limit]);
}
