/** Confirming a live hold, renewing it, letting it go, and cancelling a booking: each in one round trip. */
import type { Migration } from './migration';

/**
 * A hold that is live, as it was shown, and made under the business as it is today becomes a booking. Anything else is for
 * the command to judge. Kinds: `confirmed` (also when it already was), `look` (with the booking), `gone`.
 */
const confirm = `
CREATE FUNCTION confirm_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_tenant uuid := p ->> 'tenant';
  v_customer uuid := p ->> 'customer';
  v_now timestamptz := p ->> 'now';
  b bookings;
BEGIN
  PERFORM keep_notes(v_tenant, v_customer, p -> 'notes');
  SELECT * INTO b FROM bookings WHERE tenant_id = v_tenant AND id = (p ->> 'id')::uuid FOR UPDATE;
  IF NOT FOUND OR (v_customer IS NOT NULL AND b.customer_id <> v_customer) THEN
    RETURN jsonb_build_object('kind', 'gone');
  ELSIF b.status IN ('pending', 'confirmed', 'checked-in', 'in-service', 'done') THEN
    RETURN jsonb_build_object('kind', 'confirmed', 'booking', booking_json(b));
  ELSIF b.status NOT IN ('held', 'expired') OR (b.status = 'expired' AND b.cancelled_at IS NOT NULL) THEN
    RETURN jsonb_build_object('kind', 'gone');
  ELSIF b.status = 'held' AND b.held_until > v_now AND business_is(v_tenant, b.business_version)
      AND b.local_start = p ->> 'start' AND b.local_end = p ->> 'end' AND b.price = (p ->> 'price')::bigint
      AND still_holds(b) THEN
    UPDATE bookings SET status = 'confirmed', held_until = NULL, confirmed_at = v_now, version = version + 1,
      attendee = coalesce(attendee, (SELECT name FROM customers WHERE tenant_id = v_tenant AND id = b.customer_id))
    WHERE tenant_id = v_tenant AND id = b.id RETURNING * INTO b;
    PERFORM keep_deed(b, v_now, p -> 'actor', 'confirmed', p ->> 'key', NULL);
    RETURN jsonb_build_object('kind', 'confirmed', 'booking', booking_json(b));
  END IF;
  RETURN jsonb_build_object('kind', 'look', 'booking', booking_json(b));
END $fn$;

-- Somebody whose clock is a little ahead may have cleared part of a hold that lapses just now.
CREATE FUNCTION still_holds(b bookings) RETURNS boolean LANGUAGE plpgsql AS $fn$
BEGIN
  PERFORM lock_resources(b.tenant_id, b.resource_ids);
  RETURN cardinality(b.resource_ids) = (SELECT count(DISTINCT resource_id) FROM allocations
    WHERE tenant_id = b.tenant_id AND booking_id = b.id AND live);
END $fn$;
`;

/** One renewal for each hold; a move starts anew. */
const renew = `
CREATE FUNCTION renew_hold(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_tenant uuid := p ->> 'tenant';
  v_now timestamptz := p ->> 'now';
  b bookings;
BEGIN
  SELECT * INTO b FROM bookings WHERE tenant_id = v_tenant AND id = (p ->> 'id')::uuid FOR UPDATE;
  IF NOT FOUND OR b.status <> 'held' OR b.renewed OR b.held_until <= v_now
      OR b.customer_id <> coalesce((p ->> 'customer')::uuid, b.customer_id) OR NOT still_holds(b) THEN
    RETURN NULL;
  END IF;
  UPDATE bookings SET held_until = (p ->> 'heldUntil')::timestamptz, renewed = true, version = version + 1
  WHERE tenant_id = v_tenant AND id = b.id RETURNING * INTO b;
  PERFORM keep_deed(b, v_now, p -> 'actor', 'renewed', NULL, NULL);
  RETURN booking_json(b);
END $fn$;
`;

/** The customer lets a hold go; a released hold is told from one that lapsed by its cancelled_at. */
const release = `
CREATE FUNCTION release_hold(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_tenant uuid := p ->> 'tenant';
  v_now timestamptz := p ->> 'now';
  b bookings;
BEGIN
  SELECT * INTO b FROM bookings WHERE tenant_id = v_tenant AND id = (p ->> 'id')::uuid FOR UPDATE;
  IF NOT FOUND OR b.status NOT IN ('held', 'expired') OR b.cancelled_at IS NOT NULL
      OR b.customer_id <> coalesce((p ->> 'customer')::uuid, b.customer_id) THEN
    RETURN NULL;
  END IF;
  PERFORM lock_resources(v_tenant, b.resource_ids);
  UPDATE bookings SET status = 'expired', held_until = NULL, cancelled_at = v_now, version = version + 1
  WHERE tenant_id = v_tenant AND id = b.id RETURNING * INTO b;
  PERFORM keep_deed(b, v_now, p -> 'actor', 'released', NULL, NULL);
  RETURN booking_json(b);
END $fn$;
`;

/** Kinds: `cancelled`, `other` (not the version whose fee was reckoned, or over; the booking is told), `gone`. */
const cancel = `
CREATE FUNCTION cancel_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_tenant uuid := p ->> 'tenant';
  v_customer uuid := p ->> 'customer';
  v_now timestamptz := p ->> 'now';
  b bookings;
BEGIN
  SELECT * INTO b FROM bookings WHERE tenant_id = v_tenant AND id = (p ->> 'id')::uuid FOR UPDATE;
  IF NOT FOUND OR (v_customer IS NOT NULL AND b.customer_id <> v_customer) THEN
    RETURN jsonb_build_object('kind', 'gone');
  ELSIF (done_before(v_tenant, p ->> 'key')).id = b.id THEN
    RETURN jsonb_build_object('kind', 'cancelled', 'booking', booking_json(b));
  ELSIF b.version <> (p ->> 'version')::integer OR b.status NOT IN ('pending', 'confirmed', 'checked-in') THEN
    RETURN jsonb_build_object('kind', 'other', 'booking', booking_json(b));
  END IF;
  UPDATE bookings SET status = 'cancelled', fee = (p ->> 'fee')::bigint, cancelled_at = v_now, version = version + 1
  WHERE tenant_id = v_tenant AND id = b.id RETURNING * INTO b;
  PERFORM keep_deed(b, v_now, p -> 'actor', 'cancelled', p ->> 'key', NULL);
  RETURN jsonb_build_object('kind', 'cancelled', 'booking', booking_json(b));
END $fn$;
`;

const down = `
DROP FUNCTION cancel_booking;
DROP FUNCTION release_hold;
DROP FUNCTION renew_hold;
DROP FUNCTION still_holds;
DROP FUNCTION confirm_booking;
`;

export const bookingEnds: Migration = {
  name: '0012-bookingEnds',
  as: 'owner',
  up: () => confirm + renew + release + cancel,
  down,
};
