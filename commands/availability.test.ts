/** Availability as the commands give it: what is taken is left out, what lapsed is not. */
import type { Database } from '../platform/database';
import { toInstant } from '../scheduling/zone';
import { bookedBy, heldBy, Shop } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import type { AvailabilityInput, AvailabilityResult, TimeSlotView } from './types';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
});

function minute(local: string): number {
  const instant = toInstant(local, 'Europe/Berlin');
  return instant.kind === 'exact' ? instant.minute : Number.NaN;
}

const AT_NORD: AvailabilityInput = {
  service: 'brake-check',
  branch: 'nord',
  from: minute('2027-03-29T10:00'),
  to: minute('2027-03-29T11:01'),
};

async function ask(given: Partial<AvailabilityInput> = {}): Promise<AvailabilityResult> {
  const input = { ...AT_NORD, ...given };
  return shop.as(await shop.client(), (commands) => commands.availability(input));
}

async function starts(given?: Partial<AvailabilityInput>): Promise<string[]> {
  const result = await ask(given);
  const slots: readonly TimeSlotView[] = result.kind === 'slots' ? result.slots : [];
  return slots.map((slot) => slot.start.slice(11));
}

it('leaves out what is booked or held, until the hold ends', async () => {
  await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T10:00' });
  await heldBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T10:30' });
  expect(await starts()).toEqual(['11:00']);
  shop.clock.advance(300_000);
  expect(await starts()).toEqual(['10:30', '10:45', '11:00']);
});

it('names the people free at each start, of every branch when none is said', async () => {
  await bookedBy(shop, await shop.client(), { person: 'ali' });
  const anywhere = { service: 'brake-check', from: AT_NORD.from, to: AT_NORD.from + 1 };
  const result = await shop.as(await shop.client(), (commands) => commands.availability(anywhere));
  expect(result).toMatchObject({
    kind: 'slots',
    slots: [
      { start: '2027-03-29T10:00', end: '2027-03-29T10:30', branch: 'mitte', people: ['jana'] },
      { start: '2027-03-29T10:00', branch: 'nord', people: ['tom'] },
    ],
  });
});

it('reckons with the longer time of a van', async () => {
  await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T10:45' });
  expect(await starts({ to: minute('2027-03-29T10:16') })).toEqual(['10:00', '10:15']);
  expect(await starts({ to: minute('2027-03-29T10:16'), assetClass: 'van' })).toEqual(['10:00']);
});

it('refuses ids that are none', async () => {
  expect(await ask({ service: 'haircut' })).toMatchObject({ refusal: { rule: 'unknown-service' } });
  expect(await ask({ branch: 'west' })).toMatchObject({ refusal: { rule: 'unknown-branch' } });
  expect(await ask({ person: 'max' })).toMatchObject({ refusal: { rule: 'unknown-resource' } });
});
