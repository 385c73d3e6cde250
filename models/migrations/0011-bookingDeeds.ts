/** Making a booking and revising it (a move, a reschedule, taking lapsed time again), each in one round trip. */
import type { Migration } from './migration';

/** Kinds: `made`, `repeated`, `taken`, `too-many-holds`, `stale` (the business has changed since it was read). */
export const make = `
CREATE FUNCTION make_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  r booking_request := jsonb_populate_record(NULL::booking_request, p);
  b bookings;
  v_reference text;
  v_index integer;
BEGIN
  PERFORM 1 FROM customers WHERE tenant_id = r.tenant AND id = r.customer FOR NO KEY UPDATE;
  PERFORM keep_notes(r.tenant, r.customer, r.customer_notes);
  SELECT * INTO b FROM done_before(r.tenant, r.key);
  IF b.id IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'repeated', 'booking', booking_json(b));
  ELSIF NOT business_is(r.tenant, r.business_version) THEN
    RETURN jsonb_build_object('kind', 'stale');
  ELSIF r.status = 'held' AND r.hold_limit <= (SELECT count(*) FROM bookings
      WHERE tenant_id = r.tenant AND customer_id = r.customer AND status = 'held' AND held_until > r.now) THEN
    RETURN jsonb_build_object('kind', 'too-many-holds');
  END IF;

  FOREACH v_reference IN ARRAY r."references" LOOP
    INSERT INTO bookings (tenant_id, id, reference, status, customer_id, conversation_id, service_id, branch_id, asset_id,
      asset_class, attendee, notes, person, resource_ids, start_minute, end_minute, local_start, local_end, zone,
      offset_minutes, price, held_until, business_version, created_at, confirmed_at)
    VALUES (r.tenant, r.id, v_reference, r.status, r.customer, r.conversation, r.service, r.branch, r.asset,
      r.asset_class, r.attendee, r.notes, r.person, texts(r.resources -> 0), r.start_minute, r.end_minute, r.local_start,
      r.local_end, r.zone, r.offset_minutes, r.price, r.held_until, r.business_version, r.now,
      CASE WHEN r.status = 'confirmed' THEN r.now END)
    ON CONFLICT (tenant_id, reference) DO NOTHING RETURNING * INTO b;
    EXIT WHEN FOUND;
  END LOOP;
  IF b.id IS NULL THEN
    RAISE EXCEPTION 'booking %: every reference offered is in use: %', r.id, r."references";
  END IF;

  v_index := take(r.tenant, r.id, r.now, r.held_until, r.candidates);
  IF v_index IS NULL THEN
    DELETE FROM bookings WHERE tenant_id = r.tenant AND id = r.id;
    RETURN jsonb_build_object('kind', 'taken');
  ELSIF v_index > 0 THEN
    UPDATE bookings SET resource_ids = texts(r.resources -> v_index) WHERE tenant_id = r.tenant AND id = r.id
    RETURNING * INTO b;
  END IF;
  PERFORM keep_deed(b, r.now, r.actor, r.deed, r.key, NULL);
  RETURN jsonb_build_object('kind', 'made', 'booking', booking_json(b));
END $fn$;
`;

/**
 * Gives a booking other facts and other time, or leaves it as it was: never none, never two. Kinds: `revised`, `repeated`,
 * `taken`, `stale`, `other` (it is not what it was thought to be; the booking is told), `gone` (no such, or not theirs).
 */
export const revise = `
CREATE FUNCTION revise_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  r booking_request := jsonb_populate_record(NULL::booking_request, p);
  b bookings;
  v_before jsonb;
  v_index integer;
BEGIN
  PERFORM keep_notes(r.tenant, r.customer, r.customer_notes);
  SELECT * INTO b FROM bookings WHERE tenant_id = r.tenant AND id = r.id FOR UPDATE;
  IF NOT FOUND OR (r.customer IS NOT NULL AND b.customer_id <> r.customer) THEN
    RETURN jsonb_build_object('kind', 'gone');
  END IF;
  v_before := booking_json(b);
  IF (done_before(r.tenant, r.key)).id = r.id THEN
    RETURN jsonb_build_object('kind', 'repeated', 'booking', v_before);
  ELSIF NOT b.status = ANY (r.from_statuses) OR (r.live AND b.held_until <= r.now)
      OR (r.version IS NOT NULL AND b.version <> r.version) THEN
    RETURN jsonb_build_object('kind', 'other', 'booking', v_before);
  ELSIF NOT business_is(r.tenant, r.business_version) THEN
    RETURN jsonb_build_object('kind', 'stale');
  END IF;

  v_index := take(r.tenant, r.id, r.now, r.held_until, r.candidates);
  IF v_index IS NULL THEN
    RETURN jsonb_build_object('kind', 'taken', 'booking', v_before);
  END IF;
  UPDATE bookings SET status = r.status, service_id = r.service, branch_id = r.branch, asset_id = r.asset,
    asset_class = r.asset_class, person = r.person, attendee = coalesce(r.attendee, attendee, CASE WHEN r.status <> 'held'
      THEN (SELECT name FROM customers WHERE tenant_id = r.tenant AND id = b.customer_id) END),
    resource_ids = texts(r.resources -> v_index), start_minute = r.start_minute, end_minute = r.end_minute,
    local_start = r.local_start, local_end = r.local_end, zone = r.zone, offset_minutes = r.offset_minutes,
    price = r.price, held_until = r.held_until, renewed = false, business_version = r.business_version,
    version = b.version + 1, confirmed_at = CASE WHEN r.status = 'confirmed' THEN coalesce(confirmed_at, r.now) END
  WHERE tenant_id = r.tenant AND id = r.id RETURNING * INTO b;
  PERFORM keep_deed(b, r.now, r.actor, r.deed, r.key, v_before);
  RETURN jsonb_build_object('kind', 'revised', 'booking', booking_json(b));
END $fn$;
`;

const down = `
DROP FUNCTION revise_booking;
DROP FUNCTION make_booking;
`;

export const bookingDeeds: Migration = {
  name: '0011-bookingDeeds',
  as: 'owner',
  up: () => make + revise,
  down,
};
