/** Whose waitlist has work: what the job asks across tenants. */
import { definers } from './migration';

export const waitlistDue = definers('0022-waitlistDue', [
  {
    name: 'tenants_with_freed_time',
    takes: 'p_now bigint, p_limit integer',
    returns: 'TABLE (tenant_id uuid)',
    language: 'sql',
    body: `
SELECT f.tenant_id FROM freed_time AS f WHERE f.due_at IS NULL OR f.due_at <= instant(p_now)
UNION
SELECT o.tenant_id FROM waitlist_offers AS o WHERE o.state = 'open' AND o.expires_at <= instant(p_now)
UNION
SELECT w.tenant_id FROM waitlist AS w WHERE w.state = 'waiting' AND w.until_minute <= p_now / 60000
LIMIT p_limit;`,
  },
]);
