/** Which version of the zone rules the instants of bookings were computed by, and what stood against computing them anew. */
import type { Migration } from './migration';

const tables = `
CREATE TABLE system.zone_rules (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version text NOT NULL,
  computed_at timestamptz NOT NULL
);

-- Bookings that kept the instants they had, because those that their local time means now cannot be had.
CREATE TABLE zone_conflicts (
  tenant_id uuid NOT NULL,
  -- the version of the rules by which they should move
  rules text NOT NULL,
  booking_id uuid NOT NULL,
  booking_version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('collision', 'gap', 'unknown-zone')),
  found_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, rules, booking_id),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings
);
ALTER TABLE zone_conflicts ENABLE ROW LEVEL SECURITY;
ALTER TABLE zone_conflicts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON zone_conflicts USING (tenant_id = current_setting('app.tenant')::uuid);
CREATE POLICY relay ON zone_conflicts TO nobat_relay USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON zone_conflicts TO nobat_app;
`;

/**
 * What a booking has, some minutes later or earlier: first as it is, then on other units of the same resources, so that nobody
 * is given another person or room unasked. Null for a booking that takes nothing.
 */
const shiftedTime = `
CREATE FUNCTION shifted_time(b bookings, p_shift integer) RETURNS jsonb LANGUAGE sql STABLE AS $fn$
  WITH mine AS (
    SELECT a.*, CASE WHEN a.unit < r.capacity AND count(*) OVER (PARTITION BY a.resource_id) = 1 THEN r.capacity END AS units
    FROM allocations AS a JOIN resources AS r ON r.tenant_id = a.tenant_id AND r.id = a.resource_id
    WHERE a.tenant_id = b.tenant_id AND a.booking_id = b.id AND a.live
  )
  SELECT jsonb_agg(candidate ORDER BY turn) FROM (
    SELECT turn, jsonb_agg(jsonb_build_object('resource', resource_id, 'unit', coalesce((unit + turn) % units, unit),
      'start', start_minute + p_shift, 'end', end_minute + p_shift, 'before', before, 'after', after)) AS candidate
    FROM mine, generate_series(0, 7) AS turn
    WHERE turn < (SELECT max(coalesce(units, 1)) FROM mine) GROUP BY turn) AS turns
$fn$;
`;

/**
 * Moves bookings, in the order given, to the instants that their local times mean now. Rows are locked before resources, and
 * all of them at once: nobody who waits for one of these rows holds what this waits for. Answers by id: `moved`, `collision`
 * (it stands where it stood), `changed` (somebody was faster: it is not the version that was reckoned with).
 */
const recompute = `
CREATE FUNCTION recompute_bookings(p_tenant uuid, p_now timestamptz, p_actor jsonb, p_changes jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $fn$
DECLARE
  v_ids uuid[] := ARRAY(SELECT (one ->> 'id')::uuid FROM jsonb_array_elements(p_changes) AS one);
  v_change jsonb;
  v_shift integer;
  v_before jsonb;
  v_candidates jsonb;
  v_outcomes jsonb := '{}';
  b bookings;
BEGIN
  PERFORM 1 FROM bookings WHERE tenant_id = p_tenant AND id = ANY (v_ids) ORDER BY id FOR UPDATE;
  PERFORM lock_business(p_tenant, false);
  PERFORM lock_resources(p_tenant,
    ARRAY(SELECT DISTINCT resource_id FROM allocations WHERE tenant_id = p_tenant AND booking_id = ANY (v_ids)));
  FOR v_change IN
    SELECT one FROM jsonb_array_elements(p_changes) WITH ORDINALITY AS given (one, place) ORDER BY place
  LOOP
    SELECT * INTO b FROM bookings WHERE tenant_id = p_tenant AND id = (v_change ->> 'id')::uuid;
    IF b.version IS DISTINCT FROM (v_change ->> 'version')::integer OR b.status = 'held' OR NOT is_live(b.status) THEN
      v_outcomes := v_outcomes || jsonb_build_object(v_change ->> 'id', 'changed');
      CONTINUE;
    END IF;
    v_before := booking_json(b);
    v_shift := (v_change ->> 'shift')::integer;
    v_candidates := shifted_time(b, v_shift);
    IF v_shift <> 0 AND v_candidates IS NOT NULL AND take(p_tenant, b.id, p_now, NULL, v_candidates) IS NULL THEN
      v_outcomes := v_outcomes || jsonb_build_object(b.id::text, 'collision');
      CONTINUE;
    END IF;
    UPDATE bookings SET start_minute = start_minute + v_shift, end_minute = end_minute + v_shift,
      local_end = v_change ->> 'localEnd', offset_minutes = (v_change ->> 'offset')::integer, version = version + 1
    WHERE tenant_id = p_tenant AND id = b.id RETURNING * INTO b;
    PERFORM keep_deed(b, p_now, p_actor, 'recomputed', NULL, v_before);
    v_outcomes := v_outcomes || jsonb_build_object(b.id::text, 'moved');
  END LOOP;
  RETURN v_outcomes;
END $fn$;
`;

const down = `
DROP FUNCTION recompute_bookings;
DROP FUNCTION shifted_time;
DROP TABLE zone_conflicts;
DROP TABLE system.zone_rules;
`;

export const zoneRules: Migration = {
  name: '0023-zoneRules',
  as: 'owner',
  up: () => tables + shiftedTime + recompute,
  down,
};
