/** Talks from storage: today's program keeps what it can, and is polite about the rest. */
import { freshTalk, readTalk } from '.';
import { readStored } from './stored';
import { FLOWS } from './flows';
import { ada, Conversation } from './support/conversation';
import { service, thanks, wants } from './support/acts';
import type { Talk } from './talk';

const frame = {
  id: 'f1',
  flow: 'book',
  version: 1,
  slots: { service: 'oil-change' },
  facts: {},
  startedAt: 0,
};
const stored = { ...freshTalk(), introduced: true, frames: [frame] };

test.each([
  ['nothing', null],
  ['a text', 'hello'],
  ['a list', []],
  ['another format', { ...stored, format: 2 }],
  ['a frame without slots', { ...stored, frames: [{ id: 'f1', flow: 'book' }] }],
  ['no frames', { format: 1, introduced: true, last: [] }],
])('%s is no talk of ours, and a fresh one begins', (_what, json) => {
  expect(readTalk(json)).toEqual(freshTalk());
});

test('a talk survives being written and read', async () => {
  const talk = new Conversation({ customer: ada });
  await talk.says(wants('book'), service('oil-change'));
  expect(readTalk(JSON.parse(JSON.stringify(talk.talk)))).toEqual(talk.talk);
});

test('a slot that was renamed is mapped, and an unknown one dropped', () => {
  const { book } = FLOWS;
  if (!book) throw new Error('there is no flow to book');
  const flows = { ...FLOWS, book: { ...book, version: 2, renamed: { kindOfWork: 'service' } } };
  const slots = { kindOfWork: 'oil-change', colour: 'red' };
  const read = readStored({ ...stored, frames: [{ ...frame, slots }] }, flows);
  expect(read.frames).toMatchObject([{ version: 2, slots: { service: 'oil-change' } }]);
  expect(read.frames[0]?.slots).not.toHaveProperty('colour');
});

test('a flow that is no more is set aside politely, and the rest of the talk is kept', async () => {
  const talk = new Conversation({ customer: ada });
  const old = { ...frame, id: 'f0', flow: 'raffle' };
  talk.talk = { ...stored, frames: [frame, old] } as unknown as Talk;
  const reply = await talk.says(thanks);
  expect(reply.text).toContain('could not keep one part');
  expect(reply.talk.frames).toMatchObject([{ id: 'f1', slots: { service: 'oil-change' } }]);
  expect(reply.talk.asked?.asking).toBe('branch');
  expect((await talk.says(thanks)).text).not.toContain('could not keep');
});

test('a question of a frame that was set aside is asked no more', () => {
  const asked = { asking: 'service', frame: 'f0', step: 'x', choices: [], shown: null, number: 3, misses: 0 };
  const old = { ...frame, id: 'f0', flow: 'raffle' };
  expect(readTalk({ ...stored, frames: [old], asked }).asked).toBeNull();
});

test('a draft is kept for a day and then let go, with a word about it', async () => {
  const talk = new Conversation({ customer: ada });
  await talk.says(wants('book'), service('oil-change'));
  talk.wait(24 * 60);
  expect((await talk.says(thanks)).talk.frames).toHaveLength(1);
  talk.wait(24 * 60 + 1);
  const reply = await talk.says(thanks);
  expect(reply.talk.frames).toEqual([]);
  expect(reply.text).toContain('let your earlier request go');
});
