/** A business written over one that is there already: what is gone is retired, so that old bookings keep what they name. */
import type { Tx } from '../../platform/database';
import type { BusinessDefinition } from '../businessDefinition';
import { storableJson } from '../storable';
import { ARTICLES } from './articles';
import { BRANCHES, EXCEPTIONS, HOURS, POOLS, REQUIREMENTS, RESOURCES, SERVICES } from './businessParts';

const TENANT = `
UPDATE tenants AS t SET names = one.names, languages = one.languages, currency = one.currency, country = one.country,
  calendar = one.calendar, week_start = one."weekStart", sensitive = one.sensitive, policy = one.policy,
  assets = nullif(one.assets, 'null')
FROM jsonb_to_record($2::jsonb) AS one (names jsonb, languages text[], currency text, country text, calendar text,
  "weekStart" smallint, sensitive boolean, policy jsonb, assets jsonb)
WHERE t.tenant_id = $1`;

const OVER_BRANCHES = `${BRANCHES}
ON CONFLICT (tenant_id, id) DO UPDATE SET names = excluded.names, zone = excluded.zone, address = excluded.address,
  position = excluded.position, retired = false`;

const OVER_RESOURCES = `${RESOURCES}
ON CONFLICT (tenant_id, id) DO UPDATE SET branch_id = excluded.branch_id, kind = excluded.kind, names = excluded.names,
  capacity = excluded.capacity, position = excluded.position, terms = excluded.terms, retired = false`;

const OVER_SERVICES = `${SERVICES}
ON CONFLICT (tenant_id, id) DO UPDATE SET names = excluded.names, synonyms = excluded.synonyms, minutes = excluded.minutes,
  buffer_before = excluded.buffer_before, buffer_after = excluded.buffer_after, price = excluded.price,
  deposit_percent = excluded.deposit_percent, position = excluded.position, terms = excluded.terms, retired = false`;

/** Those that the definition does not name any more. */
function retire(table: string): string {
  return `
UPDATE ${table} AS kept SET retired = true WHERE kept.tenant_id = $1 AND NOT kept.retired AND NOT EXISTS (
  SELECT FROM jsonb_array_elements($2::jsonb -> '${table}') AS one WHERE one ->> 'id' = kept.id)`;
}

/** What no booking refers to is simply written anew; $2 is not needed, but all have the same two parameters. */
function clear(table: string): string {
  return `DELETE FROM ${table} WHERE tenant_id = $1 AND $2::jsonb IS NOT NULL`;
}

/** In this order: the tables that others refer to before those that refer to them. */
const STEPS: readonly (readonly [name: string, text: string])[] = [
  ['tenant', TENANT],
  ['branches', OVER_BRANCHES],
  ['resources', OVER_RESOURCES],
  ['services', OVER_SERVICES],
  ['retire-services', retire('services')],
  ['retire-resources', retire('resources')],
  ['retire-branches', retire('branches')],
  ['clear-hours', clear('opening_hours')],
  ['clear-exceptions', clear('hours_exceptions')],
  ['clear-requirements', clear('requirements')],
  ['clear-articles', clear('articles')],
  ['articles', ARTICLES],
  ['hours', HOURS],
  ['exceptions', EXCEPTIONS],
  ['requirements', REQUIREMENTS],
  ['pools', POOLS],
];

/**
 * Writes all of the definition but its slug, its key and its accounts. Only after `beginChange` in the same transaction, which
 * keeps bookings waiting and raises the version.
 */
export async function overwriteBusiness(tx: Tx, definition: BusinessDefinition): Promise<void> {
  const json = storableJson(definition);
  for (const [name, text] of STEPS) {
    await tx.query({ name: `overwrite-business-${name}`, text }, [tx.tenantId, json]);
  }
}
