/** Where races are run: a business of its own, and customers who come at the same moment, each in a transaction of the product's pool. */
import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../commands/types';
import { createTenant } from '../../models/createTenant';
import { loadBusiness } from '../../models/loadBusiness';
import type { Database } from '../../platform/database';
import type { Business, Minute } from '../../scheduling/business';
import { BRANCH, need, opened, people, plainBusiness, resource, service } from '../business';
import { contextOf } from '../postgres';

/** Milliseconds; a Monday. */
export const NOW = Date.parse('2026-03-02T06:00Z');
export const SEATS = 5;

const DEFINITION = plainBusiness({
  slug: 'arena',
  zone: 'UTC',
  hours: opened([1, 2, 3, 4, 5, 6, 7], 0, 1440),
  resources: [...people(2), resource('bay', 'bay', 1), resource('room', 'room', SEATS)],
  services: [
    service('one', [need('person', 'person-0')]),
    service('person-then-bay', [need('person', 'person-1'), need('bay', 'bay')]),
    service('bay-then-person', [need('bay', 'bay'), need('person', 'person-1')]),
    service('seat', [need('room', 'room')]),
  ],
});

export interface Arena {
  /** People nobody has seen before: their ids. */
  newcomers(count: number): Promise<readonly string[]>;
  /** One transaction of this customer, at `now` by their own clock. */
  as<Result>(
    customerId: string,
    work: (context: CommandContext) => Promise<Result>,
    now?: number,
  ): Promise<Result>;
  /** How many of these bookings have time of their own. */
  standing(bookings: readonly string[]): Promise<number>;
  /** Pairs of live times that overlap on one unit: what must never be. */
  overlaps(): Promise<number>;
}

export async function openArena(database: Database, name: string): Promise<Arena> {
  const tenantId = randomUUID();
  await createTenant(database, { ...DEFINITION, slug: name }, { tenantId, at: NOW, newId: randomUUID });
  const business = await loadBusiness(database, tenantId);
  return {
    newcomers: (count) => newcomers(database, tenantId, count),
    as: (customerId, work, now = NOW) => actAs(database, business, customerId, work, now),
    standing: (bookings) => countIn(database, tenantId, STANDING, [tenantId, bookings]),
    overlaps: () => countIn(database, tenantId, OVERLAPS, [tenantId]),
  };
}

/** Ten in the morning of a day that no other race of the arena has. */
export function tenOn(day: number): Minute {
  return NOW / 60_000 + (day + 1) * 1440 + 240;
}

export function wishOf(
  customerId: string,
  wanted: string,
  start: Minute,
): {
  readonly service: string;
  readonly branch: string;
  readonly start: string;
  readonly startMinute: Minute;
  readonly customerId: string;
  readonly conversationId: null;
} {
  const local = new Date(start * 60_000).toISOString().slice(0, 16);
  return {
    service: wanted,
    branch: BRANCH,
    start: local,
    startMinute: start,
    customerId,
    conversationId: null,
  };
}

function actAs<Result>(
  database: Database,
  business: Business,
  customerId: string,
  work: (context: CommandContext) => Promise<Result>,
  now: number,
): Promise<Result> {
  const actor = { kind: 'customer', customerId, conversationId: customerId } as const;
  return database.inTenant(business.tenantId, (tx) => work(contextOf(tx, business, now, actor)));
}

const NEWCOMERS = {
  name: 'bench-newcomers',
  text: `INSERT INTO customers (tenant_id, id, name, created_at) SELECT $1, id, 'Racer', instant($3) FROM unnest($2::uuid[]) AS id`,
};

async function newcomers(database: Database, tenantId: string, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.inTenant(tenantId, (tx) => tx.query(NEWCOMERS, [tenantId, ids, NOW]));
  return ids;
}

const STANDING = {
  name: 'bench-standing',
  text: `SELECT count(DISTINCT booking_id)::integer AS count FROM allocations
    WHERE tenant_id = $1 AND booking_id = ANY ($2) AND live`,
};

const OVERLAPS = {
  name: 'bench-overlaps',
  text: `
SELECT count(*)::integer AS count FROM allocations AS one JOIN allocations AS other
  ON other.tenant_id = one.tenant_id AND other.resource_id = one.resource_id AND other.unit = one.unit
  AND other.booking_id > one.booking_id AND other.live
  AND one.start_minute < other.end_minute + other.after AND other.start_minute < one.end_minute + one.after
WHERE one.tenant_id = $1 AND one.live`,
};

async function countIn(
  database: Database,
  tenantId: string,
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
): Promise<number> {
  const [row] = await database.inTenant(tenantId, (tx) => tx.query<{ count: number }>(statement, values));
  return row?.count ?? 0;
}
