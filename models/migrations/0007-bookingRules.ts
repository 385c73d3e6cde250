/** What holds for bookings whatever the code does: the table of transitions, and time that follows the status. */
import type { Migration } from './migration';

const up = `
CREATE FUNCTION is_live(p_status text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN p_status IN ('held', 'pending', 'confirmed', 'checked-in', 'in-service');

-- The same table stands in commands/transitions.ts; a test compares the two.
CREATE FUNCTION may_become(p_from text, p_to text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN p_from = p_to OR CASE p_from
  WHEN 'held' THEN p_to IN ('pending', 'confirmed', 'expired')
  WHEN 'expired' THEN p_to IN ('held', 'pending', 'confirmed')
  WHEN 'pending' THEN p_to IN ('confirmed', 'cancelled')
  WHEN 'confirmed' THEN p_to IN ('checked-in', 'in-service', 'done', 'cancelled', 'no-show')
  WHEN 'checked-in' THEN p_to IN ('in-service', 'done', 'cancelled')
  WHEN 'in-service' THEN p_to = 'done'
  ELSE false
END;

CREATE FUNCTION check_booking_status() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status NOT IN ('held', 'pending', 'confirmed') THEN
      RAISE EXCEPTION 'a booking does not begin as "%": only as held, pending or confirmed', NEW.status
        USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_transitions';
    END IF;
  ELSIF NOT may_become(OLD.status, NEW.status) THEN
    RAISE EXCEPTION 'booking %: "%" does not become "%"', OLD.id, OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_transitions';
  END IF;
  RETURN NEW;
END $fn$;

CREATE TRIGGER booking_status_on_insert BEFORE INSERT ON bookings
  FOR EACH ROW EXECUTE FUNCTION check_booking_status();
CREATE TRIGGER booking_status_on_update BEFORE UPDATE OF status ON bookings
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION check_booking_status();

-- Whoever changes a booking's status or its hold frees or keeps its time in the same statement.
CREATE FUNCTION follow_booking() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  UPDATE allocations SET live = is_live(NEW.status), held_until = NEW.held_until
  WHERE tenant_id = NEW.tenant_id AND booking_id = NEW.id
    AND (live <> is_live(NEW.status) OR held_until IS DISTINCT FROM NEW.held_until);
  RETURN NULL;
END $fn$;

CREATE TRIGGER booking_time AFTER UPDATE OF status, held_until ON bookings
  FOR EACH ROW
  WHEN (is_live(OLD.status) <> is_live(NEW.status) OR OLD.held_until IS DISTINCT FROM NEW.held_until)
  EXECUTE FUNCTION follow_booking();
`;

const down = `
DROP TRIGGER booking_time ON bookings;
DROP TRIGGER booking_status_on_update ON bookings;
DROP TRIGGER booking_status_on_insert ON bookings;
DROP FUNCTION follow_booking;
DROP FUNCTION check_booking_status;
DROP FUNCTION may_become;
DROP FUNCTION is_live;
`;

export const bookingRules: Migration = { name: '0007-bookingRules', as: 'owner', up: () => up, down };
