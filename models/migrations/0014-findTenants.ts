/** Whose it is: a tenant by its slug, its key, or the number that was written to. Definer functions: no tenant is set yet. */
import { definers } from './migration';

export const findTenants = definers('0014-findTenants', [
  {
    name: 'tenant_by_slug',
    takes: 'p_slug text',
    returns: 'TABLE (tenant_id uuid, slug text, version integer)',
    language: 'sql',
    body: 'SELECT tenant_id, slug, version FROM tenants WHERE slug = p_slug;',
  },
  {
    name: 'tenant_by_api_key',
    takes: 'p_hash text',
    returns: 'TABLE (tenant_id uuid, slug text, version integer)',
    language: 'sql',
    body: 'SELECT tenant_id, slug, version FROM tenants WHERE api_key_hash = p_hash;',
  },
  {
    name: 'list_tenants',
    takes: '',
    returns: 'TABLE (tenant_id uuid, slug text, names jsonb, languages text[], version integer)',
    language: 'sql',
    body: 'SELECT tenant_id, slug, names, languages, version FROM tenants ORDER BY created_at, slug;',
  },
  {
    // A number that two businesses claim belongs to neither.
    name: 'account_by_address',
    takes: 'p_channel text, p_account text',
    returns: 'TABLE (tenant_id uuid, channel_account_id uuid, provider text, slug text)',
    language: 'sql',
    body: `
SELECT (array_agg(a.tenant_id))[1], (array_agg(a.id))[1], min(a.provider), min(t.slug)
FROM channel_accounts AS a JOIN tenants AS t ON t.tenant_id = a.tenant_id
WHERE a.channel = p_channel AND a.account = p_account
HAVING count(*) = 1;`,
  },
]);
