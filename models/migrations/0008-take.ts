/** `take`: the one way to claim time, for holds, moves, confirmations and reschedules alike. */
import type { Migration } from './migration';

/**
 * Whoever waits for a lock waits with nothing half done: all resources, old and new, are locked in one order before a row is
 * touched. Raced plain inserts, even with DO NOTHING, deadlock without that.
 */
const lockResources = `
CREATE FUNCTION lock_resources(p_tenant uuid, p_resources text[]) RETURNS void LANGUAGE plpgsql AS $fn$
DECLARE
  v_key bigint;
BEGIN
  FOR v_key IN
    SELECT DISTINCT hashtextextended(p_tenant::text || '/' || resource, 0) FROM unnest(p_resources) AS resource ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(v_key);
  END LOOP;
END $fn$;

-- Those who book share it; who changes hours, prices or resources takes it alone before raising tenants.version.
CREATE FUNCTION lock_business(p_tenant uuid, p_alone boolean) RETURNS void LANGUAGE plpgsql AS $fn$
DECLARE
  v_key bigint := hashtextextended('business/' || p_tenant::text, 0);
BEGIN
  IF p_alone THEN
    PERFORM pg_advisory_xact_lock(v_key);
  ELSE
    PERFORM pg_advisory_xact_lock_shared(v_key);
  END IF;
END $fn$;
`;

/**
 * The caller has locked the booking's own row. Candidates are [[{resource, unit, start, end, before, after}, …], …]; returns
 * the index of the first that fits, those that keep the resources already taken before the others, or null: then everything
 * stands as it stood. Expired holds are cleared on the way, so nothing waits for a job.
 */
const take = `
CREATE FUNCTION take(p_tenant uuid, p_booking uuid, p_now timestamptz, p_held_until timestamptz, p_candidates jsonb)
RETURNS integer LANGUAGE plpgsql AS $fn$
DECLARE
  v_old text[] := ARRAY(SELECT DISTINCT resource_id FROM allocations WHERE tenant_id = p_tenant AND booking_id = p_booking);
  v_new text[] := ARRAY(SELECT DISTINCT one ->> 'resource'
    FROM jsonb_array_elements(p_candidates) AS candidate, jsonb_array_elements(candidate) AS one);
  v_index integer;
  v_candidate jsonb;
  v_rows integer;
BEGIN
  IF jsonb_array_length(p_candidates) > 8 THEN
    RAISE EXCEPTION 'take: % candidates, at most 8 are tried', jsonb_array_length(p_candidates)
      USING ERRCODE = 'program_limit_exceeded';
  END IF;
  PERFORM lock_resources(p_tenant, v_old || v_new);
  BEGIN
    DELETE FROM allocations WHERE tenant_id = p_tenant AND booking_id = p_booking;
    FOR v_index, v_candidate IN
      SELECT place - 1, candidate FROM jsonb_array_elements(p_candidates) WITH ORDINALITY AS given (candidate, place)
      ORDER BY (SELECT count(*) FROM jsonb_array_elements(candidate) AS one WHERE one ->> 'resource' = ANY (v_old)) DESC, place
    LOOP
      DELETE FROM allocations AS lapsed
      USING (SELECT DISTINCT one ->> 'resource' AS resource_id FROM jsonb_array_elements(v_candidate) AS one) AS wanted
      WHERE lapsed.tenant_id = p_tenant AND lapsed.resource_id = wanted.resource_id
        AND lapsed.live AND lapsed.held_until IS NOT NULL AND lapsed.held_until <= p_now;

      INSERT INTO allocations (tenant_id, booking_id, resource_id, unit, start_minute, end_minute, before, after, held_until)
      SELECT p_tenant, p_booking, one.resource, one.unit, one.start, one."end", one.before, one.after, p_held_until
      FROM jsonb_to_recordset(v_candidate)
        AS one (resource text, unit integer, start integer, "end" integer, before integer, after integer)
      ON CONFLICT DO NOTHING;
      GET DIAGNOSTICS v_rows = ROW_COUNT;
      IF v_rows = jsonb_array_length(v_candidate) THEN
        RETURN v_index;
      END IF;

      DELETE FROM allocations WHERE tenant_id = p_tenant AND booking_id = p_booking;
    END LOOP;
    RAISE EXCEPTION 'no candidate fits' USING ERRCODE = 'NB001';
  EXCEPTION WHEN SQLSTATE 'NB001' THEN
    RETURN NULL;
  END;
END $fn$;
`;

const down = `
DROP FUNCTION take;
DROP FUNCTION lock_business;
DROP FUNCTION lock_resources;
`;

export const takeTime: Migration = { name: '0008-take', as: 'owner', up: () => lockResources + take, down };
