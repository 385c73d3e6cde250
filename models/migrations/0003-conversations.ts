/** What is said: conversations, their leases, messages, what came in, what goes out, and the journal. */
import type { Migration } from './migration';

const up = `
CREATE TABLE conversations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  address_id uuid NOT NULL,
  channel text NOT NULL,
  owner text NOT NULL DEFAULT 'bot' CHECK (owner IN ('bot', 'agent', 'closed')),
  -- raised by a takeover: replies made before it are not sent
  fence integer NOT NULL DEFAULT 0,
  language text,
  -- the talk as dialogs/talk.ts describes it; null before the first turn
  talk jsonb,
  version integer NOT NULL DEFAULT 0,
  turn integer NOT NULL DEFAULT 0,
  next_number integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, address_id),
  FOREIGN KEY (tenant_id, address_id) REFERENCES addresses
);

-- Not logged: a lease that a crash forgets is a lease that ended.
CREATE UNLOGGED TABLE leases (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  token uuid NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id)
);

CREATE TABLE messages (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  number integer NOT NULL,
  author text NOT NULL CHECK (author IN ('customer', 'bot', 'agent', 'system')),
  kind text NOT NULL DEFAULT 'text',
  text text NOT NULL,
  -- choices offered, a button's payload, the client's own id
  details jsonb,
  turn integer,
  -- when it reached the wire (bot, agent) or us (customer)
  handed_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, number),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations
);

CREATE TABLE inbound (
  tenant_id uuid NOT NULL,
  channel_account_id uuid NOT NULL,
  provider_id text NOT NULL,
  conversation_id uuid NOT NULL,
  number integer NOT NULL,
  -- the provider's time, or ours where the wire does not say
  sent_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'handled', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  error text,
  PRIMARY KEY (tenant_id, channel_account_id, provider_id),
  FOREIGN KEY (tenant_id, channel_account_id) REFERENCES channel_accounts,
  FOREIGN KEY (tenant_id, conversation_id, number) REFERENCES messages
);
CREATE INDEX inbound_pending ON inbound (tenant_id, conversation_id, sent_at, number) WHERE status = 'pending';
CREATE INDEX inbound_due ON inbound (received_at) WHERE status = 'pending';

CREATE TABLE journal (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn integer NOT NULL,
  at timestamptz NOT NULL,
  -- heard acts, every command's input and result, what was said
  entry jsonb NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, turn),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations
);

CREATE TABLE outbox (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  address_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  -- the transcript's number of the message
  number integer,
  kind text NOT NULL CHECK (kind IN ('reply', 'agent', 'reminder', 'notice', 'code', 'opt-out')),
  priority smallint NOT NULL,
  -- worded: {text, choices}; or a saying {key, with} that is worded when claimed
  worded jsonb,
  saying jsonb,
  -- the conversation's fence when it was made; a reply with an older fence is dropped
  fence integer NOT NULL,
  -- the ground on which it may be sent
  ground text NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'claimed', 'sent', 'delivered', 'read', 'failed', 'dropped')),
  due_at timestamptz NOT NULL,
  expires_at timestamptz,
  lease_token uuid,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  -- the request to the provider may have begun: without an answer it is repeated once at most
  begun_at timestamptz,
  repeats smallint NOT NULL DEFAULT 0,
  provider_id text,
  error text,
  sent_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, address_id) REFERENCES addresses,
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations,
  CHECK (worded IS NOT NULL OR saying IS NOT NULL)
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE status IN ('waiting', 'claimed');
CREATE INDEX outbox_by_address ON outbox (tenant_id, address_id, priority, position) WHERE status IN ('waiting', 'claimed');
CREATE INDEX outbox_by_conversation ON outbox (tenant_id, conversation_id, position);
`;

const down = `
DROP TABLE outbox;
DROP TABLE journal;
DROP TABLE inbound;
DROP TABLE messages;
DROP TABLE leases;
DROP TABLE conversations;
`;

export const conversations: Migration = { name: '0003-conversations', as: 'owner', up: () => up, down };
