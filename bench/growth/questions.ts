/** What is asked of a database that has grown, one go at a time. */
import { randomUUID } from 'node:crypto';
import { availability, hold, release } from '../../commands';
import { addCustomer } from '../../models/statements/customers';
import { busyPlaces } from '../../models/statements/time';
import type { Database } from '../../platform/database';
import type { Business, Minute } from '../../scheduling/business';
import { busyWindow } from '../../scheduling/busy';
import { BRANCH } from '../business';
import { millisOf } from '../median';
import { contextOf } from '../postgres';
import { NOW, type Size } from './grown';

/** A database that has grown, and those of its businesses whose customers ask. */
export interface Asked {
  readonly size: Size;
  readonly database: Database;
  readonly businesses: readonly Business[];
}

export interface Question {
  readonly name: string;
  /** Milliseconds of the n-th go. */
  ask(asked: Asked, n: number): Promise<number>;
}

const WINDOW = { from: NOW, to: NOW + 30 * 1440 };
const CLOCK = NOW * 60_000;

export const QUESTIONS: readonly Question[] = [
  { name: 'busy list of a person, 30 days', ask: busyList },
  { name: 'availability of a person, 30 days', ask: (asked, n) => available(asked, n, 'alone') },
  { name: 'availability of five people, 30 days', ask: (asked, n) => available(asked, n, 'anybody') },
  { name: 'hold', ask: holdOnce },
];

/** The statement by itself. */
async function busyList({ database, businesses }: Asked, n: number): Promise<number> {
  const business = businessOf(businesses, n);
  const window = busyWindow(business, 45, WINDOW.from, WINDOW.to);
  const ask = { resources: ['person-0'], ...window, now: CLOCK, except: undefined };
  return database.inTenant(business.tenantId, (tx) => millisOf(() => busyPlaces(tx, ask)));
}

/** The command and its transaction. */
async function available({ database, businesses }: Asked, n: number, service: string): Promise<number> {
  const business = businessOf(businesses, n);
  return millisOf(() =>
    database.inTenant(business.tenantId, (tx) =>
      availability(contextOf(tx, business, CLOCK, { kind: 'system' }), {
        service,
        branch: BRANCH,
        ...WINDOW,
      }),
    ),
  );
}

/** The command and its transaction, by somebody who is new; let go again behind the measurement. */
async function holdOnce({ database, businesses }: Asked, n: number): Promise<number> {
  const business = businessOf(businesses, n);
  const { tenantId } = business;
  const actor = { kind: 'customer', customerId: randomUUID(), conversationId: randomUUID() } as const;
  await database.inTenant(tenantId, (tx) =>
    addCustomer(tx, { id: actor.customerId, name: 'New', phone: null, at: CLOCK }),
  );
  const wish = { service: 'anybody', branch: BRANCH, customerId: actor.customerId, conversationId: null };
  const start = startOf(n);
  let kept = '';
  const millis = await millisOf(() =>
    database.inTenant(tenantId, async (tx) => {
      const context = contextOf(tx, business, CLOCK, actor);
      const result = await hold(
        context,
        { ...wish, start: localOf(start), startMinute: start },
        randomUUID(),
      );
      if (result.kind === 'held') kept = result.hold.id;
    }),
  );
  if (kept !== '')
    await database.inTenant(tenantId, (tx) => release(contextOf(tx, business, CLOCK, actor), kept));
  return millis;
}

/** Working days of the next weeks, hour by hour. */
function startOf(n: number): Minute {
  const [day, hour] = [n % 20, Math.floor(n / 20) % 8];
  return NOW + (7 + Math.floor(day / 5) * 7 + (day % 5)) * 1440 + (2 + hour) * 60;
}

function localOf(minute: Minute): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

function businessOf(businesses: readonly Business[], n: number): Business {
  const business = businesses[n % businesses.length];
  if (!business) throw new Error('nobody to ask');
  return business;
}
