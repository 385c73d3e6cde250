/** A booking as JSON on its way out, a request for one on its way in, and the row of history that each deed leaves. */
import type { Migration } from './migration';

/** The shape of `BookingRecord` in models/records.ts. */
export const bookingJson = `
CREATE FUNCTION booking_json(b bookings) RETURNS jsonb LANGUAGE sql STABLE AS $fn$
  SELECT jsonb_build_object('id', b.id, 'reference', b.reference, 'status', b.status, 'customerId', b.customer_id,
    'conversationId', b.conversation_id, 'service', b.service_id, 'branch', b.branch_id, 'assetClass', b.asset_class,
    'attendee', b.attendee, 'notes', b.notes, 'person', b.person, 'resources', b.resource_ids,
    'start', b.start_minute, 'end', b.end_minute, 'localStart', b.local_start, 'localEnd', b.local_end, 'zone', b.zone,
    'price', b.price, 'fee', b.fee, 'heldUntil', millis(b.held_until), 'renewed', b.renewed,
    'released', b.status = 'expired' AND b.cancelled_at IS NOT NULL,
    'businessVersion', b.business_version, 'version', b.version, 'createdAt', millis(b.created_at),
    'asset', (SELECT jsonb_build_object('id', a.id, 'label', a.label, 'class', a.class, 'plate', a.plate)
      FROM assets AS a WHERE a.tenant_id = b.tenant_id AND a.id = b.asset_id))
$fn$;
`;

/** The shape of `BookingRequest` in models/records.ts. */
const request = `
CREATE TYPE booking_request AS (
  tenant uuid, id uuid, "references" text[], customer uuid, conversation uuid, service text, branch text, asset uuid,
  asset_class text, attendee text, notes text, person text, start_minute integer, end_minute integer, local_start text,
  local_end text, zone text, offset_minutes integer, price bigint, now timestamptz, held_until timestamptz,
  status text, hold_limit integer, deed text, key text, actor jsonb, business_version integer,
  -- the n-th list of resources is what the n-th candidate takes, people first
  candidates jsonb, resources jsonb, customer_notes jsonb,
  -- of a revision: what the booking must be, and whether a hold must still be live
  from_statuses text[], live boolean, version integer
);
`;

const history = `
CREATE FUNCTION keep_deed(b bookings, p_at timestamptz, p_actor jsonb, p_deed text, p_key text, p_before jsonb)
RETURNS void LANGUAGE sql AS $fn$
  INSERT INTO booking_history (tenant_id, booking_id, version, at, actor, deed, key, before, after)
  VALUES (b.tenant_id, b.id, b.version, p_at, p_actor, p_deed, p_key, p_before, booking_json(b));
$fn$;

-- The booking on which a deed with this key was done already.
CREATE FUNCTION done_before(p_tenant uuid, p_key text) RETURNS bookings LANGUAGE sql STABLE AS $fn$
  SELECT b.* FROM booking_history AS h JOIN bookings AS b ON b.tenant_id = h.tenant_id AND b.id = h.booking_id
  WHERE h.tenant_id = p_tenant AND h.key = p_key;
$fn$;

-- The same, behind whoever is doing a deed with this key at this moment.
CREATE FUNCTION lock_deed(p_tenant uuid, p_key text) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  b bookings;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('deed/' || p_tenant::text || '/' || p_key, 0));
  SELECT * INTO b FROM done_before(p_tenant, p_key);
  RETURN CASE WHEN b.id IS NOT NULL THEN booking_json(b) END;
END $fn$;

-- Waits for whoever is changing the business, then says whether its version is still the one that was reckoned with.
CREATE FUNCTION business_is(p_tenant uuid, p_version integer) RETURNS boolean LANGUAGE plpgsql AS $fn$
BEGIN
  PERFORM lock_business(p_tenant, false);
  RETURN (SELECT version = p_version FROM tenants WHERE tenant_id = p_tenant);
END $fn$;

CREATE FUNCTION texts(p jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $fn$
  SELECT coalesce(array_agg(value ORDER BY place), '{}') FROM jsonb_array_elements_text(p) WITH ORDINALITY AS one (value, place);
$fn$;
`;

const down = `
DROP FUNCTION texts;
DROP FUNCTION business_is;
DROP FUNCTION lock_deed;
DROP FUNCTION done_before;
DROP FUNCTION keep_deed;
DROP TYPE booking_request;
DROP FUNCTION booking_json;
`;

export const bookingShape: Migration = {
  name: '0010-bookingShape',
  as: 'owner',
  up: () => bookingJson + request + history,
  down,
};
