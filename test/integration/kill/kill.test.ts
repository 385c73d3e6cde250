/** Claims about kill -9 at every point of a message's road: after the restart it is answered once, and booked once. */
import { eventually } from '../../browser/support/eventually';
import { killable, type Killable } from './child';

const REQUEST = 'Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace';
/** A process starts, and the sweep comes by. */
const RESTARTED_MILLIS = 30_000;

let at: Killable;

beforeEach(async () => {
  at = await killable();
  await at.start();
}, 60_000);
afterEach(() => at.close());

/** Holds rows until released: whoever wants to change them waits there, and can be killed waiting. */
async function holding(rows: string): Promise<() => Promise<void>> {
  await at.owner.query('BEGIN');
  await at.owner.query(`SELECT 1 FROM ${rows} FOR UPDATE`);
  return async () => void (await at.owner.query('ROLLBACK'));
}

const waitsForUs = (): Promise<number> =>
  at.count(`pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);

async function answered(times: number): Promise<void> {
  await eventually(() => expect(at.sent()).toHaveLength(times), RESTARTED_MILLIS);
}

test('between the 200 and the turn: the message is answered by the next process, once', async () => {
  const status = await at.deliver('hello');
  await at.kill();
  expect(status).toBe(200);
  await at.claimsRunOut();
  await at.start();
  await answered(1);
  expect(await at.count(`inbound WHERE status = 'handled'`)).toBe(1);
}, 90_000);

test('in the middle of the turn that books: one booking, one answer, and nothing of the first try', async () => {
  await at.deliver(REQUEST);
  await answered(1);
  const release = await holding('bookings');
  await at.deliver('yes');
  await eventually(async () => expect(await waitsForUs()).toBeGreaterThan(0));
  await at.kill();
  await release();
  await eventually(async () => expect(await waitsForUs()).toBe(0));
  expect(await at.count(`bookings WHERE status = 'confirmed'`)).toBe(0);
  await at.claimsRunOut();
  await at.start();
  await answered(2);
  expect(await at.count(`bookings WHERE status = 'confirmed'`)).toBe(1);
  expect(await at.count(`bookings WHERE status = 'held'`)).toBe(0);
  expect(await at.count(`messages WHERE author = 'bot'`)).toBe(2);
}, 90_000);

test('after the commit and before the request: the reply goes out once and counts as no repeat', async () => {
  await at.owner.query(`CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
  await at.owner.query(`CREATE TRIGGER wait_here BEFORE UPDATE ON outbox FOR EACH ROW
    WHEN (NEW.begun_at IS NOT NULL) EXECUTE FUNCTION wait_here()`);
  await at.owner.query('SELECT pg_advisory_lock(4711)');
  await at.deliver('hello');
  await eventually(async () => expect(await waitsForUs()).toBe(1));
  await at.kill();
  await at.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  await at.owner.query('SELECT pg_advisory_unlock(4711)');
  expect(at.twilio.calls).toHaveLength(0);
  await at.claimsRunOut();
  await at.start();
  await answered(1);
  await eventually(async () =>
    expect(await at.count(`outbox WHERE status = 'sent' AND repeats = 0`)).toBe(1),
  );
}, 90_000);

test('after the request and before its answer is noted: it is repeated once, and the repeat is on record', async () => {
  at.twilio.script({ kind: 'silence' });
  await at.deliver('hello');
  await eventually(() => expect(at.twilio.calls).toHaveLength(1));
  await at.kill();
  await at.claimsRunOut();
  await at.start();
  await answered(1);
  await eventually(async () =>
    expect(await at.count(`outbox WHERE status = 'sent' AND repeats = 1`)).toBe(1),
  );
  expect(at.twilio.calls).toHaveLength(2);
}, 90_000);
