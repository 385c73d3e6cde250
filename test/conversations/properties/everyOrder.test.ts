/** For every flow: whatever the order and grouping in which things are told, the same is kept at the end. */
import { FLOWS } from '../../../dialogs/flows';
import type { Database } from '../../../platform/database';
import { randomFrom, type Random } from '../../../scripts/chat/mutate/random';
import { testDatabase } from '../../setup/database';
import { comparable, openTalk, say } from './talk';
import { TELLINGS, type Telling } from './tellings';

/** Ways tried of each flow, beside telling all at once. */
const WAYS = process.env['NOBAT_LONG'] ? 200 : 6;

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
});
afterAll(() => database.close());

/** What is told in one message each, in this order. */
type Way = readonly string[];

function someWay({ told }: Telling, random: Random): Way {
  const left = [...told];
  const ordered = told.map(() => left.splice(random.below(left.length), 1)[0] ?? '');
  return ordered.reduce<readonly string[]>((messages, piece) => {
    const joined = messages.length > 0 && random.below(2) === 0;
    return joined ? [...messages.slice(0, -1), `${messages.at(-1) ?? ''}, ${piece}`] : [...messages, piece];
  }, []);
}

async function endOf({ header, before, wish }: Telling, way: Way): Promise<object> {
  const talk = await openTalk(database, header);
  for (const text of [...before, wish, ...way]) await say(talk, [text]);
  expect(talk.faults).toEqual([]);
  return comparable(await talk.state());
}

test('every flow is told to', () => {
  const untold = Object.keys(FLOWS).filter((flow) => !(flow in TELLINGS));
  // answers to an estimate are told line by line in `understanding/messages/lines.test.ts`, and the list of those who wait
  // begins where a time is not to be had: neither has anything to be told beside that; how often a series comes back is part of
  // its wish
  expect(untold).toEqual(['series', 'approve', 'waitlist']);
});

test.each(Object.entries(TELLINGS))(
  '%s: in any order and grouping',
  async (_flow, telling) => {
    const expected = await endOf(telling, [telling.told.join(', ')].filter((text) => text !== ''));
    const random = randomFrom(4);
    for (let way = 0; way < (telling.told.length > 1 ? WAYS : 1); way += 1) {
      const messages = someWay(telling, random);
      expect({ messages, end: await endOf(telling, messages) }).toEqual({ messages, end: expected });
    }
  },
  process.env['NOBAT_LONG'] ? 1_200_000 : 60_000,
);
