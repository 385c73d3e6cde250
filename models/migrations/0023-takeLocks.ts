/** Whoever could not take a time keeps no lock on it: what they try next may lock other resources without a circle of waiting. */
import type { Migration } from './migration';

/** What makes a candidate the one that is taken: all of its rows are in. */
export const FITS = 'v_rows = jsonb_array_length(v_candidate)';

/**
 * As in 0008, but the resources are locked inside the sub-transaction: where no candidate fits it rolls back, and gives back the
 * locks it took. A yes that falls back on other people, or a wish that goes on to the next branch, takes time twice in one
 * transaction; with the first locks kept, two of them met in opposite orders.
 */
export const take = (locking: string, fits: string = FITS): string => `
CREATE OR REPLACE FUNCTION take(p_tenant uuid, p_booking uuid, p_now timestamptz, p_held_until timestamptz, p_candidates jsonb)
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
  ${locking}
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
      IF ${fits} THEN
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

const LOCK = 'PERFORM lock_resources(p_tenant, v_old || v_new);';

export const LOCK_INSIDE = `BEGIN\n    ${LOCK}`;

export const takeLocks: Migration = {
  name: '0023-takeLocks',
  as: 'owner',
  up: () => take(LOCK_INSIDE),
  down: take(`${LOCK}\n  BEGIN`),
};
