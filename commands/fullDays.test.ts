/** Full days are not offered, and why they are not is said; businesses without limits pay nothing for it. */
import { randomUUID } from 'node:crypto';
import type { BusinessDefinition } from '../models/businessDefinition';
import type { Database } from '../platform/database';
import { garage } from '../scripts/demo/garage';
import { minuteOf } from '../scheduling/localDate';
import { bookedBy, Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { bindCommands } from './bind';
import { explainStart, type Explanation } from './explainStart';
import type { Commands } from './types';

let database: Database;
let shop: Shop;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

async function open(definition: BusinessDefinition): Promise<void> {
  shop = await Shop.open(database, definition);
  client = await shop.client();
}

const ONE_A_DAY = { perDay: 1 };
const SERVICE = { ...garage, services: garage.services.map((each) => ({ ...each, limits: ONE_A_DAY })) };
const CUSTOMER = { ...garage, policy: { ...garage.policy, customerLimits: ONE_A_DAY } };
const TOM = {
  ...garage,
  resources: garage.resources.map((each) => (each.id === 'tom' ? { ...each, limits: ONE_A_DAY } : each)),
};

const at = (instant: string): number => minuteOf(Date.parse(instant));

/** Local days on which a brake check at Nord is offered from Monday to Wednesday, and the statements it took. */
async function offered(by: Client): Promise<{ days: string[]; sent: (string | undefined)[] }> {
  const input = { service: 'brake-check', branch: 'nord', from: at('2027-03-29T00:00Z') };
  return shop.as(by, async (commands) => {
    const sent: (string | undefined)[] = [];
    const stop = database.onQuery((query) => sent.push(query.name));
    const result = await commands.availability({ ...input, to: at('2027-03-31T20:00Z') });
    stop();
    const slots = result.kind === 'slots' ? result.slots : [];
    return { days: [...new Set(slots.map(({ start }) => start.slice(8, 10)))], sent };
  });
}

it.each([
  ['the service', SERVICE],
  ['a resource', TOM],
])('a day on which %s has no more to give is not offered to anybody', async (_name, definition) => {
  await open(definition);
  await bookedBy(shop, client, { branch: 'nord', start: '2027-03-30T10:00' });
  const { days, sent } = await offered(await shop.client());
  expect(days).toEqual(['29', '31']);
  expect(sent).toEqual(['busy-and-counts']);
});

it('a day on which the customer may have no more is offered to others', async () => {
  await open(CUSTOMER);
  await bookedBy(shop, client, { branch: 'nord', start: '2027-03-30T10:00' });
  expect((await offered(client)).days).toEqual(['29', '31']);
  expect((await offered(await shop.client())).days).toEqual(['29', '30', '31']);
});

it('without limits nothing more is read', async () => {
  await open(garage);
  expect((await offered(client)).sent).toEqual(['busy-places']);
});

it('a limit costs a hold no round trip', async () => {
  await open(SERVICE);
  const sent: (string | undefined)[] = [];
  await shop.run({ kind: 'customer', ...client }, async (context) => {
    const commands: Commands = bindCommands(context, []);
    const stop = database.onQuery((query) => sent.push(query.name));
    await commands.hold(wish(client), randomUUID());
    stop();
  });
  expect(sent).toEqual(['make-booking']);
});

it('the limit is named as the reason', async () => {
  await open(SERVICE);
  await bookedBy(shop, client, { branch: 'nord', start: '2027-03-30T10:00' });
  const explanation: Explanation = await shop.run({ kind: 'api', key: 'demo' }, (context) => {
    const service = context.business.services.find(({ id }) => id === 'brake-check');
    const branch = context.business.branches.find(({ id }) => id === 'nord');
    if (!service || !branch) throw new Error('the garage has both');
    return explainStart(context, { service, branch, start: at('2027-03-30T12:00Z') });
  });
  expect(explanation.reasons).toMatchObject([
    { code: 'limit-reached', of: 'service', per: 'day', most: 1, count: 1, from: '2027-03-30' },
  ]);
  expect(explanation.alternatives.map(({ start }) => start.slice(0, 10))).not.toContain('2027-03-30');
});
