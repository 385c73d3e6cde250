/** Claims about what always fails: STOP is kept even so, what waits behind the fault is answered, and no talk stays stuck. */
import { testHouse, type TestHouse } from '../../setup/house';

const REQUEST = 'Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace';
const OTHER = '+4915112345679';
const APOLOGY = expect.stringContaining('something went wrong on our side') as string;

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse();
});
afterEach(() => at.close());

/** A rule in the database that refuses a change: whatever makes it fails for as long as the rule is there. */
async function refuse(change: string, when = 'true'): Promise<void> {
  await sql(`CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'this row is broken'; END $$`);
  await sql(`CREATE TRIGGER broken BEFORE ${change} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refused()`);
}

async function sql(text: string): Promise<void> {
  await at.database.sequelize.query(text);
}

test('a STOP whose turn always fails is an opt-out all the same, confirmed once and without an apology', async () => {
  await at.say(REQUEST);
  await refuse('UPDATE OR DELETE ON bookings');
  expect(await at.say('STOP')).toEqual([expect.stringContaining('not get any more texts')]);
  expect(await at.count('addresses WHERE opted_out_at IS NOT NULL')).toBe(1);
  expect(await at.count(`tasks WHERE kind = 'other'`)).toBe(1);
  expect(await at.say('hello?')).toEqual([]);
});

test('what always fails takes neither the words behind it along nor the other conversations', async () => {
  await refuse('INSERT ON journal', `NEW.entry::text LIKE '%oil-change%'`);
  await at.receive('book an oil change');
  const answers = await at.say('HELP');
  expect(answers).toEqual([APOLOGY, expect.stringMatching(/Autohaus Linden.*automated/s)]);
  expect(await at.say('hello', { address: OTHER })).toEqual([expect.not.stringContaining('went wrong')]);
});

test('a talk that fails twice over is put aside, so that the next message is answered', async () => {
  await at.say(REQUEST);
  await refuse('UPDATE OR DELETE ON bookings');
  expect(await at.say('make it 11')).toEqual([APOLOGY]);
  expect(await at.say('make it 12')).toEqual([APOLOGY]);
  expect(await at.say('what do you offer?')).toEqual([expect.not.stringContaining('went wrong')]);
});
