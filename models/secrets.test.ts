/** A tenant's own secrets: kept sealed, read by it alone and with the right key alone. */
import type { Database } from '../platform/database';
import { testDatabase } from '../test/setup/database';
import { newTenant, NOW, rowsOf } from '../test/integration/data/support/tenant';
import type { MadeTenant } from './createTenant';
import { forgetSecret, keepSecret, readProviders, readSecrets, secretNames } from './secrets';

const KEY = Buffer.alloc(32, 1);
const VALUE = 'rotated-1, rotated-2';

let database: Database;
let tenant: MadeTenant;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  tenant = await newTenant(database);
  await keep(tenant, VALUE);
});

function keep({ tenantId }: MadeTenant, value: string, key = KEY): Promise<void> {
  return database.inTenant(tenantId, (tx) =>
    keepSecret(tx, key, { name: 'TWILIO_AUTH_TOKEN', value, at: NOW }),
  );
}

it('a secret is read back by its tenant, and told by its name alone', async () => {
  const { tenantId } = tenant;
  expect(await database.inTenant(tenantId, (tx) => readSecrets(tx, KEY))).toEqual({
    TWILIO_AUTH_TOKEN: VALUE,
  });
  expect(await database.inTenant(tenantId, secretNames)).toEqual(['TWILIO_AUTH_TOKEN']);
});

it('its providers are those of a configuration with these variables', async () => {
  const providers = await database.inTenant(tenant.tenantId, (tx) => readProviders(tx, KEY));
  expect(providers.twilio).toEqual({
    accountSid: undefined,
    authTokens: ['rotated-1', 'rotated-2'],
    from: undefined,
    baseUrl: 'https://api.twilio.com',
  });
});

it('the database holds nothing that can be read', async () => {
  const rows = await rowsOf(database, tenant, 'SELECT * FROM secrets');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('rotated');
});

it('another tenant has none of it, and cannot open it even where its row were copied', async () => {
  const other = await newTenant(database);
  expect(await database.inTenant(other.tenantId, (tx) => readSecrets(tx, KEY))).toEqual({});
  const [row] = await rowsOf<{ key_id: string; box: string }>(
    database,
    tenant,
    'SELECT key_id, box FROM secrets',
  );
  const copy = `INSERT INTO secrets (tenant_id, name, key_id, box, changed_at) VALUES ($1, 'TWILIO_AUTH_TOKEN', $2, $3, instant($4))`;
  await rowsOf(database, other, copy, [other.tenantId, row?.key_id, row?.box, NOW]);
  await expect(database.inTenant(other.tenantId, (tx) => readSecrets(tx, KEY))).rejects.toMatchObject({
    code: 'damaged-secret',
  });
});

it('a key that is not the one it was sealed with is named as the reason, and setting it again helps', async () => {
  const { tenantId } = tenant;
  const next = Buffer.alloc(32, 2);
  await expect(database.inTenant(tenantId, (tx) => readSecrets(tx, next))).rejects.toMatchObject({
    code: 'other-secret-key',
    message: expect.stringContaining('TWILIO_AUTH_TOKEN was sealed with another SECRET_KEY'),
  });
  await keep(tenant, 'anew', next);
  expect(await database.inTenant(tenantId, (tx) => readSecrets(tx, next))).toEqual({
    TWILIO_AUTH_TOKEN: 'anew',
  });
});

it('one that is taken away is gone, and taking it away again says so', async () => {
  const forget = (): Promise<boolean> =>
    database.inTenant(tenant.tenantId, (tx) => forgetSecret(tx, 'TWILIO_AUTH_TOKEN'));
  expect([await forget(), await forget()]).toEqual([true, false]);
  expect(await database.inTenant(tenant.tenantId, secretNames)).toEqual([]);
});
