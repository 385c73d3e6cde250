/** What a business signs in to its providers with, sealed by a key that is not in the database; and holds of nobody, forgotten. */
import type { Migration } from './migration';

const secrets = `
CREATE TABLE secrets (
  tenant_id uuid NOT NULL REFERENCES tenants,
  -- a variable of a provider, such as TWILIO_AUTH_TOKEN
  name text NOT NULL CHECK (name ~ '^[A-Z][A-Z0-9_]{0,62}$'),
  -- which key it was sealed with
  key_id text NOT NULL,
  -- initialisation vector, ciphertext and tag, base64
  box text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name)
);
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE secrets FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON secrets USING (tenant_id = current_setting('app.tenant')::uuid);
CREATE POLICY relay ON secrets TO nobat_relay USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON secrets TO nobat_app;
`;

/**
 * A hold that is placed before anybody gave a name makes a customer of whom nothing is known. When it has lapsed or was let go,
 * it passes to one customer who stands for nobody (its id is the tenant's), and the empty row goes. The hold itself stays: it may
 * still be booked late, and is then given to whoever it is booked for. Assets keep what they say and lose their key, as nobody's
 * two cars may be the same.
 */
const nobody = `
CREATE INDEX bookings_of_nobody ON bookings (tenant_id, id)
  WHERE status = 'expired' AND attendee IS NULL AND conversation_id IS NULL AND customer_id <> tenant_id;
GRANT DELETE ON customers TO nobat_app;

CREATE FUNCTION forget_nobodies(p_tenant uuid, p_now timestamptz, p_limit integer) RETURNS integer LANGUAGE plpgsql AS $fn$
DECLARE
  b record;
  v_forgotten integer := 0;
BEGIN
  FOR b IN
    SELECT h.id, h.customer_id FROM bookings AS h
    WHERE h.tenant_id = p_tenant AND h.status = 'expired' AND h.attendee IS NULL AND h.conversation_id IS NULL
      AND h.customer_id <> h.tenant_id
      AND EXISTS (SELECT FROM customers AS u WHERE u.tenant_id = p_tenant AND u.id = h.customer_id
        AND u.name IS NULL AND u.contact_phone IS NULL)
      AND NOT EXISTS (SELECT FROM bookings AS o
        WHERE o.tenant_id = p_tenant AND o.customer_id = h.customer_id AND o.id <> h.id)
      AND NOT EXISTS (SELECT FROM addresses AS a WHERE a.tenant_id = p_tenant AND a.customer_id = h.customer_id)
    ORDER BY h.id LIMIT p_limit FOR UPDATE SKIP LOCKED
  LOOP
    INSERT INTO customers (tenant_id, id, created_at) VALUES (p_tenant, p_tenant, p_now) ON CONFLICT DO NOTHING;
    BEGIN
      UPDATE bookings SET customer_id = p_tenant WHERE tenant_id = p_tenant AND id = b.id;
      UPDATE assets SET customer_id = p_tenant, plate_key = NULL WHERE tenant_id = p_tenant AND customer_id = b.customer_id;
      DELETE FROM customers WHERE tenant_id = p_tenant AND id = b.customer_id;
      v_forgotten := v_forgotten + 1;
    EXCEPTION WHEN foreign_key_violation THEN
      -- Something else has come to refer to them, so they are not nobody.
      NULL;
    END;
  END LOOP;
  RETURN v_forgotten;
END $fn$;
`;

const down = `
DROP FUNCTION forget_nobodies;
REVOKE DELETE ON customers FROM nobat_app;
DROP INDEX bookings_of_nobody;
DROP TABLE secrets;
`;

export const secretsAndNobodies: Migration = {
  name: '0027-secrets',
  as: 'owner',
  up: () => secrets + nobody,
  down,
};
