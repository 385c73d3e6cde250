/** A message off the wire stored once and in order, and the lease under which a turn reads what is pending. */
import { definers } from './migration';

/**
 * Two first messages at once meet at the lock of their address; a repeat is seen either at once or behind the lock of its
 * conversation. Answers {kind: stored | repeated, conversationId, number}.
 */
const receive = `
DECLARE
  v_tenant uuid := p ->> 'tenantId';
  v_account uuid := p ->> 'channelAccountId';
  v_provider_id text := p ->> 'providerId';
  v_received timestamptz := instant((p ->> 'receivedAt')::bigint);
  v_conversation uuid;
  v_number integer;
BEGIN
  SELECT c.id INTO v_conversation FROM addresses AS a JOIN conversations AS c ON c.tenant_id = a.tenant_id AND c.address_id = a.id
  WHERE a.tenant_id = v_tenant AND a.channel_account_id = v_account AND a.address = p ->> 'address';
  IF NOT FOUND THEN
    v_conversation := system.open_conversation(p);
  END IF;

  UPDATE conversations SET next_number = next_number + 1 WHERE tenant_id = v_tenant AND id = v_conversation
    AND NOT EXISTS (SELECT FROM inbound
      WHERE tenant_id = v_tenant AND channel_account_id = v_account AND provider_id = v_provider_id)
  RETURNING next_number - 1 INTO v_number;
  -- Under the lock of the conversation, with eyes that have seen what was stored while waiting for it.
  IF NOT FOUND OR EXISTS (SELECT FROM inbound
      WHERE tenant_id = v_tenant AND channel_account_id = v_account AND provider_id = v_provider_id) THEN
    IF v_number IS NOT NULL THEN
      UPDATE conversations SET next_number = v_number WHERE tenant_id = v_tenant AND id = v_conversation;
    END IF;
    RETURN (SELECT jsonb_build_object('kind', 'repeated', 'conversationId', conversation_id, 'number', number) FROM inbound
      WHERE tenant_id = v_tenant AND channel_account_id = v_account AND provider_id = v_provider_id);
  END IF;

  INSERT INTO messages (tenant_id, conversation_id, number, author, kind, text, details, handed_at, created_at)
  VALUES (v_tenant, v_conversation, v_number, 'customer', p ->> 'kind', p ->> 'text', nullif(p -> 'details', 'null'),
    v_received, v_received);
  INSERT INTO inbound (tenant_id, channel_account_id, provider_id, conversation_id, number, sent_at, received_at)
  VALUES (v_tenant, v_account, v_provider_id, v_conversation, v_number, instant((p ->> 'sentAt')::bigint), v_received);
  RETURN jsonb_build_object('kind', 'stored', 'conversationId', v_conversation, 'number', v_number);
END`;

const open = `
DECLARE
  v_tenant uuid := p ->> 'tenantId';
  v_account uuid := p ->> 'channelAccountId';
  v_at timestamptz := instant((p ->> 'receivedAt')::bigint);
  v_customer uuid := p -> 'newIds' ->> 'customer';
  v_address uuid;
  v_conversation uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('address/' || v_account::text || '/' || (p ->> 'address'), 0));
  SELECT a.id, c.id INTO v_address, v_conversation FROM addresses AS a
  LEFT JOIN conversations AS c ON c.tenant_id = a.tenant_id AND c.address_id = a.id
  WHERE a.tenant_id = v_tenant AND a.channel_account_id = v_account AND a.address = p ->> 'address';
  IF v_address IS NULL THEN
    v_address := p -> 'newIds' ->> 'address';
    INSERT INTO customers (tenant_id, id, created_at) VALUES (v_tenant, v_customer, v_at);
    INSERT INTO addresses (tenant_id, id, channel_account_id, channel, address, customer_id, proven, created_at)
    VALUES (v_tenant, v_address, v_account, p ->> 'channel', p ->> 'address', v_customer, (p ->> 'proven')::boolean, v_at);
  END IF;
  IF v_conversation IS NULL THEN
    v_conversation := p -> 'newIds' ->> 'conversation';
    INSERT INTO conversations (tenant_id, id, address_id, channel, created_at)
    VALUES (v_tenant, v_conversation, v_address, p ->> 'channel', v_at);
  END IF;
  RETURN v_conversation;
END`;

/** Answers {kind: leased, loaded} or {kind: busy | nothing}: one round trip from the bell to all that a turn starts from. */
const lease = `
DECLARE
  v_loaded jsonb;
BEGIN
  IF NOT EXISTS (SELECT FROM inbound WHERE tenant_id = p_tenant AND conversation_id = p_conversation AND status = 'pending') THEN
    RETURN '{"kind": "nothing"}';
  END IF;
  INSERT INTO leases AS l (tenant_id, conversation_id, token, until) VALUES (p_tenant, p_conversation, p_token, instant(p_until))
  ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET token = excluded.token, until = excluded.until
  WHERE l.until <= instant(p_now) OR l.token = excluded.token;
  IF NOT FOUND THEN
    RETURN '{"kind": "busy"}';
  END IF;
  v_loaded := system.load_conversation(p_tenant, p_conversation);
  IF jsonb_array_length(v_loaded -> 'pending') = 0 THEN
    DELETE FROM leases WHERE tenant_id = p_tenant AND conversation_id = p_conversation AND token = p_token;
    RETURN '{"kind": "nothing"}';
  END IF;
  RETURN jsonb_build_object('kind', 'leased', 'loaded', v_loaded);
END`;

/** The shape of `LoadedConversation` in models/records.ts. */
const load = `
SELECT jsonb_build_object('tenantId', c.tenant_id, 'conversationId', c.id, 'addressId', a.id, 'address', a.address,
  'channel', c.channel, 'account', ca.account, 'owner', c.owner, 'fence', c.fence, 'version', c.version, 'turn', c.turn,
  'nextNumber', c.next_number, 'language', c.language, 'talk', c.talk, 'optedOut', a.opted_out_at IS NOT NULL,
  'askedHandedAt', (SELECT millis(m.handed_at) FROM messages AS m WHERE m.tenant_id = c.tenant_id
    AND m.conversation_id = c.id AND m.number = (c.talk -> 'asked' ->> 'number')::integer),
  'tenantVersion', (SELECT t.version FROM tenants AS t WHERE t.tenant_id = c.tenant_id),
  'customer', jsonb_build_object('id', u.id, 'name', u.name, 'language', u.language,
    'phone', coalesce((SELECT n.address FROM addresses AS n WHERE n.tenant_id = u.tenant_id AND n.customer_id = u.id
      AND n.proven AND n.address LIKE '+%' ORDER BY n.id = a.id DESC, n.created_at LIMIT 1), u.contact_phone),
    'assets', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'label', s.label, 'class', s.class, 'plate', s.plate)
      ORDER BY s.created_at, s.id), '[]') FROM assets AS s WHERE s.tenant_id = c.tenant_id AND s.customer_id = u.id)),
  'pending', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', i.number, 'kind', m.kind, 'text', m.text,
      'details', m.details, 'sentAt', millis(i.sent_at), 'receivedAt', millis(i.received_at), 'attempts', i.attempts)
      ORDER BY i.sent_at, i.number), '[]')
    FROM (SELECT * FROM inbound AS p WHERE p.tenant_id = c.tenant_id AND p.conversation_id = c.id AND p.status = 'pending'
      ORDER BY p.sent_at, p.number LIMIT 50) AS i
    JOIN messages AS m ON m.tenant_id = i.tenant_id AND m.conversation_id = i.conversation_id AND m.number = i.number))
FROM conversations AS c
JOIN addresses AS a ON a.tenant_id = c.tenant_id AND a.id = c.address_id
JOIN channel_accounts AS ca ON ca.tenant_id = a.tenant_id AND ca.id = a.channel_account_id
JOIN customers AS u ON u.tenant_id = a.tenant_id AND u.id = a.customer_id
WHERE c.tenant_id = p_tenant AND c.id = p_conversation;`;

export const inbound = definers('0015-inbound', [
  { name: 'open_conversation', takes: 'p jsonb', returns: 'uuid', body: open },
  { name: 'receive_inbound', takes: 'p jsonb', returns: 'jsonb', body: receive },
  {
    name: 'load_conversation',
    takes: 'p_tenant uuid, p_conversation uuid',
    returns: 'jsonb',
    language: 'sql',
    body: load,
  },
  {
    name: 'lease_and_load',
    takes: 'p_tenant uuid, p_conversation uuid, p_token uuid, p_now bigint, p_until bigint',
    returns: 'jsonb',
    body: lease,
  },
  {
    name: 'release_lease',
    takes: 'p_tenant uuid, p_conversation uuid, p_token uuid',
    returns: 'void',
    language: 'sql',
    body: 'DELETE FROM leases WHERE tenant_id = p_tenant AND conversation_id = p_conversation AND token = p_token;',
  },
  {
    // What a sweep finds again when a bell was lost: messages that have waited, in conversations nobody holds.
    name: 'conversations_with_pending',
    takes: 'p_now bigint, p_received_before bigint, p_limit integer',
    returns: 'TABLE (tenant_id uuid, conversation_id uuid)',
    language: 'sql',
    body: `
SELECT i.tenant_id, i.conversation_id FROM inbound AS i
WHERE i.status = 'pending' AND i.received_at <= instant(p_received_before)
  AND NOT EXISTS (SELECT FROM leases AS l WHERE l.tenant_id = i.tenant_id AND l.conversation_id = i.conversation_id
    AND l.until > instant(p_now))
GROUP BY i.tenant_id, i.conversation_id ORDER BY min(i.received_at) LIMIT p_limit;`,
  },
]);
