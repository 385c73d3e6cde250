/** Estimates: priced by the price list and booked at that price; or sent for approval, and answered line by line. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { beginChange } from '../models/statements/businesses';
import { bookedBy, heldBy, Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { sendEstimate } from './sendEstimate';
import type { AnswerEstimateResult, EstimatePriceInput, EstimateView } from './visitTypes';
import { AGENT, begunFor, staged, visiting } from './visits.fixture';

let database: Database;
let shop: Shop;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
  client = await shop.client();
});

async function priced(input: EstimatePriceInput, key = randomUUID()): Promise<EstimateView> {
  const result = await visiting(shop, client, (commands) => commands.estimatePrice(input, key));
  if (result.kind !== 'estimated') throw new Error(`not estimated: ${result.kind}`);
  return result.estimate;
}

function agree(estimateId: string, bookingId: string, by = client): Promise<unknown> {
  return visiting(shop, by, (commands) => commands.agreePrice({ estimateId, bookingId }));
}

async function dearer(): Promise<void> {
  await database.inTenant(shop.tenant.tenantId, async (tx) => {
    await beginChange(tx);
    await tx.simple(`UPDATE services SET price = price + 1000`);
  });
}

describe('a price', () => {
  it('is a range where the vehicle is not known, and one sum where it is', async () => {
    expect(await priced({ services: ['brake-check'] })).toMatchObject({
      total: 3900,
      totalMost: 5850,
      version: 1,
    });
    expect(await priced({ services: ['brake-check'], assetClass: 'van' })).toMatchObject({
      lines: [{ id: 1, title: 'Bremsencheck', amount: 5850, most: 5850 }],
    });
    expect(await priced({ services: ['brake-check', 'oil-change'], assetClass: null })).toMatchObject({
      total: 12_800,
      totalMost: 12_800,
    });
  });

  it('stands for fourteen days, to the end of the last', async () => {
    expect(await priced({ services: ['brake-check'] })).toMatchObject({
      status: 'open',
      validUntilDay: '2027-04-09',
      validUntil: Date.parse('2027-04-09T22:00:00Z') - 1,
    });
  });

  it('is estimated once for one key, and not at all for what is not offered', async () => {
    const key = randomUUID();
    const first = await priced({ services: ['brake-check'] }, key);
    expect((await priced({ services: ['brake-check'] }, key)).id).toBe(first.id);
    const unknown = visiting(shop, client, (commands) =>
      commands.estimatePrice({ services: ['massage'] }, randomUUID()),
    );
    expect(await unknown).toEqual({ kind: 'unknown-service', service: 'massage' });
  });

  it('is what the booking costs, though the price list has risen, and after it was moved', async () => {
    const estimate = await priced({ services: ['brake-check'], assetClass: null });
    await dearer();
    const hold = await heldBy(shop, client);
    expect(hold.price).toBe(4900);
    expect(await agree(estimate.id, hold.id)).toMatchObject({ kind: 'agreed', booking: { price: 3900 } });
    const moved = await shop.as(client, (commands) =>
      commands.move({ ...wish(client, { start: '2027-03-29T11:00' }), bookingId: hold.id }, randomUUID()),
    );
    expect(moved).toMatchObject({ kind: 'held', hold: { price: 3900, start: '2027-03-29T11:00' } });
    expect(await visiting(shop, client, (commands) => commands.estimates())).toEqual([]);
  });

  it('is not that of another service, nor of a second booking, nor of somebody else', async () => {
    const estimate = await priced({ services: ['brake-check'] });
    const other = await bookedBy(shop, client, { service: 'diagnosis', start: '2027-03-30T10:00' });
    expect(await agree(estimate.id, other.id)).toMatchObject({ kind: 'other' });
    expect(await agree(estimate.id, (await bookedBy(shop, client)).id)).toMatchObject({ kind: 'agreed' });
    const second = await bookedBy(shop, client, { start: '2027-03-31T10:00' });
    expect(await agree(estimate.id, second.id)).toMatchObject({ kind: 'other' });
    expect(await agree(estimate.id, second.id, await shop.client())).toEqual({ kind: 'unknown' });
  });

  it('that has run out is agreed by nobody', async () => {
    const estimate = await priced({ services: ['brake-check'] });
    shop.clock.set('2027-04-09T22:00:00Z');
    const hold = await heldBy(shop, client, { start: '2027-04-12T10:00' });
    expect(await agree(estimate.id, hold.id)).toMatchObject({
      kind: 'expired',
      estimate: { status: 'expired' },
    });
  });
});

const BRAKES = { title: 'Front brakes', amount: 32_000 };
const TYRES = { title: 'Tyres', amount: 48_000 };

async function sentFor(orderId: string, lines = [BRAKES, TYRES]): Promise<EstimateView> {
  const result = await shop.run(AGENT, (context) => sendEstimate(context, { orderId, lines }, randomUUID()));
  if (result.kind !== 'sent') throw new Error(`not sent: ${result.kind}`);
  return result.estimate;
}

function answer(
  { id: estimateId, version }: EstimateView,
  approvals: Readonly<Record<number, boolean>>,
  by = client,
): Promise<AnswerEstimateResult> {
  const lines = Object.entries(approvals).map(([id, approve]) => ({ id: Number(id), approve }));
  const evidence = { shown: 'Front brakes yes, tyres no?', reply: 'yes' };
  return visiting(shop, by, (commands) =>
    commands.answerEstimate({ estimateId, version, lines }, evidence, randomUUID()),
  );
}

describe('an estimate for work', () => {
  it('is told to the customer, and the order waits until every line has its answer', async () => {
    const { order } = await begunFor(shop, client);
    await staged(shop, order.id, 'in-progress');
    const estimate = await sentFor(order.id);
    expect(await shop.rows(`SELECT saying ->> 'key' AS key FROM outbox`)).toEqual([{ key: 'estimate.sent' }]);
    expect(await visiting(shop, client, (commands) => commands.orders())).toMatchObject([
      { stage: 'waiting-approval' },
    ]);
    expect(await answer(estimate, { 1: true })).toMatchObject({ estimate: { status: 'partly-answered' } });
    expect(await answer(estimate, { 2: false })).toMatchObject({
      kind: 'answered',
      estimate: { status: 'partly-approved', total: 80_000, approvedTotal: 32_000 },
    });
    expect(await visiting(shop, client, (commands) => commands.orders())).toMatchObject([
      { stage: 'in-progress' },
    ]);
  });

  it('keeps what was shown, what was replied, from where and when', async () => {
    const { order } = await begunFor(shop, client);
    await answer(await sentFor(order.id), { 1: true, 2: true });
    const [evidence] = await shop.rows<Record<string, unknown>>(
      `SELECT shown, reply, channel, address, lines, outcome, length(digest) AS digest, millis(at) AS at FROM estimate_answers`,
    );
    expect(evidence).toMatchObject({
      shown: 'Front brakes yes, tyres no?',
      reply: 'yes',
      channel: 'sms',
      lines: [
        { line: 1, approve: true },
        { line: 2, approve: true },
      ],
      outcome: 'answered',
      digest: 64,
      at: shop.clock.now(),
    });
    expect(evidence?.['address']).toMatch(/^\+49/);
  });

  it('whose lines were tampered with is answered by nobody', async () => {
    const { order } = await begunFor(shop, client);
    const estimate = await sentFor(order.id);
    await shop.rows('UPDATE estimate_lines SET amount = 1, most = 1 WHERE number = 1');
    await expect(answer(estimate, { 1: true })).rejects.toThrow('is not what was sent');
  });

  it('that was changed is answered in its newest version alone; the difference is told', async () => {
    const { order } = await begunFor(shop, client);
    const first = await sentFor(order.id);
    const second = await sentFor(order.id, [
      { ...BRAKES, amount: 35_000 },
      { title: 'Wipers', amount: 2000 },
    ]);
    expect(second).toMatchObject({ id: first.id, version: 2 });
    expect(await answer(first, { 1: true })).toMatchObject({
      kind: 'stale',
      difference: [
        { title: 'Front brakes', before: 32_000, after: 35_000 },
        { title: 'Tyres', before: 48_000, after: null },
        { title: 'Wipers', before: null, after: 2000 },
      ],
      estimate: { version: 2, status: 'open' },
    });
    expect(await shop.rows('SELECT outcome, version FROM estimate_answers')).toEqual([
      { outcome: 'stale', version: 1 },
    ]);
  });

  it('after all was answered is one of its own', async () => {
    const { order } = await begunFor(shop, client);
    const first = await sentFor(order.id);
    await answer(first, { 1: true, 2: false });
    const next = await sentFor(order.id, [{ title: 'Wipers', amount: 2000 }]);
    expect(next.id).not.toBe(first.id);
    expect(next.version).toBe(1);
  });

  it('is answered by its customer alone, by lines that it has, while the visit lasts', async () => {
    const { order } = await begunFor(shop, client);
    const estimate = await sentFor(order.id);
    expect(await answer(estimate, { 1: true }, await shop.client())).toEqual({ kind: 'unknown' });
    expect(await answer(estimate, { 3: true })).toMatchObject({ kind: 'unknown-line', line: 3 });
    expect(await answer(estimate, { 1: true })).toMatchObject({ kind: 'answered' });
    expect(await answer(estimate, { 1: false })).toMatchObject({ kind: 'settled', line: 1 });
    expect(await answer(estimate, { 2: false })).toMatchObject({ kind: 'answered' });
    expect(await answer(estimate, { 2: true })).toMatchObject({ estimate: { status: 'approved' } });
    await staged(shop, order.id, 'collected');
    expect(await answer(estimate, { 2: true })).toMatchObject({ kind: 'over' });
  });

  it('without lines, with too many, or with amounts that are none is not sent', async () => {
    const { order } = await begunFor(shop, client);
    const send = (lines: { title: string; amount: number }[]): Promise<unknown> =>
      shop.run(AGENT, (context) => sendEstimate(context, { orderId: order.id, lines }, randomUUID()));
    expect(await send([])).toEqual({ kind: 'refused', rule: 'no-lines' });
    expect(await send(Array<typeof BRAKES>(11).fill(BRAKES))).toMatchObject({ rule: 'too-many-lines' });
    expect(await send([{ ...BRAKES, amount: 0.5 }])).toMatchObject({ rule: 'bad-amount' });
    expect(await send([{ ...BRAKES, title: ' ' }])).toMatchObject({ rule: 'bad-amount' });
  });
});
