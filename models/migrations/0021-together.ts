/** Several deeds on bookings, all or none of them, in one round trip: plans of several items, and appointments that recur. */
import type { Migration } from './migration';

const index = `
CREATE INDEX bookings_by_plan ON bookings (tenant_id, plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX bookings_by_series ON bookings (tenant_id, series_id, start_minute) WHERE series_id IS NOT NULL;
`;

/** One deed of a kind, told in one shape; `kind` is the function's own, and `gone` where it gives nothing. */
const one = `
CREATE FUNCTION do_deed(p_verb text, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_booking jsonb;
BEGIN
  CASE p_verb
    WHEN 'make' THEN RETURN make_booking(p);
    WHEN 'revise' THEN RETURN revise_booking(p);
    WHEN 'confirm' THEN RETURN confirm_booking(p);
    WHEN 'cancel' THEN RETURN cancel_booking(p);
    WHEN 'renew' THEN v_booking := renew_hold(p);
    WHEN 'release' THEN v_booking := release_hold(p);
  END CASE;
  RETURN jsonb_build_object('kind', CASE WHEN v_booking IS NULL THEN 'gone' ELSE 'done' END, 'booking', v_booking);
END $fn$;
`;

/**
 * p: {tenant, customer, verb, deeds: [what the verb's function takes, …], ways, key, now, business_version, customer_notes}.
 * With \`ways\` the n-th candidates of all deeds go together and are tried in turn, at most 8; without it each deed has its own.
 *
 * Everything is locked before anything is touched, in the order that single deeds keep: customer, bookings, business,
 * limits, resources. So two plans that want the same resources in opposite order wait for each other, and never in a circle;
 * and what a broken sub-transaction gives back is no lock that the next way needs.
 *
 * Kinds: \`done\` (with the bookings), \`repeated\` (by its key, before), or the kind of the deed that could not be done and its
 * place \`at\` in the list: then everything stands as it stood.
 */
const together = `
CREATE FUNCTION do_together(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_tenant uuid := p ->> 'tenant';
  v_customer uuid := p ->> 'customer';
  v_verb text := p ->> 'verb';
  v_deeds jsonb := p -> 'deeds';
  v_ids uuid[] := ARRAY(SELECT (deed ->> 'id')::uuid FROM jsonb_array_elements(v_deeds) AS deed);
  v_ways integer := coalesce((p ->> 'ways')::integer, 1);
  v_bookings jsonb;
  v_deed jsonb;
  v_answer jsonb;
  v_at integer;
BEGIN
  IF v_ways > 8 THEN
    RAISE EXCEPTION 'do_together: % ways, at most 8 are tried', v_ways USING ERRCODE = 'program_limit_exceeded';
  END IF;
  PERFORM 1 FROM customers WHERE tenant_id = v_tenant AND id = v_customer FOR NO KEY UPDATE;
  PERFORM keep_notes(v_tenant, v_customer, p -> 'customer_notes');
  PERFORM 1 FROM bookings WHERE tenant_id = v_tenant AND id = ANY (v_ids) ORDER BY id FOR UPDATE;
  v_bookings := done_together(v_tenant, p ->> 'key');
  IF jsonb_array_length(v_bookings) > 0 THEN
    RETURN jsonb_build_object('kind', 'repeated', 'bookings', v_bookings);
  ELSIF p ? 'business_version' AND NOT business_is(v_tenant, (p ->> 'business_version')::integer) THEN
    RETURN jsonb_build_object('kind', 'stale', 'at', 0);
  END IF;
  PERFORM lock_business(v_tenant, false);
  PERFORM lock_limits(v_tenant, jsonb_path_query_array(v_deeds, '$[*].limits[*]'));
  PERFORM lock_resources(v_tenant, resources_of(v_tenant, v_ids, v_deeds));

  FOR v_way IN 0 .. v_ways - 1 LOOP
    v_bookings := '[]';
    BEGIN
      IF v_verb = 'revise' THEN
        DELETE FROM allocations WHERE tenant_id = v_tenant AND booking_id = ANY (v_ids);
      END IF;
      FOR v_at, v_deed IN
        SELECT place - 1, deed FROM jsonb_array_elements(v_deeds) WITH ORDINALITY AS given (deed, place) ORDER BY place
      LOOP
        v_answer := do_deed(v_verb, CASE WHEN p ->> 'ways' IS NULL THEN v_deed ELSE in_way(v_deed, v_way) END);
        IF NOT v_answer ->> 'kind' IN ('made', 'revised', 'confirmed', 'cancelled', 'done') THEN
          RAISE EXCEPTION 'a deed cannot be done' USING ERRCODE = 'NB002';
        END IF;
        v_bookings := v_bookings || jsonb_build_array(v_answer -> 'booking');
      END LOOP;
      RETURN jsonb_build_object('kind', 'done', 'bookings', v_bookings);
    EXCEPTION WHEN SQLSTATE 'NB002' THEN
      IF v_answer ->> 'kind' NOT IN ('taken', 'limit-reached') THEN
        RETURN jsonb_build_object('kind', v_answer -> 'kind', 'at', v_at);
      END IF;
    END;
  END LOOP;
  RETURN jsonb_build_object('kind', v_answer -> 'kind', 'at', v_at);
END $fn$;

-- A deed with only the n-th of its candidates.
CREATE FUNCTION in_way(p jsonb, p_way integer) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $fn$
  SELECT p || jsonb_build_object('candidates', jsonb_build_array(p -> 'candidates' -> p_way),
    'resources', jsonb_build_array(p -> 'resources' -> p_way));
$fn$;

-- What was done together under a key, in the order in which it was done: each deed has the key with its place.
CREATE FUNCTION done_together(p_tenant uuid, p_key text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $fn$
DECLARE
  v_bookings jsonb;
BEGIN
  IF (done_before(p_tenant, p_key || '/0')).id IS NULL THEN
    RETURN '[]';
  END IF;
  SELECT jsonb_agg(booking_json(b) ORDER BY b.position) INTO v_bookings
  FROM booking_history AS h JOIN bookings AS b ON b.tenant_id = h.tenant_id AND b.id = h.booking_id
  WHERE h.tenant_id = p_tenant
    AND h.key = ANY (ARRAY(SELECT p_key || '/' || place FROM generate_series(0, 365) AS place));
  RETURN v_bookings;
END $fn$;

-- The same, behind whoever is doing deeds with this key at this moment.
CREATE FUNCTION lock_together(p_tenant uuid, p_key text) RETURNS jsonb LANGUAGE plpgsql AS $fn$
BEGIN
  PERFORM lock_deed(p_tenant, p_key);
  RETURN done_together(p_tenant, p_key);
END $fn$;

-- All that the bookings have and all that the deeds may take.
CREATE FUNCTION resources_of(p_tenant uuid, p_bookings uuid[], p_deeds jsonb) RETURNS text[] LANGUAGE sql STABLE AS $fn$
  SELECT ARRAY(
    SELECT unnest(resource_ids) FROM bookings WHERE tenant_id = p_tenant AND id = ANY (p_bookings)
    UNION
    SELECT resource_id FROM allocations WHERE tenant_id = p_tenant AND booking_id = ANY (p_bookings)
    UNION
    SELECT one ->> 'resource' FROM jsonb_path_query(p_deeds, '$[*].candidates[*][*]') AS one);
$fn$;
`;

const down = `
DROP FUNCTION lock_together;
DROP FUNCTION do_together;
DROP FUNCTION resources_of;
DROP FUNCTION done_together;
DROP FUNCTION in_way;
DROP FUNCTION do_deed;
DROP INDEX bookings_by_series;
DROP INDEX bookings_by_plan;
`;

export const doTogether: Migration = {
  name: '0021-together',
  as: 'owner',
  up: () => index + one + together,
  down,
};
