/** A small studio, so small that its customers are always in each other's way: two people, and a room whose seats grow and shrink. */
import { randomUUID } from 'node:crypto';
import type { BusinessDefinition } from '../../models/businessDefinition';
import { createTenant } from '../../models/createTenant';
import type { Database } from '../../platform/database';
import { garage } from '../../scripts/demo/garage';
import { businessFileText } from '../../scripts/tenant/file/write';
import { importBusiness, type Imported } from '../../scripts/tenant/importBusiness';
import { Shop } from '../integration/data/support/shop';
import { NOW } from '../integration/data/support/tenant';

export const BRANCH = 'hall';
export const ROOM = 'room';
export const MOST_SEATS = 3;
export const HOLD_MINUTES = 5;
export const HOLDS_PER_CUSTOMER = 2;

/** What a service takes: one unit of one resource of each pool. */
export interface Offer {
  readonly minutes: number;
  readonly before: number;
  readonly after: number;
  readonly pools: readonly (readonly string[])[];
}

export const OFFERS: Readonly<Record<string, Offer>> = {
  cut: { minutes: 30, before: 0, after: 15, pools: [['ann', 'bob']] },
  lesson: { minutes: 45, before: 10, after: 5, pools: [['ann'], [ROOM]] },
  seat: { minutes: 60, before: 0, after: 0, pools: [[ROOM]] },
};

/** Monday and Tuesday of the week after next; a quarter of an hour apart, so that most of them overlap. */
export const STARTS: readonly string[] = ['2027-04-05', '2027-04-06'].flatMap((day) =>
  ['09', '10', '11'].flatMap((hour) => ['00', '15', '30', '45'].map((minute) => `${day}T${hour}:${minute}`)),
);

function definition(slug: string, seats: number): BusinessDefinition {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 480, to: 1080 }));
  const resource = (
    id: string,
    kind: 'person' | 'room',
    capacity: number,
  ): BusinessDefinition['resources'][number] => ({
    id,
    kind,
    names: { en: id },
    branch: BRANCH,
    capacity,
  });
  return {
    ...garage,
    slug,
    names: { en: 'Studio' },
    languages: ['en'],
    apiKeyHash: undefined,
    assets: null,
    accounts: garage.accounts
      .filter(({ channel }) => channel === 'sms')
      .map((each) => ({ ...each, account: '+493012345699' })),
    policy: {
      gridMinutes: 15,
      minimumNoticeMinutes: 60,
      horizonDays: 60,
      holdMinutes: HOLD_MINUTES,
      holdsPerCustomer: HOLDS_PER_CUSTOMER,
      freeCancellationMinutes: null,
      lateFeePercent: 0,
    },
    branches: [
      { id: BRANCH, names: { en: 'Hall' }, zone: 'Europe/Berlin', address: 'Hall 1', hours, exceptions: [] },
    ],
    resources: [resource('ann', 'person', 1), resource('bob', 'person', 1), resource(ROOM, 'room', seats)],
    services: Object.entries(OFFERS).map(([id, offer]) => ({
      id,
      names: { en: id },
      synonyms: {},
      minutes: offer.minutes,
      bufferBefore: offer.before,
      bufferAfter: offer.after,
      price: 1000,
      depositPercent: 0,
      needs: offer.pools.map((pool) => ({
        kind: pool.includes(ROOM) ? 'room' : 'person',
        whole: false,
        pool,
      })),
    })),
  };
}

export interface Studio {
  readonly shop: Shop;
  /** The owner imports the business with so many seats. */
  setSeats(seats: number): Promise<Imported>;
}

export async function openStudio(database: Database): Promise<Studio> {
  const slug = `studio-${randomUUID().slice(0, 8)}`;
  const making = { tenantId: randomUUID(), at: NOW, newId: randomUUID };
  const shop = Shop.of(database, await createTenant(database, definition(slug, MOST_SEATS), making));
  return {
    shop,
    setSeats: (seats) =>
      importBusiness(database, {
        text: businessFileText(definition(slug, seats)),
        at: shop.clock.now(),
        dryRun: false,
        configured: [],
      }),
  };
}
