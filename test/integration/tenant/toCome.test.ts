/** Bookings to come, against a change of the business. */
import type { Import } from '../../../scripts/tenant/importBusiness';
import { clinic } from '../../../scripts/demo/clinic';
import { garage } from '../../../scripts/demo/garage';
import { bookedBy, heldBy } from '../data/support/shop';
import { NOW } from '../data/support/tenant';
import { ownerOf, type Owner } from './support';

let owner: Owner;

afterEach(() => owner.database.close());

const WEEK = 7 * 24 * 60 * 60_000;
const TOM = '  tom:\n    name: { de: Tom, en: Tom, ar: توم }\n    branch: nord\n';

describe('in the garage', () => {
  beforeEach(async () => {
    owner = await ownerOf(garage);
  });

  async function booking(given: object = {}): Promise<string> {
    const { reference } = await bookedBy(owner.shop, await owner.shop.client(), given);
    return reference;
  }

  it('a service, a branch or a person that is booked is not taken away, and the booking is named', async () => {
    const reference = await booking({ service: 'diagnosis', branch: 'nord' });
    const at = owner.file.indexOf('  diagnosis:');
    const withoutService = await owner.importText(owner.file.slice(0, at));
    expect(withoutService).toMatchObject({
      result: 'hindered',
      refusals: [
        { path: 'services.diagnosis', bookings: [{ reference, start: '2027-03-29T10:00', branch: 'nord' }] },
      ],
    });
    expect(await owner.change(TOM, '')).toMatchObject({
      result: 'hindered',
      refusals: [{ path: 'resources.tom', bookings: [{ reference }] }],
    });
    expect(await owner.change(TOM, TOM.replace('nord', 'mitte'))).toMatchObject({ result: 'hindered' });
    expect(await owner.change('currency: EUR', 'currency: CHF')).toMatchObject({
      result: 'hindered',
      refusals: [{ path: 'currency' }],
    });
    expect(await owner.version()).toBe(1);
  });

  it('what is booked no more may go, and comes back under the same name', async () => {
    await booking({ service: 'diagnosis', branch: 'nord' });
    const without = owner.file.replace(/ {2}diagnosis:\n(?: {4}.*\n)+/, '').replace(TOM, '');
    const later = NOW + WEEK;
    expect(await owner.importText(without, { at: later })).toMatchObject({
      result: 'changed',
      changes: [{ path: 'people.tom' }, { path: 'services.diagnosis' }],
    });
    const rows = await owner.shop.rows<{ service: string }>('SELECT service_id AS service FROM bookings');
    expect(rows).toEqual([{ service: 'diagnosis' }]);
    expect(await owner.importText(without, { at: later })).toMatchObject({ result: 'unchanged' });
    expect(await owner.importText(owner.file, { at: later })).toMatchObject({
      result: 'changed',
      version: 3,
    });
  });

  it('a closure names the bookings that it hits, keeps them, and takes no new ones', async () => {
    const hit = await booking();
    await booking({ start: '2027-03-30T10:00' });
    const hours = '      sat: 09:00-13:00\n';
    const closing = `${hours}    exceptions:\n      2027-03-29: { open: closed, reason: Stocktaking }\n`;
    const closed = await owner.change(hours, closing);
    expect(closed).toMatchObject({ result: 'changed', closedOut: [{ reference: hit, branch: 'mitte' }] });
    await expect(booking({ start: '2027-03-29T11:00' })).rejects.toThrow();
    const statuses = await owner.shop.rows<{ status: string }>('SELECT status FROM bookings');
    expect(statuses).toEqual([{ status: 'confirmed' }, { status: 'confirmed' }]);
  });

  it('whoever was about to say yes is asked again under the new price', async () => {
    const client = await owner.shop.client();
    const hold = await heldBy(owner.shop, client, { service: 'oil-change' });
    expect(await owner.change('price: 89', 'price: 95')).toMatchObject({ result: 'changed' });
    const confirmed = await owner.shop.as(client, (commands) =>
      commands.confirm({ bookingId: hold.id, shown: hold }, 'yes'),
    );
    expect(confirmed).toMatchObject({ kind: 'changed', hold: { price: 9500 } });
  });
});

describe('in the clinic', () => {
  beforeEach(async () => {
    owner = await ownerOf(clinic);
  });

  const MONDAY = { branch: 'maadi', start: '2027-03-29T10:00' };
  const seats = (count: number): Promise<{ result: string }> =>
    owner.change('capacity: 5', `capacity: ${String(count)}`);

  const unitsOf = (reference: string): Promise<object[]> =>
    owner.shop.rows(
      `SELECT a.unit FROM allocations AS a JOIN bookings AS b ON b.tenant_id = a.tenant_id AND b.id = a.booking_id
       WHERE a.live AND a.resource_id = 'room-2' AND b.reference = $1 ORDER BY a.unit`,
      [reference],
    );
  const vaccination = async (): Promise<string> =>
    (await bookedBy(owner.shop, await owner.shop.client(), { service: 'vaccination', ...MONDAY })).reference;

  it('those on seats that are cut off move to free ones', async () => {
    const references = [await vaccination(), await vaccination(), await vaccination()];
    await owner.shop.rows(`UPDATE bookings SET status = 'cancelled' WHERE reference = $1 RETURNING id`, [
      references[0],
    ]);
    expect(await seats(2)).toMatchObject({ result: 'changed', beyondCapacity: [] });
    const units = await Promise.all(references.map(unitsOf));
    expect(units).toEqual([[], [{ unit: 0 }], [{ unit: 1 }]]);
    await expect(vaccination()).rejects.toThrow('not held');
    expect(await seats(8)).toMatchObject({ result: 'changed' });
    expect(await vaccination()).toMatch(/^\w{6}$/);
  });

  it('those for whom there are too few seats are kept and named, and their time is not offered', async () => {
    const references = [await vaccination(), await vaccination(), await vaccination()];
    const cut = async (given: Partial<Import>): Promise<readonly string[]> => {
      const cutTo = await owner.change('capacity: 5', 'capacity: 1', given);
      return 'beyondCapacity' in cutTo ? cutTo.beyondCapacity.map(({ reference }) => reference).sort() : [];
    };
    const told = await cut({ dryRun: true });
    expect(told).toHaveLength(2);
    expect(await cut({})).toEqual(told);
    await owner.shop.rows(
      `UPDATE bookings SET status = 'cancelled' WHERE reference = ANY ($1) RETURNING id`,
      [references.filter((reference) => !told.includes(reference))],
    );
    const from = Date.parse('2027-03-29T10:00:00+02:00') / 60_000;
    const asked = { service: 'vaccination', branch: 'maadi', from, to: from + 11 };
    const offered = await owner.shop.as(await owner.shop.client(), (commands) =>
      commands.availability(asked),
    );
    expect(offered).toMatchObject({ kind: 'slots', slots: [{ start: '2027-03-29T10:10' }] });
    expect(await owner.shop.halfTaken()).toEqual([]);
  });

  it('whoever has the whole room has the seats that are added, too', async () => {
    const { reference } = await bookedBy(owner.shop, await owner.shop.client(), {
      service: 'dental-cleaning',
      ...MONDAY,
    });
    const other = await bookedBy(owner.shop, await owner.shop.client(), { service: 'check-up', ...MONDAY });
    expect(await seats(7)).toMatchObject({ result: 'changed' });
    const taken = [await unitsOf(reference), await unitsOf(other.reference)].map(({ length }) => length);
    expect(taken.sort()).toEqual([0, 7]);
    await expect(vaccination()).rejects.toThrow('not held');
    expect(await seats(3)).toMatchObject({ result: 'changed', beyondCapacity: [] });
    expect(await owner.shop.halfTaken()).toEqual([]);
  });
});
