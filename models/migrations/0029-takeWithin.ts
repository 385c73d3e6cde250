/** Nobody is added to a resource that is over its capacity since that was cut: those beyond it stand on all units that are left. */
import type { Migration } from './migration';
import { FITS, LOCK_INSIDE, take } from './0023-takeLocks';

/**
 * As `standsOn` in scheduling/busy: a row on a unit that is no more is in the way of every unit, by the rule of the two exclusion
 * constraints, which themselves know units and no capacity. No row is longer than 14 days and no buffer than one: the ends that
 * are looked at have bounds on both sides.
 */
const overfull = `
CREATE FUNCTION is_overfull(p_tenant uuid, p_booking uuid, p_candidate jsonb) RETURNS boolean LANGUAGE sql STABLE AS $fn$
  SELECT EXISTS (
    SELECT FROM jsonb_to_recordset(p_candidate)
      AS one (resource text, start integer, "end" integer, before integer, after integer)
    JOIN resources AS r ON r.tenant_id = p_tenant AND r.id = one.resource
    JOIN allocations AS a ON a.tenant_id = p_tenant AND a.resource_id = r.id
    WHERE a.live AND a.booking_id <> p_booking AND a.unit >= r.capacity AND a.end_minute > one.start - 1440
      AND a.end_minute < one."end" + 21600
      AND ((a.start_minute < one."end" + one.after AND one.start < a.end_minute + a.after)
        OR (a.start_minute - a.before < one."end" AND one.start - one.before < a.end_minute)))
$fn$;
`;

export const takeWithin: Migration = {
  name: '0029-takeWithin',
  as: 'owner',
  up: () => overfull + take(LOCK_INSIDE, `${FITS} AND NOT is_overfull(p_tenant, p_booking, v_candidate)`),
  down: `${take(LOCK_INSIDE)}\nDROP FUNCTION is_overfull;`,
};
