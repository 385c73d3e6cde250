/** What a deed costs on the wire: one round trip when all goes well, one more for a lost race. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { clinic } from '../scripts/demo/clinic';
import { bookedBy, heldBy, Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { bindCommands } from './bind';
import { LaterNotes } from './laterNotes';
import type { BookingRecord } from '../models/bookingRecords';
import { currentBookings } from '../models/statements/bookings';
import type { Commands } from './types';

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

/** Names of the statements that `work` sends, within a turn that has read the customer's bookings with its lock. */
async function sentBy(work: (commands: Commands) => Promise<unknown>): Promise<(string | undefined)[]> {
  const sent: (string | undefined)[] = [];
  await shop.run({ kind: 'customer', ...client }, async (context) => {
    const known: readonly BookingRecord[] = await currentBookings(
      context.tx,
      client.customerId,
      shop.clock.now(),
    );
    const commands = bindCommands(context, known, undefined, new LaterNotes([]));
    const stop = database.onQuery((query) => sent.push(query.name));
    await work(commands);
    stop();
  });
  return sent;
}

it('a hold costs one, with the car and the name that were said with it', async () => {
  const sent = await sentBy(async (commands) => {
    await commands.nameCustomer('Ada');
    const golf = await commands.keepAsset({ label: 'Golf', plate: 'B-XY 123' });
    await commands.hold(wish(client, { assetId: golf.id }), randomUUID());
  });
  expect(sent).toEqual(['make-booking']);
});

it('a move costs one, and so do a renewal, a confirmation and a release', async () => {
  const hold = await heldBy(shop, client);
  const other = await heldBy(shop, client, { start: '2027-03-29T12:00' });
  const sent = await sentBy(async (commands) => {
    const moved = await commands.move(
      { ...wish(client, { start: '2027-03-29T11:00' }), bookingId: hold.id },
      randomUUID(),
    );
    if (moved.kind !== 'held') throw new Error(moved.kind);
    await commands.renew(hold.id);
    await commands.confirm({ bookingId: hold.id, shown: moved.hold }, randomUUID());
    await commands.release(other.id);
  });
  expect(sent).toEqual(['revise-booking', 'renew-hold', 'confirm-booking', 'release-hold']);
});

it('a cancellation costs one, and looking, quoting and listing nothing', async () => {
  const booking = await bookedBy(shop, client);
  const sent = await sentBy(async (commands) => {
    await commands.look(booking.id);
    await commands.upcoming();
    const quote = await commands.quoteCancellation(booking.id);
    await commands.cancel({ bookingId: booking.id, shownFee: quote?.fee ?? -1 }, randomUUID());
    expect(await commands.look(booking.id)).toMatchObject({ status: 'cancelled' });
  });
  expect(sent).toEqual(['cancel-booking']);
});

it('a lost race costs one more, for the alternatives', async () => {
  await heldBy(shop, await shop.client(), { branch: 'nord' });
  const sent = await sentBy((commands) => commands.hold(wish(client, { branch: 'nord' }), randomUUID()));
  expect(sent).toEqual(['make-booking', 'busy-places']);
});

it('more ways than the database tries cost a look at what is taken first', async () => {
  const doctors = ['mona', 'karim', 'third', 'fourth', 'fifth'];
  shop = await Shop.open(database, {
    ...clinic,
    resources: [
      ...clinic.resources,
      ...doctors
        .slice(2)
        .map((id) => ({ id, kind: 'person' as const, names: { ar: id }, branch: 'maadi', capacity: 1 })),
    ],
    services: clinic.services.map((service) => ({
      ...service,
      needs: service.needs.map((need) => (need.kind === 'person' ? { ...need, pool: doctors } : need)),
    })),
  });
  client = await shop.client();
  const consultation = wish(client, { service: 'consultation', branch: 'maadi' });
  expect(await sentBy((commands) => commands.hold(consultation, randomUUID()))).toEqual([
    'busy-places',
    'make-booking',
  ]);
});
