/** Claims about one deed after the other: every answer is the model's answer, and the database is what the model is. */
import type { Database } from '../../platform/database';
import { testDatabase } from '../setup/database';
import { differences, refresh, rowsOfBooking } from './compare';
import { drawDeed, perform, type Deed } from './deeds';
import { apply, expectedAnswers } from './judge';
import { Model } from './model';
import { numbersFrom } from './numbers';
import { HOLD_MINUTES, openStudio } from './studio';

const LONG = process.env['NOBAT_LONG'] !== undefined;
const SEEDS = LONG ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [20_270_405, 20_270_406];
const DEEDS = LONG ? 500 : 150;
const CLIENTS = 6;

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** For a message that can be read. */
function told(deed: Deed): string {
  return JSON.stringify(deed, (key, value: unknown) => (key === 'rows' ? undefined : value));
}

test.each(SEEDS)(
  '%i: each answer is foretold, and what is kept is what was answered',
  async (seed) => {
    const studio = await openStudio(database);
    const { shop } = studio;
    const clients = await shop.clients(CLIENTS);
    const [model, numbers] = [new Model(), numbersFrom(seed)];
    const answers = new Map<string, number>();
    for (let n = 0; n < DEEDS; n += 1) {
      const owner = numbers.below(CLIENTS);
      const deed = drawDeed(
        numbers,
        owner,
        model.bookings.filter((each) => each.owner === owner),
      );
      const step = `${String(n)}: ${told(deed)}`;
      const expected = expectedAnswers(model, deed, shop.clock.now());
      const answer = await perform(studio, clients, deed);
      expect({ step, expected }).toEqual({ step, expected: expect.arrayContaining([answer.kind]) });
      const now = shop.clock.now();
      const id = answer.booking?.id ?? ('booking' in deed ? deed.booking.id : null);
      const rows = id === null ? [] : await rowsOfBooking(shop, id);
      const known = apply(model, deed, answer, rows);
      if (deed.kind === 'seats') await refresh(shop, model);
      if (known?.state === 'held' && ['hold', 'move'].includes(deed.kind) && answer.booking)
        expect(known.heldUntil).toBe(now + HOLD_MINUTES * 60_000);
      if (known && model.isLive(known, now)) {
        const inTheWay = known.rows.filter((row) => model.collides(row, now, known));
        expect({ step, fits: model.fits(known), inTheWay }).toEqual({ step, fits: true, inTheWay: [] });
      }
      expect({ step, differences: await differences(shop, model) }).toEqual({ step, differences: [] });
      expect(await shop.overlaps()).toEqual([]);
      answers.set(answer.kind, (answers.get(answer.kind) ?? 0) + 1);
    }
    const seen = [
      'held',
      'taken',
      'confirmed',
      'booked',
      'rescheduled',
      'cancelled',
      'refused too-many-holds',
      'over',
    ];
    expect([...answers.keys()]).toEqual(expect.arrayContaining(seen));
  },
  120_000,
);
