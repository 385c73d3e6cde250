/** The moves of a visit (checked in, begun, done, missed): one deed each, in one round trip. */
import type { Migration } from './migration';

/**
 * What a booking may become is decided by `may_become`; here stands from which statuses this move leads there. Kinds: `moved`,
 * `repeated` (this key did it, or it is so already), `other` (another version or status; the booking is told), `gone`.
 */
const up = `
CREATE FUNCTION mark_booking(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_tenant uuid := p ->> 'tenant';
  v_customer uuid := p ->> 'customer';
  b bookings;
  v_before jsonb;
BEGIN
  SELECT * INTO b FROM bookings WHERE tenant_id = v_tenant AND id = (p ->> 'id')::uuid FOR UPDATE;
  IF NOT FOUND OR (v_customer IS NOT NULL AND b.customer_id <> v_customer) THEN
    RETURN jsonb_build_object('kind', 'gone');
  END IF;
  v_before := booking_json(b);
  IF b.status = p ->> 'to' OR (done_before(v_tenant, p ->> 'key')).id = b.id THEN
    RETURN jsonb_build_object('kind', 'repeated', 'booking', v_before);
  ELSIF NOT b.status = ANY (texts(p -> 'from')) OR b.version <> (p ->> 'version')::integer THEN
    RETURN jsonb_build_object('kind', 'other', 'booking', v_before);
  END IF;
  UPDATE bookings SET status = p ->> 'to', version = version + 1
  WHERE tenant_id = v_tenant AND id = b.id RETURNING * INTO b;
  PERFORM keep_deed(b, (p ->> 'now')::timestamptz, p -> 'actor', p ->> 'to', p ->> 'key', v_before);
  RETURN jsonb_build_object('kind', 'moved', 'booking', booking_json(b));
END $fn$;
`;

const down = 'DROP FUNCTION mark_booking;';

export const visits: Migration = { name: '0022-visits', as: 'owner', up: () => up, down };
