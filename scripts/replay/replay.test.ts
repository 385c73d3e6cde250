/** Claims about replays: today's program says what it said, a change is found, nothing is written, and an export plays again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredConversation } from '../../bot/storedTurns';
import type { TurnJournal } from '../../bot/turnJournal';
import type { Database } from '../../platform/database';
import { testDatabase } from '../../test/setup/database';
import { CUSTOMER, testHouse, type TestHouse } from '../../test/setup/house';
import { runFiles } from '../chat/run';
import { exportChat } from '../exportChat';
import { findStored, readOnly, replayConversation } from './run';
import { replayText } from './text';

let at: TestHouse;
let spare: Database;
let folder: string;

beforeAll(async () => {
  at = await testHouse('whatsapp');
  spare = await testDatabase({ poolSize: 2 });
  folder = await mkdtemp(join(tmpdir(), 'nobat-replay-'));
  await at.say('hi, I need an oil change at Mitte on Monday at 10');
  at.clock.advance(70_000);
  await at.say('how much is it?');
  await at.say('Golf B-XY 123');
  at.clock.advance(4 * 60_000);
  await at.say('Grace Hopper');
  await at.say('make it 11');
  await at.say('yes');
  at.clock.advance(26 * 3_600_000);
  await at.say('cancel my appointment');
  await at.say('yes');
});

afterAll(async () => {
  await at.close();
  await spare.close();
  await rm(folder, { recursive: true });
});

async function stored(): Promise<Awaited<ReturnType<typeof findStored>> & { talk: StoredConversation }> {
  const found = await findStored(at.database, { tenant: 'garage', which: { last: 1 } });
  const [talk] = found.conversations;
  if (!talk) throw new Error('nothing is stored');
  return { ...found, talk };
}

/** The same conversation, with one turn's journal changed. */
function changed(
  talk: StoredConversation,
  turn: number,
  change: (entry: TurnJournal) => Partial<TurnJournal>,
): StoredConversation {
  const turns = talk.turns.map((each) =>
    each.turn === turn && each.entry ? { ...each, entry: { ...each.entry, ...change(each.entry) } } : each,
  );
  return { ...talk, turns };
}

test('every turn comes out as it did', async () => {
  const { talk, business } = await stored();
  const replayed = await replayConversation(talk, business);
  expect(replayText([replayed])).toBe(`${talk.conversationId}: 8 turns, 0 different`);
  expect(replayed.same).toBe(true);
});

test('what was understood or said otherwise is shown, in its turn', async () => {
  const { talk, business } = await stored();
  const other = changed(talk, 2, () => ({ heard: [], said: [] }));
  const { same, turns } = await replayConversation(other, business);
  expect(same).toBe(false);
  expect(turns.filter(({ kind }) => kind === 'different').map(({ turn }) => turn)).toEqual([2]);
  expect(turns[1]?.differences.map(({ aspect }) => aspect)).toEqual(['acts', 'sayings']);
});

test('a command that the journal does not answer ends the turn, and only that', async () => {
  const { talk, business } = await stored();
  const { turns } = await replayConversation(
    changed(talk, 6, () => ({ commands: [] })),
    business,
  );
  expect(turns[5]?.differences).toMatchObject([{ aspect: 'commands', then: [], now: expect.any(String) }]);
  expect(turns[6]?.kind).toBe('same');
});

test('nothing is written: neither by the reading nor by the turns', async () => {
  const queries: string[] = [];
  const stop = at.database.onQuery(({ text }) => void queries.push(text));
  const { talk, business } = await stored();
  const read = queries.length;
  await replayConversation(talk, business);
  stop();
  expect(queries.length).toBe(read);
  expect(queries.filter((query) => /\b(INSERT|UPDATE|DELETE|nextval|take)\b/.test(query))).toEqual([]);
  const writing = readOnly(at.database, at.account.tenantId, (tx) =>
    tx.simple("UPDATE customers SET name = 'nobody'"),
  );
  await expect(writing).rejects.toThrow(/read-only/);
});

test('an export names nobody, and plays again as it went', async () => {
  const { talk, business } = await stored();
  const text = exportChat(talk, business);
  for (const own of ['Grace', 'Hopper', CUSTOMER, 'XY 123']) expect(text).not.toContain(own);
  expect(text).toContain('wait: 26h');
  expect(text).toContain('expect: bookings[0].status = cancelled');
  const file = join(folder, 'exported.chat');
  await writeFile(file, text);
  const { files } = await runFiles([spare], [file]);
  expect(files.flatMap(({ failures }) => failures)).toEqual([]);
});

test('who is asked for and not there is told so', async () => {
  const id = '00000000-0000-4000-8000-000000000000';
  await expect(findStored(at.database, { tenant: 'garage', which: { id } })).rejects.toThrow(
    /no conversation/,
  );
  await expect(findStored(at.database, { tenant: 'nobody', which: { last: 1 } })).rejects.toThrow(
    /no business/,
  );
});
