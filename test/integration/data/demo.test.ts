/** The demo businesses: as users and outside checks were told they are, written once and read back whole. */
import { randomUUID } from 'node:crypto';
import { apiKeyHash } from '../../../models/apiKey';
import { createTenant } from '../../../models/createTenant';
import { loadBusiness } from '../../../models/loadBusiness';
import {
  accountByAddress,
  listTenants,
  tenantByApiKey,
  tenantBySlug,
} from '../../../models/statements/tenants';
import type { Database } from '../../../platform/database';
import type { Business } from '../../../scheduling/business';
import { durationOf } from '../../../scheduling/duration';
import { priceOf } from '../../../scheduling/price';
import { demoBusinesses } from '../../../scripts/demo/businesses';
import { seedDemo } from '../../../scripts/demo/seed';
import { testDatabase } from '../../setup/database';
import { NOW } from './support/tenant';

let database: Database;

async function business(slug: string): Promise<Business> {
  const tenant = await tenantBySlug(database, slug);
  return loadBusiness(database, tenant?.tenantId ?? '', tenant?.version);
}

/** Hours have no order of their own. */
function sorted<Shop extends Pick<Business, 'branches'>>(shop: Shop): Shop {
  const branches = shop.branches.map((branch) => ({
    ...branch,
    hours: [...branch.hours].sort((left, right) => left.weekday - right.weekday),
  }));
  return { ...shop, branches };
}

/** Each service as `minutes price`, in major units. */
function offer({ services, currency }: Business): Record<string, string> {
  const unit = currency === 'IRR' ? 1 : 100;
  return Object.fromEntries(
    services.map(({ id, minutes, price }) => [id, `${String(minutes)} ${String(price / unit)}`]),
  );
}

describe('seeding', () => {
  beforeEach(async () => {
    database = await testDatabase();
  });

  afterEach(() => database.close());

  it('writes the three into an empty database, once, also from several processes', async () => {
    const written = await Promise.all([1, 2, 3].map(() => seedDemo(database, NOW)));
    expect(written.flat().sort()).toEqual(['clinic', 'garage', 'salon']);
    expect(await seedDemo(database, NOW)).toEqual([]);
    expect((await listTenants(database)).map((tenant) => tenant.slug).sort()).toEqual([
      'clinic',
      'garage',
      'salon',
    ]);
  });

  it('makes a first start whole that was killed half way', async () => {
    const [garage] = demoBusinesses;
    if (!garage) throw new Error('no demo business');
    await createTenant(database, garage, { tenantId: randomUUID(), at: NOW, newId: randomUUID });
    expect(await seedDemo(database, NOW)).toEqual(['salon', 'clinic']);
  });

  it('leaves a database alone that holds somebody’s own business', async () => {
    const [garage] = demoBusinesses;
    if (!garage) throw new Error('no demo business');
    const own = { ...garage, slug: 'my-garage' };
    await createTenant(database, own, { tenantId: randomUUID(), at: NOW, newId: randomUUID });
    expect(await seedDemo(database, NOW)).toEqual([]);
  });
});

describe('a demo business', () => {
  beforeAll(async () => {
    database = await testDatabase();
    await seedDemo(database, NOW);
  });

  afterAll(() => database.close());

  it.each(demoBusinesses)('$slug is read back exactly as it was written down', async (written) => {
    const { accounts, apiKeyHash: hash, ...rest } = written;
    expect(await business(written.slug)).toEqual({
      ...sorted(rest),
      tenantId: expect.any(String) as string,
      version: 1,
    });
    expect(hash).toBe(apiKeyHash(`demo-${written.slug}`));
    expect(accounts.map((account) => account.channel).sort()).toEqual([
      'sms',
      'voice',
      'webchat',
      'whatsapp',
    ]);
  });

  it.each(demoBusinesses)(
    '$slug is found by its name, its key and its numbers',
    async ({ slug, accounts }) => {
      const tenant = await tenantBySlug(database, slug);
      expect(tenant).toMatchObject({ slug });
      expect(await tenantByApiKey(database, apiKeyHash(`demo-${slug}`))).toEqual(tenant);
      for (const { channel, account, provider } of accounts) {
        expect(await accountByAddress(database, channel, account)).toMatchObject({ slug, provider });
      }
    },
  );

  it('is nobody’s by a name, key or number that does not exist', async () => {
    expect(await tenantBySlug(database, 'none')).toBeNull();
    expect(await tenantByApiKey(database, apiKeyHash('demo-none'))).toBeNull();
    expect(await accountByAddress(database, 'sms', '+10000000000')).toBeNull();
  });
});

describe('what is offered', () => {
  beforeAll(async () => {
    database = await testDatabase();
    await seedDemo(database, NOW);
  });

  afterAll(() => database.close());

  it('in the garage takes one person and one bay, and longer for a van', async () => {
    const garage = await business('garage');
    expect(offer(garage)).toEqual({
      'oil-change': '45 89',
      'brake-check': '30 39',
      'tyre-change': '60 79',
      inspection: '90 129',
      'air-conditioning': '60 99',
      diagnosis: '30 49',
    });
    const buffers = garage.services.filter((service) => service.bufferAfter > 0);
    expect(buffers.map(({ id, bufferAfter }) => [id, bufferAfter])).toEqual([['tyre-change', 15]]);
    const needs = [
      { kind: 'person', whole: true, pool: ['ali', 'jana', 'tom'] },
      { kind: 'bay', whole: true, pool: ['lift-1', 'lift-2', 'lift-3'] },
    ];
    for (const service of garage.services) expect(service.needs).toEqual(needs);
    const [oil] = garage.services;
    if (!oil) throw new Error('no oil change');
    expect([durationOf(garage, oil, 'van'), priceOf(garage, oil, 'van')]).toEqual([75, 13_350]);
    expect(garage.policy).toMatchObject({
      gridMinutes: 15,
      minimumNoticeMinutes: 60,
      horizonDays: 60,
      holdMinutes: 5,
      freeCancellationMinutes: 1440,
      lateFeePercent: 30,
    });
  });

  it('in the salon takes the person who can do it', async () => {
    const salon = await business('salon');
    expect(offer(salon)).toEqual({
      haircut: '45 4500000',
      beard: '20 2000000',
      colour: '120 18000000',
      manicure: '45 3500000',
    });
    expect(salon.services.map((service) => service.needs.map((need) => need.pool))).toEqual([
      [['sara', 'neda', 'reza']],
      [['reza']],
      [['sara', 'neda']],
      [['neda']],
    ]);
    expect(salon.services.map((service) => service.depositPercent)).toEqual([0, 0, 30, 0]);
    expect(salon).toMatchObject({
      languages: ['fa', 'en'],
      calendar: 'jalali',
      weekStart: 6,
      currency: 'IRR',
    });
    expect(salon.policy).toMatchObject({
      minimumNoticeMinutes: 30,
      horizonDays: 45,
      freeCancellationMinutes: 720,
      lateFeePercent: 20,
    });
  });

  it('in the clinic takes a doctor and a whole room, and a vaccination one of five seats', async () => {
    const clinic = await business('clinic');
    expect(offer(clinic)).toEqual({
      'check-up': '20 400',
      'dental-cleaning': '30 600',
      vaccination: '10 250',
      consultation: '30 500',
    });
    const room = { kind: 'room', whole: true, pool: ['room-1', 'room-2'] };
    const by = (...pool: string[]): object[] => [{ kind: 'person', whole: true, pool }, room];
    expect(clinic.services.map((service) => service.needs)).toEqual([
      by('mona'),
      by('karim'),
      [{ kind: 'room', whole: false, pool: ['room-2'] }],
      by('mona', 'karim'),
    ]);
    expect(clinic.resources.find((resource) => resource.id === 'room-2')?.capacity).toBe(5);
    expect(clinic).toMatchObject({ sensitive: true, languages: ['ar', 'en'], currency: 'EGP' });
    expect(clinic.policy).toMatchObject({ gridMinutes: 10, freeCancellationMinutes: null });
  });
});
