/** A whole business read in one statement and written in one. */
import type { Tx } from '../../platform/database';
import type { BusinessDefinition, TenantBusiness } from '../businessDefinition';
import { storableJson } from '../storable';
import { ARTICLES, ARTICLES_OF_TENANT } from './articles';
import { BRANCHES, EXCEPTIONS, HOURS, POOLS, REQUIREMENTS, RESOURCES, SERVICES } from './businessParts';

const READ = {
  name: 'read-business',
  text: `
SELECT jsonb_build_object('tenantId', t.tenant_id, 'slug', t.slug, 'version', t.version, 'names', t.names,
  'languages', t.languages, 'currency', t.currency, 'country', t.country, 'calendar', t.calendar, 'weekStart', t.week_start,
  'sensitive', t.sensitive, 'policy', t.policy, 'assets', t.assets,
  'branches', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'names', b.names, 'zone', b.zone,
      'address', b.address,
      'hours', (SELECT coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.from_minute, 'to', h.to_minute)
          ORDER BY h.weekday, h.from_minute), '[]')
        FROM opening_hours AS h WHERE h.tenant_id = t.tenant_id AND h.branch_id = b.id),
      'exceptions', (SELECT coalesce(jsonb_agg(jsonb_build_object('date', e.day, 'open', e.open, 'reason', e.reason)
          ORDER BY e.day), '[]')
        FROM hours_exceptions AS e WHERE e.tenant_id = t.tenant_id AND e.branch_id = b.id))
      ORDER BY b.position, b.id), '[]') FROM branches AS b
    WHERE b.tenant_id = t.tenant_id AND NOT b.retired),
  'resources', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'names', r.names,
      'branch', r.branch_id, 'capacity', r.capacity) || r.terms ORDER BY r.position, r.id), '[]')
    FROM resources AS r WHERE r.tenant_id = t.tenant_id AND NOT r.retired),
  'services', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'names', s.names, 'synonyms', s.synonyms,
      'minutes', s.minutes, 'bufferBefore', s.buffer_before, 'bufferAfter', s.buffer_after, 'price', s.price,
      'depositPercent', s.deposit_percent,
      'needs', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'whole', n.whole,
          'pool', (SELECT coalesce(jsonb_agg(p.resource_id ORDER BY p.preference), '[]') FROM requirement_pool AS p
            WHERE p.tenant_id = t.tenant_id AND p.service_id = s.id AND p.requirement = n.position))
          ORDER BY n.position), '[]')
        FROM requirements AS n WHERE n.tenant_id = t.tenant_id AND n.service_id = s.id)) || s.terms
      ORDER BY s.position, s.id), '[]') FROM services AS s
    WHERE s.tenant_id = t.tenant_id AND NOT s.retired),
  'articles', ${ARTICLES_OF_TENANT}) AS business
FROM tenants AS t WHERE t.tenant_id = $1`,
};

/** The business of the transaction's tenant; null where there is no such tenant. */
export async function readBusiness(tx: Tx): Promise<TenantBusiness | null> {
  const [row] = await tx.query<{ business: TenantBusiness }>(READ, [tx.tenantId]);
  return row?.business ?? null;
}

const WRITE = {
  name: 'write-business',
  text: `
WITH tenant AS (
  INSERT INTO tenants (tenant_id, slug, names, languages, currency, country, calendar, week_start, sensitive, policy, assets,
    api_key_hash, created_at)
  SELECT $1, slug, names, languages, currency, country, calendar, "weekStart", sensitive, policy, nullif(assets, 'null'),
    "apiKeyHash", instant($3)
  FROM jsonb_to_record($2) AS one (slug text, names jsonb, languages text[], currency text, country text, calendar text,
    "weekStart" smallint, sensitive boolean, policy jsonb, assets jsonb, "apiKeyHash" text)
), accounts AS (
  INSERT INTO channel_accounts (tenant_id, id, channel, provider, account)
  SELECT $1, id, channel, provider, account
  FROM jsonb_to_recordset($2 -> 'accounts') AS one (id uuid, channel text, provider text, account text)
), branch AS (${BRANCHES}), hours AS (${HOURS}), exceptions AS (${EXCEPTIONS}), resource AS (${RESOURCES}),
service AS (${SERVICES}), article AS (${ARTICLES}), requirement AS (${REQUIREMENTS})
${POOLS}`,
};

/**
 * Writes a business that is not there yet as the transaction's tenant: one round trip.
 * @param ids one for each account, in their order
 * @param at when it was made, milliseconds
 */
export async function writeBusiness(
  tx: Tx,
  definition: BusinessDefinition,
  ids: readonly string[],
  at: number,
): Promise<void> {
  const accounts = definition.accounts.map((account, index) => ({ ...account, id: ids[index] }));
  await tx.query(WRITE, [tx.tenantId, storableJson({ ...definition, accounts }), at]);
}

const CHANGE = {
  name: 'change-business',
  text: `
WITH locked AS (SELECT lock_business($1, true))
UPDATE tenants SET version = version + 1 FROM locked WHERE tenant_id = $1 RETURNING version`,
};

/**
 * First statement of every change of hours, prices, people or rules: waits until nobody is booking, and keeps bookings waiting
 * until the change is committed; they then reckon anew. Answers the new version.
 */
export async function beginChange(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ version: number }>(CHANGE, [tx.tenantId]);
  if (!row) throw new Error(`there is no tenant ${tx.tenantId}`);
  return row.version;
}
