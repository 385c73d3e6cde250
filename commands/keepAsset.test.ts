/** What a customer owns: found again by plate or label, kept once, and kept along with the next deed. */
import { randomUUID } from 'node:crypto';
import type { CustomerNotes } from '../models/bookingRecords';
import type { Database } from '../platform/database';
import { Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { bindCommands } from './bind';
import type { AssetInput } from './keepAsset';
import { LaterNotes } from './laterNotes';
import type { AssetView } from './types';

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

function keep(asset: AssetInput): Promise<AssetView> {
  return shop.as(client, (commands) => commands.keepAsset(asset));
}

const OWNED = 'SELECT label, plate, class FROM assets ORDER BY created_at, label';

it('knows a plate again however it is written', async () => {
  const golf = await keep({ label: 'Golf', plate: 'B-XY 123' });
  expect(await keep({ label: 'VW Golf', plate: 'bxy123' })).toEqual(golf);
  expect(await shop.rows(OWNED)).toEqual([{ label: 'Golf', plate: 'B-XY 123', class: null }]);
});

it('means the one it has by a label without a plate', async () => {
  const golf = await keep({ label: 'Golf', plate: 'B-XY 123' });
  expect(await keep({ label: 'golf' })).toEqual(golf);
  expect(await keep({ label: 'Passat' })).not.toEqual(golf);
});

it('adds the plate to one that had none, and takes another plate for another car', async () => {
  const golf = await keep({ label: 'Golf' });
  expect(await keep({ label: 'Golf', plate: 'B-XY 123' })).toEqual({ ...golf, plate: 'B-XY 123' });
  expect((await keep({ label: 'Golf', plate: 'B-XY 999' })).id).not.toBe(golf.id);
  expect(await shop.rows(OWNED)).toHaveLength(2);
});

it('calls a vehicle with the word van a van', async () => {
  expect(await keep({ label: 'Transit van' })).toMatchObject({ class: 'van' });
  expect(await keep({ label: 'Vanquish' })).toMatchObject({ class: null });
});

it('is kept once by two who say it at the same time', async () => {
  await Promise.all(Array.from({ length: 8 }, () => keep({ label: 'Golf', plate: 'B-XY 123' })));
  expect(await shop.rows(OWNED)).toHaveLength(1);
});

describe('notes that wait', () => {
  it('are written along with the next deed, in its round trip', async () => {
    const left = await withNotes(async (commands) => {
      await commands.nameCustomer('Ada');
      const golf = await commands.keepAsset({ label: 'Golf', plate: 'B-XY 123' });
      const result = await commands.hold(wish(client, { assetId: golf.id }), randomUUID());
      expect(result).toMatchObject({ kind: 'held', hold: { asset: golf } });
    });
    expect(left).toBeNull();
    expect(await shop.rows('SELECT name FROM customers')).toEqual([{ name: 'Ada' }]);
  });

  it('are left for the end of the turn when no deed follows', async () => {
    const left = await withNotes(async (commands) => {
      await commands.keepPhone('+4930123456');
      await commands.keepLanguage('de');
      await commands.keepAsset({ label: 'Golf' });
      await commands.keepAsset({ label: 'Golf', plate: 'B-XY 123' });
    });
    expect(left).toMatchObject({
      phone: '+4930123456',
      language: 'de',
      assets: [{ label: 'Golf', plate: 'B-XY 123' }],
    });
    expect(await shop.rows(OWNED)).toEqual([]);
  });

  async function withNotes(
    work: (commands: ReturnType<typeof bindCommands>) => Promise<void>,
  ): Promise<CustomerNotes | null> {
    const later = new LaterNotes([]);
    await shop.run({ kind: 'customer', ...client }, (context) =>
      work(bindCommands(context, [], undefined, later)),
    );
    return later.take();
  }
});

describe('a task', () => {
  it('is raised once for one key', async () => {
    const raise = (): Promise<{ taskId: string }> =>
      shop.as(client, (commands) =>
        commands.raiseTask({ kind: 'human', text: 'please call' }, 'frame-1 human'),
      );
    const raised = await Promise.all([raise(), raise(), raise()]);
    expect(new Set(raised.map((each) => each.taskId)).size).toBe(1);
    expect(await shop.rows('SELECT kind, status, text FROM tasks')).toEqual([
      { kind: 'human', status: 'open', text: 'please call' },
    ]);
  });
});
