/** A database that has grown: more businesses and a longer past, but for each person the same weeks to come. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { createTenant } from '../../models/createTenant';
import type { EmbeddedPostgres } from '../../platform/embeddedPostgres';
import { inBulk, writeBookings } from '../bulk';
import { BRANCH, need, opened, people, plainBusiness, service } from '../business';
import { migratedDatabase } from '../postgres';
import { wholeReads } from './wholeReads';

export interface Size {
  readonly name: string;
  readonly businesses: number;
  /** Of each person, past and to come. */
  readonly bookings: number;
}

export interface Grown {
  readonly size: Size;
  readonly url: string;
  /** Whole reads of tables while it was filled. */
  readonly readBefore: number;
  /** Ids of some of the businesses: those that are asked. */
  readonly asked: readonly string[];
}

export const PEOPLE = 5;
const sizeOf = (name: string, businesses: number, bookings: number): Size => ({ name, businesses, bookings });

export const SIZES: readonly Size[] = [sizeOf('10⁴', 4, 500), sizeOf('10⁶', 100, 2000)];
export const HUGE = sizeOf('10⁷', 400, 5000);

/** UTC minutes of a Monday. */
export const NOW = Date.parse('2026-03-02T06:00Z') / 60_000;
/** Of each person's bookings so many are to come: two hundred in thirty days. */
const TO_COME = 400;
const MINUTES_APART = 216;
const ASKED = 20;

export function countOf({ businesses, bookings }: Size): number {
  return businesses * PEOPLE * bookings;
}

/** Five people; `alone` is done by the first of them, `anybody` by all. */
const staff = people(PEOPLE);
const ids = staff.map(({ id }) => id);
const PLAIN = plainBusiness({
  slug: 'grown',
  zone: 'UTC',
  hours: opened([1, 2, 3, 4, 5], 480, 1020),
  resources: staff,
  services: [service('alone', [need('person', 'person-0')]), service('anybody', [need('person', ...ids)])],
});

/** Everybody who helped to fill it has gone by the end, so that what is counted from then on is what was asked. */
export async function grow(server: EmbeddedPostgres, size: Size): Promise<Grown> {
  const { url, database } = await migratedDatabase(server, `growth_${String(countOf(size))}`);
  const tenants = Array.from({ length: size.businesses }, (_, at) => tenantIdOf(at));
  try {
    for (const [at, tenantId] of tenants.entries()) {
      const definition = { ...PLAIN, slug: `grown-${String(at)}` };
      await createTenant(database, definition, { tenantId, at: NOW * 60_000, newId: randomUUID });
    }
  } finally {
    await database.close();
  }
  await inBulk(
    url,
    (owner) => writePast(owner, size),
    (owner) => writeToCome(owner, size),
  );
  return { size, url, readBefore: await wholeReads(url), asked: tenants.slice(0, ASKED) };
}

async function writePast(owner: Client, { businesses, bookings }: Size): Promise<void> {
  await owner.query(CUSTOMERS, [businesses, bookings, NOW]);
  await writeBookings(owner, {
    rows: ROWS,
    values: [businesses, bookings, NOW, 0, bookings - TO_COME],
    zone: 'UTC',
  });
}

async function writeToCome(owner: Client, { businesses, bookings }: Size): Promise<void> {
  const values = [businesses, bookings, NOW, bookings - TO_COME, bookings];
  await writeBookings(owner, { rows: ROWS, values, zone: 'UTC' });
}

function tenantIdOf(at: number): string {
  return `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
}

const tenantId = (at: string): string => `('00000000-0000-4000-8000-' || lpad(to_hex(${at}), 12, '0'))::uuid`;
const customerId = (tenant: string, at: string): string => `md5(${tenant} || '/' || ${at})::uuid`;

/** As many customers as bookings of one person: each comes five times. */
const CUSTOMERS = `
INSERT INTO customers (tenant_id, id, name, contact_phone, created_at)
SELECT ${tenantId('tenant')}, ${customerId('tenant', 'at')}, 'Customer ' || at, '+49151' || lpad(at::text, 8, '0'),
  to_timestamp($3::integer * 60.0)
FROM generate_series(0, $1::integer - 1) AS tenant, generate_series(0, $2::integer - 1) AS at`;

/**
 * The appointments `$4` to `$5` of each person, in the order in which they come about, everybody's mixed. Half of the past was ended by somebody, a tenth was
 * cancelled, and the rest still stands as it was booked, which is the dearest a table can be.
 */
const ROWS = `
SELECT ${tenantId('tenant')} AS tenant_id, n, ${customerId('tenant', '(turn * 31 + person) % $2::integer')} AS customer_id,
  'anybody' AS service_id, '${BRANCH}' AS branch_id, 'person-' || person AS resource_id, start_minute,
  start_minute + 15 + 15 * (turn % 3) AS end_minute, CASE WHEN turn % 4 = 0 THEN 10 ELSE 0 END AS after,
  CASE WHEN start_minute >= $3::integer THEN 'confirmed' WHEN turn % 10 < 5 THEN 'done' WHEN turn % 10 = 9 THEN 'cancelled'
    ELSE 'confirmed' END AS status
FROM (
  SELECT n, turn, seat / ${String(PEOPLE)} AS tenant, seat % ${String(PEOPLE)} AS person,
    $3::integer + (turn - $2::integer + ${String(TO_COME)}) * ${String(MINUTES_APART)}
      + (turn * 7 + seat * 3) % 10 * 15 AS start_minute
  FROM (
    SELECT n, n / ($1::integer * ${String(PEOPLE)}) AS turn, n % ($1::integer * ${String(PEOPLE)}) AS seat
    FROM generate_series($1::integer * $4::integer * ${String(PEOPLE)}, $1::integer * $5::integer * ${String(PEOPLE)} - 1) AS n
  ) AS numbered
) AS placed`;
