/** A business file imported: once for every change, never in part, and never against bookings to come. */
import { randomUUID } from 'node:crypto';
import { createTenant } from '../../../models/createTenant';
import { loadBusiness } from '../../../models/loadBusiness';
import { listAccounts } from '../../../models/statements/accounts';
import { tenantBySlug } from '../../../models/statements/tenants';
import { demoBusinesses } from '../../../scripts/demo/businesses';
import { garage } from '../../../scripts/demo/garage';
import { salon } from '../../../scripts/demo/salon';
import { exportBusiness } from '../../../scripts/tenant/exportBusiness';
import { starterFile } from '../../../scripts/tenant/starter';
import { NOW } from '../data/support/tenant';
import { ownerOf, type Owner } from './support';

let owner: Owner;

afterEach(() => owner.database.close());

it.each(demoBusinesses)('what $slug exports imports to no change', async (definition) => {
  owner = await ownerOf(definition);
  const { yaml } = await exportBusiness(owner.database, definition.slug);
  expect(yaml).toBe(owner.file);
  expect(await owner.importText(yaml)).toMatchObject({ result: 'unchanged', changes: [] });
  expect(await owner.version()).toBe(1);
});

describe('a change', () => {
  beforeEach(async () => {
    owner = await ownerOf(garage);
  });

  it('is told, written once and nothing to do the second time', async () => {
    const changed = owner.file
      .replace('price: 89', 'price: 95.50')
      .replace('sat: 09:00-13:00', 'sat: 09:00-14:00');
    const hours = { 'mon-fri': '08:00-17:00' };
    const changes = [
      {
        path: 'branches.mitte.hours',
        before: { ...hours, sat: '09:00-13:00' },
        after: { ...hours, sat: '09:00-14:00' },
      },
      { path: 'services.oil-change.price', before: 89, after: 95.5 },
    ];
    expect(await owner.importText(changed)).toEqual({
      result: 'changed',
      tenant: 'garage',
      version: 2,
      changes,
      closedOut: [],
      beyondCapacity: [],
    });
    expect(await owner.importText(changed)).toMatchObject({ result: 'unchanged', version: 2 });
    const business = await loadBusiness(owner.database, owner.shop.tenant.tenantId);
    expect(business.services[0]).toMatchObject({ id: 'oil-change', price: 9550 });
    expect((await exportBusiness(owner.database, 'garage')).yaml).toBe(changed);
  });

  it('is only told with a dry run', async () => {
    const told = await owner.change('price: 89', 'price: 95', { dryRun: true });
    expect(told).toMatchObject({ result: 'would-change', changes: [{ path: 'services.oil-change.price' }] });
    expect(await owner.version()).toBe(1);
  });

  it('with a fault writes nothing', async () => {
    expect(await owner.change('price: 89', 'price: free')).toMatchObject({ result: 'refused' });
    expect(await owner.version()).toBe(1);
    expect((await exportBusiness(owner.database, 'garage')).yaml).toBe(owner.file);
  });

  it('imported five times at once is written once', async () => {
    const imports = await Promise.all([1, 2, 3, 4, 5].map(() => owner.change('price: 89', 'price: 95')));
    expect(imports.map(({ result }) => result).sort()).toEqual([
      'changed',
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(await owner.version()).toBe(2);
  });

  it('of anything a file can say is read back as it was written', async () => {
    const rich = owner.file
      .replace('branches:', 'holidays:\n  2027-12-25 to 2027-12-26: Christmas\n\nbranches:')
      .replace(
        '  hold: 5 min',
        '  hold: 10 min\n  customer-limits: { per-day: 2 }\n  assignment: least-busy\n  grid-offset: 5 min\n  quiet-hours: 20:30-07:00\n  waitlist-offer: 20 min\n  no-show-after: 10 min\n  estimate-valid: 30 days\n  order-stages: [ received, { id: polishing, name: { de: Politur, en: Polishing } }, ready ]',
      )
      .replace(
        '    branch: nord\n\nbays',
        '    branch: nord\n    hours:\n      mon-wed: 08:00-12:00, 13:00-15:00\n    exceptions:\n      2027-08-03 to 2027-08-14: closed\n      2027-08-16: { open: 09:00-10:00, reason: Late }\n    limits: { per-day: 6, per-week: 20 }\n\nbays',
      )
      .replace('    minutes: 45', '    minutes: 45\n    minutes-by-person: { tom: 60 }\n    buffer-before: 5')
      .replace('    price: 89', '    price: 89.99\n    deposit: 20 %\n    limits: { per-week: 12 }')
      .replace('needs: [ person, bay ]', 'needs: [ { person: [ tom, ali ] }, { bay: any, share: true } ]');
    const texts = `${rich.slice(0, rich.indexOf('\narticles:'))}\narticles:\n  payment: { de: Bar oder mit Karte., en: Cash or card. }\n  parking: |\n    Behind the house.\n    The first hour is free.\n`;
    expect(await owner.importText(texts)).toMatchObject({ result: 'changed' });
    expect(await owner.importText(texts)).toMatchObject({ result: 'unchanged' });
    expect(await loadBusiness(owner.database, owner.shop.tenant.tenantId)).toMatchObject({
      policy: {
        gridOffsetMinutes: 5,
        assignment: 'least-busy',
        customerLimits: { perDay: 2 },
        quietHours: { from: '20:30', to: '07:00' },
        waitlistOfferMinutes: 20,
        noShowGraceMinutes: 10,
        estimateDays: 30,
        orderStages: [
          { id: 'received' },
          { id: 'polishing', names: { de: 'Politur', en: 'Polishing' } },
          { id: 'ready' },
        ],
      },
      articles: [{ topic: 'payment', texts: { en: 'Cash or card.' } }, { topic: 'parking' }],
    });
    const { yaml } = await exportBusiness(owner.database, 'garage');
    expect(await owner.importText(yaml)).toMatchObject({ result: 'unchanged' });
    expect(await owner.change('hold: 5 min', 'hold: 5 min')).toMatchObject({ result: 'changed' });
    expect((await exportBusiness(owner.database, 'garage')).yaml).toBe(owner.file);
  });
});

describe('a new business', () => {
  it('is made by its file, and is bookable as the starter leaves it', async () => {
    owner = await ownerOf(salon);
    const text = starterFile({
      slug: 'corner',
      name: 'The Corner: "cuts" & more',
      language: 'de',
      country: 'DE',
      currency: 'EUR',
      zone: 'Europe/Berlin',
    });
    expect(await owner.importText(text, { dryRun: true })).toMatchObject({ result: 'would-create' });
    expect(await tenantBySlug(owner.database, 'corner')).toBeNull();
    expect(await owner.importText(text)).toMatchObject({ result: 'created', tenant: 'corner' });
    const tenant = await tenantBySlug(owner.database, 'corner');
    expect(await loadBusiness(owner.database, tenant?.tenantId ?? '')).toMatchObject({
      names: { de: 'The Corner: "cuts" & more' },
      services: [{ id: 'appointment', needs: [{ pool: ['first'] }] }],
    });
    expect(await owner.importText(text)).toMatchObject({ result: 'unchanged' });
  });
});

describe('numbers', () => {
  beforeEach(async () => {
    owner = await ownerOf(garage);
  });

  it('of another business are refused at their line', async () => {
    await createTenant(owner.database, salon, { tenantId: randomUUID(), at: NOW, newId: randomUUID });
    const refused = await owner.change(
      'twilio, account: ' + "'+493012345601'",
      "twilio, account: '+982112345602'",
    );
    expect(refused).toMatchObject({
      result: 'refused',
      problems: [{ path: 'channels.sms', rule: 'channels.sms: +982112345602 belongs to salon already.' }],
    });
  });

  it('that change keep the account, and all who wrote to it', async () => {
    await owner.shop.client();
    const ids = async (): Promise<unknown> =>
      owner.database.inTenant(owner.shop.tenant.tenantId, async (tx) =>
        (await listAccounts(tx)).map(({ id, channel }) => [channel, id]),
      );
    const before = await ids();
    expect(await owner.change("'+493012345601'", "'+493012345699'")).toMatchObject({ result: 'changed' });
    expect(await ids()).toEqual(before);
  });

  it('that customers wrote to are not taken away', async () => {
    await owner.shop.client();
    const refused = await owner.change("  sms: { provider: twilio, account: '+493012345601' }\n", '');
    expect(refused).toMatchObject({ result: 'hindered', refusals: [{ path: 'channels.sms' }] });
    expect(await owner.version()).toBe(1);
  });

  it('that the configuration brings along need not be in the file', async () => {
    const brought = { slug: 'garage', channel: 'sms', provider: 'twilio', account: '+493012345601' } as const;
    const line = "  sms: { provider: twilio, account: '+493012345601' }\n";
    expect(await owner.change(line, '', { configured: [brought] })).toMatchObject({ result: 'unchanged' });
    expect(await owner.change(line, '')).toMatchObject({ result: 'changed' });
  });
});
