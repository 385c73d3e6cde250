/** What a customer says about themselves on the way, kept together with the deed or the turn that follows. */
import type { Migration } from './migration';

const up = `
-- p: {name?, phone?, language?, at, assets: [{id, label, class, plate, label_key, plate_key}]}; null keeps nothing
CREATE FUNCTION keep_notes(p_tenant uuid, p_customer uuid, p jsonb) RETURNS void LANGUAGE plpgsql AS $fn$
BEGIN
  IF p IS NULL OR jsonb_typeof(p) <> 'object' THEN
    RETURN;
  END IF;
  IF p ?| ARRAY['name', 'phone', 'language'] THEN
    UPDATE customers SET name = coalesce(p ->> 'name', name), contact_phone = coalesce(p ->> 'phone', contact_phone),
      language = coalesce(p ->> 'language', language)
    WHERE tenant_id = p_tenant AND id = p_customer;
  END IF;
  INSERT INTO assets (tenant_id, id, customer_id, label, class, plate, label_key, plate_key, created_at)
  SELECT p_tenant, one.id, p_customer, one.label, one.class, one.plate, one.label_key, one.plate_key, (p ->> 'at')::timestamptz
  FROM jsonb_to_recordset(coalesce(p -> 'assets', '[]'))
    AS one (id uuid, label text, class text, plate text, label_key text, plate_key text)
  ON CONFLICT (tenant_id, id) DO UPDATE SET plate = excluded.plate, plate_key = excluded.plate_key, class = excluded.class
  WHERE assets.customer_id = excluded.customer_id;
END $fn$;

-- Locks the customer, then looks: who waited sees what was added meanwhile.
CREATE FUNCTION lock_assets(p_tenant uuid, p_customer uuid) RETURNS SETOF assets LANGUAGE plpgsql AS $fn$
BEGIN
  PERFORM 1 FROM customers WHERE tenant_id = p_tenant AND id = p_customer FOR NO KEY UPDATE;
  RETURN QUERY SELECT * FROM assets WHERE tenant_id = p_tenant AND customer_id = p_customer ORDER BY created_at, id;
END $fn$;
`;

const down = `
DROP FUNCTION lock_assets;
DROP FUNCTION keep_notes;
`;

export const customerNotes: Migration = { name: '0009-customerNotes', as: 'owner', up: () => up, down };
