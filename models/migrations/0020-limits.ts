/** Limits counted under locks while time is taken, and what bookings belong to: a plan, a series, the waitlist. */
import { bookingJson as formerJson } from './0010-bookingShape';
import { make as formerMake, revise as formerRevise } from './0011-bookingDeeds';
import { counting, countingDown } from './0020-counting';
import type { Migration } from './migration';

const columns = `
ALTER TABLE bookings
  -- items that were booked together
  ADD COLUMN plan_id uuid,
  -- appointments that recur
  ADD COLUMN series_id uuid,
  -- of a hold that the waitlist offers: whose wish it answers
  ADD COLUMN waitlist_entry uuid,
  -- why staff took a time that the rules refuse
  ADD COLUMN override_reason text;

ALTER TYPE booking_request
  ADD ATTRIBUTE plan uuid,
  ADD ATTRIBUTE series uuid,
  ADD ATTRIBUTE waitlist_entry uuid,
  ADD ATTRIBUTE override_reason text,
  -- [{of, id, per, most, from, to, first, last}, …]: what may not be passed; null and empty count nothing
  ADD ATTRIBUTE limits jsonb,
  -- by the minute at which a candidate ends, the wall time of it
  ADD ATTRIBUTE local_ends jsonb;
`;

/** The shape of `BookingRecord` in models/bookingRecords.ts. */
const bookingJson = `
CREATE FUNCTION booking_json(b bookings) RETURNS jsonb LANGUAGE sql STABLE AS $fn$
  SELECT jsonb_build_object('id', b.id, 'reference', b.reference, 'status', b.status, 'customerId', b.customer_id,
    'conversationId', b.conversation_id, 'service', b.service_id, 'branch', b.branch_id, 'assetClass', b.asset_class,
    'attendee', b.attendee, 'notes', b.notes, 'person', b.person, 'resources', b.resource_ids,
    'start', b.start_minute, 'end', b.end_minute, 'localStart', b.local_start, 'localEnd', b.local_end, 'zone', b.zone,
    'price', b.price, 'fee', b.fee, 'heldUntil', millis(b.held_until), 'renewed', b.renewed,
    'released', b.status = 'expired' AND b.cancelled_at IS NOT NULL,
    'businessVersion', b.business_version, 'version', b.version, 'createdAt', millis(b.created_at),
    'plan', b.plan_id, 'series', b.series_id, 'waitlistEntry', b.waitlist_entry, 'overrideReason', b.override_reason,
    'asset', (SELECT jsonb_build_object('id', a.id, 'label', a.label, 'class', a.class, 'plate', a.plate)
      FROM assets AS a WHERE a.tenant_id = b.tenant_id AND a.id = b.asset_id))
$fn$;
`;

/** A plan counts as one hold, however many items it has; what the waitlist offers is nobody's wish and does not count. */
const holdsTooMany = `
CREATE FUNCTION holds_too_many(r booking_request) RETURNS boolean LANGUAGE sql STABLE AS $fn$
  SELECT r.waitlist_entry IS NULL AND NOT coalesce(bool_or(plan_id = r.plan), false)
    AND count(DISTINCT coalesce(plan_id, id)) >= r.hold_limit
  FROM bookings
  WHERE tenant_id = r.tenant AND customer_id = r.customer AND status = 'held' AND held_until > r.now AND waitlist_entry IS NULL
$fn$;
`;

/** Kinds: `made`, `repeated`, `taken`, `too-many-holds`, `limit-reached` (the limit is told), `stale` (the business has changed). */
const make = `
CREATE FUNCTION make_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  r booking_request := jsonb_populate_record(NULL::booking_request, p);
  b bookings;
  v_reference text;
  v_reached jsonb;
  v_forbidding jsonb;
  v_index integer;
  v_end record;
BEGIN
  PERFORM 1 FROM customers WHERE tenant_id = r.tenant AND id = r.customer FOR NO KEY UPDATE;
  PERFORM keep_notes(r.tenant, r.customer, r.customer_notes);
  SELECT * INTO b FROM done_before(r.tenant, r.key);
  IF b.id IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'repeated', 'booking', booking_json(b));
  ELSIF NOT business_is(r.tenant, r.business_version) THEN
    RETURN jsonb_build_object('kind', 'stale');
  ELSIF r.status = 'held' AND holds_too_many(r) THEN
    RETURN jsonb_build_object('kind', 'too-many-holds');
  END IF;
  v_reached := limits_reached(r.tenant, r.limits, r.now, r.id);
  v_forbidding := forbidding(r.candidates, v_reached);
  IF v_forbidding IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'limit-reached', 'limit', v_forbidding);
  END IF;

  FOREACH v_reference IN ARRAY r."references" LOOP
    INSERT INTO bookings (tenant_id, id, reference, status, customer_id, conversation_id, service_id, branch_id, asset_id,
      asset_class, attendee, notes, person, resource_ids, start_minute, end_minute, local_start, local_end, zone,
      offset_minutes, price, held_until, business_version, created_at, confirmed_at, plan_id, series_id, waitlist_entry,
      override_reason)
    VALUES (r.tenant, r.id, v_reference, r.status, r.customer, r.conversation, r.service, r.branch, r.asset,
      r.asset_class, r.attendee, r.notes, r.person, texts(r.resources -> 0), r.start_minute, r.end_minute, r.local_start,
      r.local_end, r.zone, r.offset_minutes, r.price, r.held_until, r.business_version, r.now,
      CASE WHEN r.status = 'confirmed' THEN r.now END, r.plan, r.series, r.waitlist_entry, r.override_reason)
    ON CONFLICT (tenant_id, reference) DO NOTHING RETURNING * INTO b;
    EXIT WHEN FOUND;
  END LOOP;
  IF b.id IS NULL THEN
    RAISE EXCEPTION 'booking %: every reference offered is in use: %', r.id, r."references";
  END IF;

  v_index := take_open(r, v_reached);
  IF v_index IS NULL THEN
    DELETE FROM bookings WHERE tenant_id = r.tenant AND id = r.id;
    RETURN jsonb_build_object('kind', 'taken');
  END IF;
  v_end := end_of(r, v_index);
  IF v_index > 0 OR v_end.end_minute <> b.end_minute THEN
    UPDATE bookings SET resource_ids = texts(r.resources -> v_index), end_minute = v_end.end_minute, local_end = v_end.local_end
    WHERE tenant_id = r.tenant AND id = r.id RETURNING * INTO b;
  END IF;
  PERFORM keep_deed(b, r.now, r.actor, r.deed, r.key, NULL);
  RETURN jsonb_build_object('kind', 'made', 'booking', booking_json(b));
END $fn$;
`;

/**
 * Gives a booking other facts and other time, or leaves it as it was: never none, never two. Kinds: `revised`, `repeated`,
 * `taken`, `limit-reached`, `stale`, `other` (it is not what it was thought to be; the booking is told), `gone` (no such, or not
 * theirs). A booking that moves does not count against itself.
 */
const revise = `
CREATE FUNCTION revise_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  r booking_request := jsonb_populate_record(NULL::booking_request, p);
  b bookings;
  v_before jsonb;
  v_reached jsonb;
  v_forbidding jsonb;
  v_index integer;
  v_end record;
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

  v_reached := limits_reached(r.tenant, r.limits, r.now, r.id);
  v_forbidding := forbidding(r.candidates, v_reached);
  IF v_forbidding IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'limit-reached', 'limit', v_forbidding, 'booking', v_before);
  END IF;
  v_index := take_open(r, v_reached);
  IF v_index IS NULL THEN
    RETURN jsonb_build_object('kind', 'taken', 'booking', v_before);
  END IF;
  v_end := end_of(r, v_index);
  UPDATE bookings SET status = r.status, service_id = r.service, branch_id = r.branch, asset_id = r.asset,
    asset_class = r.asset_class, person = r.person, attendee = coalesce(r.attendee, attendee, CASE WHEN r.status <> 'held'
      THEN (SELECT name FROM customers WHERE tenant_id = r.tenant AND id = b.customer_id) END),
    resource_ids = texts(r.resources -> v_index), start_minute = r.start_minute, end_minute = v_end.end_minute,
    local_start = r.local_start, local_end = v_end.local_end, zone = r.zone, offset_minutes = r.offset_minutes,
    price = r.price, override_reason = r.override_reason, held_until = r.held_until, renewed = false,
    business_version = r.business_version, version = b.version + 1, confirmed_at = CASE WHEN r.status = 'confirmed' THEN coalesce(confirmed_at, r.now) END
  WHERE tenant_id = r.tenant AND id = r.id RETURNING * INTO b;
  PERFORM keep_deed(b, r.now, r.actor, r.deed, r.key, v_before);
  RETURN jsonb_build_object('kind', 'revised', 'booking', booking_json(b));
END $fn$;
`;

const DROPPED = `
DROP FUNCTION revise_booking;
DROP FUNCTION make_booking;
DROP FUNCTION booking_json;
`;

const down = `
${DROPPED}
${countingDown}
DROP FUNCTION holds_too_many;
ALTER TYPE booking_request
  DROP ATTRIBUTE local_ends,
  DROP ATTRIBUTE limits,
  DROP ATTRIBUTE override_reason,
  DROP ATTRIBUTE waitlist_entry,
  DROP ATTRIBUTE series,
  DROP ATTRIBUTE plan;
ALTER TABLE bookings
  DROP COLUMN override_reason,
  DROP COLUMN waitlist_entry,
  DROP COLUMN series_id,
  DROP COLUMN plan_id;
${formerJson}
${formerMake}
${formerRevise}
`;

export const limits: Migration = {
  name: '0020-limits',
  as: 'owner',
  up: () => DROPPED + columns + bookingJson + holdsTooMany + counting + make + revise,
  down,
};
