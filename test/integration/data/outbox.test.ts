/** What is to be sent: claimed once, in order, never against a takeover or an opt-out, repeated once at most. */
import { randomUUID } from 'node:crypto';
import type { MadeTenant } from '../../../models/createTenant';
import type { ClaimedOutbox } from '../../../models/records';
import {
  beginSend,
  claimOutbox,
  markFailed,
  markRetry,
  markSent,
  markUncertain,
  outboxDue,
  recordStatus,
  type Claimed,
} from '../../../models/statements/outbox';
import type { Database } from '../../../platform/database';
import { testDatabase } from '../../setup/database';
import { newTenant, NOW, receive, rowsOf } from './support/tenant';

let database: Database;
let tenant: MadeTenant;
let conversationId: string;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  for (const old of await claimAll(NOW + 1e9))
    await recordStatus(database, reportOf(old.id, 'failed', old.tenantId));
  tenant = await newTenant(database);
  ({ conversationId } = await receive(database, tenant));
});

const LEASE = 60_000;

interface Row {
  readonly kind?: string;
  readonly priority?: number;
  readonly due?: number;
  readonly expires?: number;
  readonly conversation?: string;
}

async function queue(row: Row = {}): Promise<string> {
  const id = randomUUID();
  await rowsOf(
    database,
    tenant,
    `INSERT INTO outbox (tenant_id, id, address_id, conversation_id, number, kind, priority, worded, fence, ground, status, due_at,
       expires_at, created_at)
     SELECT c.tenant_id, $1, c.address_id, c.id, 1, $3, $4, '{"text": "hi", "choices": []}', c.fence, 'answer', 'waiting',
       instant($5), instant($6), instant($5) FROM conversations AS c WHERE c.id = $2`,
    [
      id,
      row.conversation ?? conversationId,
      row.kind ?? 'reply',
      row.priority ?? 20,
      row.due ?? NOW,
      row.expires ?? null,
    ],
  );
  return id;
}

function claim(now = NOW, token = randomUUID(), limit = 100): ReturnType<typeof claimOutbox> {
  return claimOutbox(database, { now, token, leaseMillis: LEASE, limit });
}

async function claimAll(now: number): Promise<ClaimedOutbox[]> {
  const all: ClaimedOutbox[] = [];
  for (;;) {
    const { claimed, ended } = await claim(now);
    all.push(...claimed);
    for (const row of claimed) await recordStatus(database, reportOf(row.id, 'failed', row.tenantId));
    if (claimed.length + ended === 0) return all;
  }
}

async function ids(now = NOW, token = randomUUID()): Promise<string[]> {
  return (await claim(now, token)).claimed.map((row) => row.id);
}

function of(id: string, token: string): Claimed {
  return { tenantId: tenant.tenantId, id, token };
}

type Report = Parameters<typeof recordStatus>[1];

function reportOf(outboxId: string, status: Report['status'], tenantId = tenant.tenantId): Report {
  return { tenantId, outboxId, status, providerId: null, error: null, optedOut: false, now: NOW };
}

async function stateOf(id: string): Promise<{ status: string; error: string | null } | undefined> {
  const [row] = await rowsOf<{ status: string; error: string | null }>(
    database,
    tenant,
    'SELECT status, error FROM outbox WHERE id = $1',
    [id],
  );
  return row;
}

describe('claiming', () => {
  it('gives each row to one of many relays', async () => {
    const others = await Promise.all(
      Array.from({ length: 30 }, (_, n) => receive(database, tenant, { address: `+49151${String(n)}` })),
    );
    for (const other of others) await queue({ conversation: other.conversationId });
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(NOW, randomUUID(), 7)));
    const all = [...claims.flatMap((each) => each.claimed), ...(await claim()).claimed];
    expect(new Set(all.map((row) => row.id)).size).toBe(30);
    expect(all).toHaveLength(30);
  });

  it('keeps the order of one address and class: only the first that is not sent yet', async () => {
    const [first, second] = [await queue(), await queue()];
    const code = await queue({ kind: 'code', priority: 1 });
    const token = randomUUID();
    expect(new Set(await ids(NOW, token))).toEqual(new Set([first, code]));
    expect(await ids()).toEqual([]);
    await markSent(database, [{ tenantId: tenant.tenantId, id: first, providerId: 'SM1' }], token, NOW);
    expect(await ids()).toEqual([second]);
  });

  it('lets a row that waits for its retry hold back its own class only', async () => {
    const [first, second] = [await queue(), await queue()];
    const token = randomUUID();
    expect(await ids(NOW, token)).toEqual([first]);
    await markRetry(database, of(first, token), NOW + 5000, 'http-500');
    const code = await queue({ kind: 'code', priority: 1 });
    expect(await ids()).toEqual([code]);
    expect(await ids(NOW + 5000)).toEqual([first]);
    expect(await stateOf(second)).toMatchObject({ status: 'waiting' });
  });

  it('does not let a reminder of next week hold back the one of today', async () => {
    await queue({ kind: 'reminder', due: NOW + 1e8 });
    const today = await queue({ kind: 'reminder' });
    expect(await ids()).toEqual([today]);
  });

  it('drops what has expired, and says that it made room', async () => {
    const late = await queue({ expires: NOW });
    const next = await queue();
    expect(await claim()).toEqual({ claimed: [], ended: 1 });
    expect(await stateOf(late)).toEqual({ status: 'dropped', error: 'expired' });
    expect(await ids()).toEqual([next]);
  });

  it('refuses an address that opted out everything but the one confirmation', async () => {
    const rows = [
      await queue(),
      await queue({ kind: 'reminder', priority: 30 }),
      await queue({ kind: 'code', priority: 1 }),
    ];
    const confirmation = await queue({ kind: 'opt-out', priority: 5 });
    await rowsOf(database, tenant, 'UPDATE addresses SET opted_out_at = instant($1)', [NOW]);
    expect(await ids()).toEqual([confirmation]);
    for (const id of rows) expect(await stateOf(id)).toEqual({ status: 'dropped', error: 'opted-out' });
  });

  it('drops replies made before a takeover, and only replies', async () => {
    const reply = await queue();
    const reminder = await queue({ kind: 'reminder', priority: 30 });
    await rowsOf(database, tenant, `UPDATE conversations SET fence = fence + 1, owner = 'agent'`);
    expect(await ids()).toEqual([reminder]);
    expect(await stateOf(reply)).toEqual({ status: 'dropped', error: 'taken-over' });
  });
});

describe('just before the request', () => {
  it('a takeover or an opt-out stops a row that was claimed already', async () => {
    const token = randomUUID();
    const reply = await queue();
    const code = await queue({ kind: 'code', priority: 1 });
    await ids(NOW, token);
    await rowsOf(database, tenant, 'UPDATE conversations SET fence = fence + 1');
    expect(await beginSend(database, of(reply, token), NOW)).toBe(false);
    expect(await stateOf(reply)).toEqual({ status: 'dropped', error: 'taken-over' });
    await rowsOf(database, tenant, 'UPDATE addresses SET opted_out_at = instant($1)', [NOW]);
    expect(await beginSend(database, of(code, token), NOW)).toBe(false);
    expect(await stateOf(code)).toEqual({ status: 'dropped', error: 'opted-out' });
  });

  it('a claim that is somebody else’s by now begins nothing', async () => {
    const reply = await queue();
    const [old, young] = [randomUUID(), randomUUID()];
    expect(await ids(NOW, old)).toEqual([reply]);
    expect(await ids(NOW + LEASE, young)).toEqual([reply]);
    expect(await beginSend(database, of(reply, old), NOW)).toBe(false);
    expect(await beginSend(database, of(reply, young), NOW)).toBe(true);
  });
});

describe('an answer that was lost', () => {
  async function lose(id: string, now: number): Promise<string[]> {
    const token = randomUUID();
    const claimed = await ids(now, token);
    if (!claimed.includes(id)) return claimed;
    await beginSend(database, of(id, token), now);
    await markUncertain(database, of(id, token), now + LEASE, 'timeout');
    return claimed;
  }

  it('is repeated once, after the grace time, and then given up', async () => {
    const id = await queue();
    expect(await lose(id, NOW)).toEqual([id]);
    expect(await lose(id, NOW + LEASE - 1)).toEqual([]);
    expect(await lose(id, NOW + LEASE)).toEqual([id]);
    expect(await lose(id, NOW + 2 * LEASE)).toEqual([]);
    expect(await stateOf(id)).toEqual({ status: 'failed', error: 'answer-lost' });
  });

  it('is never repeated for a one-time code', async () => {
    const id = await queue({ kind: 'code' });
    await lose(id, NOW);
    expect(await lose(id, NOW + LEASE)).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ status: 'failed' });
  });

  it('is settled by a callback, and then not repeated', async () => {
    const id = await queue();
    await lose(id, NOW);
    expect(await recordStatus(database, reportOf(id, 'delivered'))).toBe(true);
    expect(await lose(id, NOW + LEASE)).toEqual([]);
  });

  it('costs nothing when the request never began', async () => {
    const id = await queue();
    for (let time = 0; time < 4; time += 1) expect(await ids(NOW + time * LEASE)).toEqual([id]);
  });
});

describe('status callbacks', () => {
  it('move a status on and never back, also when one comes before our own note', async () => {
    const id = await queue();
    const token = randomUUID();
    await ids(NOW, token);
    const steps = ['delivered', 'sent', 'failed', 'read', 'delivered'] as const;
    const moved = [];
    for (const status of steps) moved.push(await recordStatus(database, reportOf(id, status)));
    expect(moved).toEqual([true, false, false, true, false]);
    await markSent(database, [{ tenantId: tenant.tenantId, id, providerId: 'SM1' }], token, NOW);
    expect(await rowsOf(database, tenant, 'SELECT status, provider_id FROM outbox')).toEqual([
      { status: 'read', provider_id: 'SM1' },
    ]);
  });

  it('mark an address that turned out to have opted out', async () => {
    const [told, answered] = [await queue(), await queue()];
    const token = randomUUID();
    await ids(NOW, token);
    await recordStatus(database, { ...reportOf(told, 'failed'), error: '21610', optedOut: true });
    expect(await ids()).toEqual([]);
    expect(await stateOf(answered)).toEqual({ status: 'dropped', error: 'opted-out' });
  });
});

describe('a refusal by the provider', () => {
  it('is final, and marks the address where it says so', async () => {
    const id = await queue();
    const token = randomUUID();
    await ids(NOW, token);
    await markFailed(database, of(id, token), { error: '21610', optedOut: true, now: NOW });
    expect(await stateOf(id)).toEqual({ status: 'failed', error: '21610' });
    expect(await rowsOf(database, tenant, 'SELECT opted_out_at IS NOT NULL AS out FROM addresses')).toEqual([
      { out: true },
    ]);
  });
});

describe('the sweep', () => {
  it('asks whether anything is due', async () => {
    expect(await outboxDue(database, NOW)).toBe(false);
    await queue({ due: NOW + 1 });
    expect([await outboxDue(database, NOW), await outboxDue(database, NOW + 1)]).toEqual([false, true]);
  });
});
