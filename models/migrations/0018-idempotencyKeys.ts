/** What was answered to requests that carried an Idempotency-Key, so that a repeat gets the same answer and has no second effect. */
import type { Migration } from './migration';

const up = `
CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL REFERENCES tenants,
  -- whose key it is: two callers may draw the same one
  caller text NOT NULL,
  -- method and path
  route text NOT NULL,
  key text NOT NULL,
  body_hash text NOT NULL,
  status integer NOT NULL,
  headers jsonb NOT NULL,
  -- byte for byte as it was sent
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, caller, route, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (tenant_id, created_at);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_keys USING (tenant_id = current_setting('app.tenant')::uuid);
CREATE POLICY relay ON idempotency_keys TO nobat_relay USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON idempotency_keys TO nobat_app;

-- Kinds: new (and this transaction alone may answer it), busy (another one is at it), done (with what it answered). The lock comes
-- first and the look after it, each with a snapshot of its own: what was committed before the lock was had is seen.
CREATE FUNCTION begin_request(p_tenant uuid, p_caller text, p_route text, p_key text) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_lock text := concat_ws('/', 'request', p_tenant, p_caller, p_route, p_key);
  v_done jsonb;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended(v_lock, 0)) THEN
    RETURN jsonb_build_object('kind', 'busy');
  END IF;
  SELECT jsonb_build_object('kind', 'done', 'bodyHash', body_hash, 'status', status, 'headers', headers, 'body', body) INTO v_done
  FROM idempotency_keys WHERE tenant_id = p_tenant AND caller = p_caller AND route = p_route AND key = p_key;
  RETURN coalesce(v_done, jsonb_build_object('kind', 'new'));
END $fn$;
`;

const down = `
DROP FUNCTION begin_request;
DROP TABLE idempotency_keys;
`;

export const idempotencyKeys: Migration = {
  name: '0018-idempotencyKeys',
  as: 'owner',
  up: () => up,
  down,
};
