/** What a web visitor's stream asks again and again, in one round trip each. */
import { definers } from './migration';

export const webchat = definers('0017-webchat', [
  {
    name: 'seen_webchat',
    takes: 'p_tenant uuid, p_conversation uuid',
    returns: 'TABLE (address text, last_number integer, names jsonb, languages text[])',
    language: 'sql',
    body: `
SELECT a.address, c.next_number - 1, t.names, t.languages FROM conversations AS c
JOIN addresses AS a ON a.tenant_id = c.tenant_id AND a.id = c.address_id
JOIN tenants AS t ON t.tenant_id = c.tenant_id
WHERE c.tenant_id = p_tenant AND c.id = p_conversation AND c.channel = 'webchat';`,
  },
  {
    // What the desk alone may read is not for visitors.
    name: 'visible_messages_after',
    takes: 'p_tenant uuid, p_conversation uuid, p_number integer, p_limit integer',
    returns: 'TABLE (number integer, author text, kind text, text text, details jsonb, created_at bigint)',
    language: 'sql',
    body: `
SELECT m.number, m.author, m.kind, m.text, m.details, millis(m.created_at) FROM messages AS m
WHERE m.tenant_id = p_tenant AND m.conversation_id = p_conversation AND m.number > p_number AND m.author <> 'system'
ORDER BY m.number LIMIT p_limit;`,
  },
]);
