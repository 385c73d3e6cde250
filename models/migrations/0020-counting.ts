/** Part of 0020: counting what limits allow, under locks, and taking time within them. */

/**
 * Limits are under no constraint, so who counts against one locks it first: two who would both be the last wait for each other.
 * All of them are locked in one order, before any resource. Days are those of the wall clock that each booking was agreed
 * on: no zone is reckoned with here, `first` and `last` only keep the reading short.
 */
export const counting = `
CREATE FUNCTION lock_limits(p_tenant uuid, p_limits jsonb) RETURNS void LANGUAGE plpgsql AS $fn$
DECLARE
  v_key bigint;
BEGIN
  FOR v_key IN
    SELECT DISTINCT hashtextextended(concat_ws('/', 'limit', p_tenant, one ->> 'of', one ->> 'id', one ->> 'from', one ->> 'to'), 0)
    FROM jsonb_array_elements(p_limits) AS one ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(v_key);
  END LOOP;
END $fn$;

-- Live bookings and holds not lapsed that begin on these local days, without one that is to be moved.
CREATE FUNCTION live_on(p_tenant uuid, p_limit jsonb, p_now timestamptz, p_except uuid) RETURNS SETOF bookings
LANGUAGE sql STABLE AS $fn$
  SELECT * FROM bookings
  WHERE tenant_id = p_tenant AND start_minute >= (p_limit ->> 'first')::integer AND start_minute < (p_limit ->> 'last')::integer
    AND left(local_start, 10) COLLATE "C" BETWEEN p_limit ->> 'from' AND p_limit ->> 'to'
    AND is_live(status) AND (held_until IS NULL OR held_until > p_now) AND id IS DISTINCT FROM p_except
$fn$;

CREATE FUNCTION is_reached(p_tenant uuid, p_limit jsonb, p_now timestamptz, p_except uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $fn$
DECLARE
  v_id text := p_limit ->> 'id';
  v_count bigint;
BEGIN
  CASE p_limit ->> 'of'
    WHEN 'customer' THEN
      SELECT count(*) INTO v_count FROM live_on(p_tenant, p_limit, p_now, p_except) WHERE customer_id = v_id::uuid;
    WHEN 'service' THEN
      SELECT count(*) INTO v_count FROM live_on(p_tenant, p_limit, p_now, p_except) WHERE service_id = v_id;
    WHEN 'resource' THEN
      SELECT count(*) INTO v_count FROM live_on(p_tenant, p_limit, p_now, p_except) WHERE v_id = ANY (resource_ids);
  END CASE;
  RETURN v_count >= (p_limit ->> 'most')::bigint;
END $fn$;

-- Locks first and counts then, each with a snapshot of its own: what was committed before the lock was had is counted.
CREATE FUNCTION limits_reached(p_tenant uuid, p_limits jsonb, p_now timestamptz, p_except uuid) RETURNS jsonb
LANGUAGE plpgsql AS $fn$
DECLARE
  v_reached jsonb;
BEGIN
  IF p_limits IS NULL OR jsonb_array_length(p_limits) = 0 THEN
    RETURN '[]';
  END IF;
  PERFORM lock_limits(p_tenant, p_limits);
  SELECT coalesce(jsonb_agg(one ORDER BY place), '[]') INTO v_reached
  FROM jsonb_array_elements(p_limits) WITH ORDINALITY AS given (one, place) WHERE is_reached(p_tenant, one, p_now, p_except);
  RETURN v_reached;
END $fn$;

-- Places of the candidates none of whose resources has reached its limit.
CREATE FUNCTION open_candidates(p_candidates jsonb, p_reached jsonb) RETURNS integer[] LANGUAGE sql IMMUTABLE AS $fn$
  SELECT coalesce(array_agg(place::integer - 1 ORDER BY place), '{}')
  FROM jsonb_array_elements(p_candidates) WITH ORDINALITY AS given (candidate, place)
  WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(candidate) AS one, jsonb_array_elements(p_reached) AS full_one
    WHERE full_one ->> 'of' = 'resource' AND full_one ->> 'id' = one ->> 'resource')
$fn$;

-- The limit that forbids the start: one of the service or of the customer, or of resources when they leave no candidate open.
CREATE FUNCTION forbidding(p_candidates jsonb, p_reached jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $fn$
  SELECT one FROM jsonb_array_elements(p_reached) WITH ORDINALITY AS given (one, place)
  WHERE one ->> 'of' <> 'resource'
    OR (jsonb_array_length(p_candidates) > 0 AND cardinality(open_candidates(p_candidates, p_reached)) = 0)
  ORDER BY one ->> 'of' = 'resource', place LIMIT 1
$fn$;

-- \`take\` among the candidates that are open; answers the place in all of them.
CREATE FUNCTION take_open(r booking_request, p_reached jsonb) RETURNS integer LANGUAGE plpgsql AS $fn$
DECLARE
  v_open integer[];
BEGIN
  IF p_reached = '[]' THEN
    RETURN take(r.tenant, r.id, r.now, r.held_until, r.candidates);
  END IF;
  v_open := open_candidates(r.candidates, p_reached);
  RETURN v_open[1 + take(r.tenant, r.id, r.now, r.held_until,
    (SELECT coalesce(jsonb_agg(r.candidates -> one ORDER BY one), '[]') FROM unnest(v_open) AS one))];
END $fn$;

-- The end that a candidate gives the booking: people may differ in pace.
CREATE FUNCTION end_of(r booking_request, p_index integer, OUT end_minute integer, OUT local_end text) LANGUAGE sql IMMUTABLE AS $fn$
  SELECT chosen.minute, coalesce(r.local_ends ->> chosen.minute::text, r.local_end)
  FROM (SELECT coalesce((r.candidates -> p_index -> 0 ->> 'end')::integer, r.end_minute) AS minute) AS chosen
$fn$;
`;

export const countingDown = `
DROP FUNCTION end_of;
DROP FUNCTION take_open;
DROP FUNCTION forbidding;
DROP FUNCTION open_candidates;
DROP FUNCTION limits_reached;
DROP FUNCTION is_reached;
DROP FUNCTION live_on;
DROP FUNCTION lock_limits;
`;
