/** Availability as everybody asks for it: the command in a transaction as `nobat_app`, its busy time read under row-level security. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { availability } from '../../commands';
import { createTenant } from '../../models/createTenant';
import { loadBusiness } from '../../models/loadBusiness';
import type { Database } from '../../platform/database';
import { bookableStarts } from '../../scheduling/availability';
import { inBulk, writeBookings } from '../bulk';
import { BRANCH } from '../business';
import { samplesOf } from '../median';
import { contextOf, migratedDatabase, onThrowAwayPostgres } from '../postgres';
import { atMost, quantile, type Figure, type Progress } from '../report';
import { askOf, CASES, definitionOf, nameOf, NOW, ZONE, type BenchAsk, type Case } from './cases';

const PATIENCE = { warmUpMillis: 200, millis: 700, samples: 5 };
const MUST: Case = { resources: 100, days: 30, busy: 200 };
const MUST_MILLIS = 30;

interface Placed {
  readonly of: Case;
  readonly ask: BenchAsk;
  readonly tenantId: string;
}

export async function endToEndFigures(progress: Progress): Promise<readonly Figure[]> {
  return onThrowAwayPostgres(async (server) => {
    const { url, database } = await migratedDatabase(server, 'availability');
    try {
      progress('end to end, writing the bookings');
      const placed: Placed[] = [];
      await inBulk(url, async (owner) => {
        for (const [at, of] of CASES.entries()) placed.push(await place(database, owner, of, at));
      });
      const figures: Figure[] = [];
      for (const each of placed) {
        progress(`end to end, ${nameOf(each.of)}`);
        figures.push(await figureOf(database, each));
      }
      return figures;
    } finally {
      await database.close();
    }
  });
}

/** A tenant for every case, with the very bookings that the pure benchmark reckons with. */
async function place(database: Database, owner: Client, of: Case, at: number): Promise<Placed> {
  const tenantId = randomUUID();
  const definition = { ...definitionOf(of.resources), slug: `bench-${String(at)}` };
  await createTenant(database, definition, { tenantId, at: NOW * 60_000, newId: randomUUID });
  const ask = askOf(of);
  const rows = [...ask.busy].flatMap(([resource, busy]) => busy.map((row) => ({ resource, ...row })));
  const values = [
    tenantId,
    randomUUID(),
    at * 1_000_000,
    rows.map((row) => row.resource),
    rows.map((row) => row.start),
    rows.map((row) => row.end),
    rows.map((row) => row.after),
  ];
  await owner.query('INSERT INTO customers (tenant_id, id, created_at) VALUES ($1, $2, to_timestamp($3))', [
    ...values.slice(0, 2),
    NOW * 60,
  ]);
  await writeBookings(owner, { rows: ROWS, values, zone: ZONE });
  return { of, ask, tenantId };
}

const ROWS = `
SELECT $1::uuid AS tenant_id, $3::integer + place AS n, $2::uuid AS customer_id, 'service' AS service_id,
  '${BRANCH}' AS branch_id, resource_id, start_minute, end_minute, after, 'confirmed' AS status
FROM unnest($4::text[], $5::integer[], $6::integer[], $7::integer[])
  WITH ORDINALITY AS row (resource_id, start_minute, end_minute, after, place)`;

async function figureOf(database: Database, { of, ask, tenantId }: Placed): Promise<Figure> {
  const business = await loadBusiness(database, tenantId);
  const { from, to, now } = ask;
  const work = (): Promise<readonly number[]> =>
    database.inTenant(tenantId, async (tx) => {
      const context = contextOf(tx, business, now * 60_000, { kind: 'system' });
      const answer = await availability(context, { service: 'service', branch: BRANCH, from, to });
      if (answer.kind === 'refused') throw new Error(`refused: ${answer.refusal.rule}`);
      return answer.slots.map((slot) => slot.startMinute);
    });
  if ((await work()).join() !== bookableStarts(ask).join())
    throw new Error(`the database knows other starts for ${nameOf(of)}`);
  const value = quantile(await samplesOf(work, PATIENCE), 0.5);
  return { name: `end to end, ${nameOf(of)}`, value, unit: 'ms', ...mustOf(of, value) };
}

function mustOf(of: Case, value: number): Pick<Figure, 'must'> {
  return nameOf(of) === nameOf(MUST) ? { must: atMost(MUST_MILLIS, 'ms', value) } : {};
}
