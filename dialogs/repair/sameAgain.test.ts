/** The same as last time: who did it may be gone, and prices change. */
import type { BookingView } from '../../commands/types';
import { ada, Conversation } from '../support/conversation';
import { exactly, service, wants } from '../support/acts';
import type { Act } from '../../understanding/acts';

const again: Act = { act: 'request', intent: 'book', again: true };

/** A visit with Ali, as it was made: through the shop itself. */
async function visited(): Promise<{ talk: Conversation; visit: BookingView }> {
  const talk = new Conversation({ customer: ada });
  const { customer } = talk.commands;
  const input = { service: 'oil-change', branch: 'mitte', person: 'ali', assetId: 'golf' };
  const start = '2026-03-27T11:00';
  const held = await talk.commands.hold(
    { ...input, start, customerId: customer.id, conversationId: null },
    'visit',
  );
  if (held.kind !== 'held') throw new Error(`the visit could not be: ${held.kind}`);
  await talk.commands.release(held.hold.id);
  return { talk, visit: { ...held.hold, status: 'done' } };
}

const [golf = null] = ada.assets ?? [];

test('service, person, branch and vehicle are taken over, and only the time is asked', async () => {
  const { talk, visit } = await visited();
  talk.visits.last = {
    kind: 'last',
    visit,
    service: 'oil-change',
    branch: 'mitte',
    person: 'ali',
    asset: golf,
  };
  const reply = await talk.says(again);
  expect(reply.text).toMatch(/same as last time[^]*oil change[^]*With: Ali[^]*Golf B-XY 123/);
  expect(reply.talk.asked?.asking).toBe('when');
  expect((await talk.says(exactly('2026-03-30T10:00'))).text).toContain('With: Ali');
});

test('who is not there any more is told, and it is whoever is free', async () => {
  const { talk, visit } = await visited();
  talk.visits.last = {
    kind: 'last',
    visit,
    service: 'oil-change',
    branch: 'mitte',
    person: null,
    asset: golf,
  };
  expect((await talk.says(again)).text).toContain('Ali does not do this any more');
  await talk.says(exactly('2026-03-30T10:00'));
  expect(talk.shop.holds()).toHaveLength(1);
});

test('whoever left the business altogether has no name any more', async () => {
  const { talk, visit } = await visited();
  const left = { ...visit, people: ['gone'] };
  talk.visits.last = {
    kind: 'last',
    visit: left,
    service: 'oil-change',
    branch: 'mitte',
    person: null,
    asset: golf,
  };
  expect((await talk.says(again)).text).toContain('not with us any more');
});

test('another price than last time is told before anything is held', async () => {
  const { talk, visit } = await visited();
  const dearer = { ...visit, price: 7900 };
  talk.visits.last = {
    kind: 'last',
    visit: dearer,
    service: 'oil-change',
    branch: 'mitte',
    person: 'ali',
    asset: golf,
  };
  expect((await talk.says(again)).text).toContain('The price is €89 today; last time it was €79.');
});

test('what is not offered any more is asked for', async () => {
  const { talk, visit } = await visited();
  talk.visits.last = { kind: 'last', visit, service: null, branch: 'mitte', person: null, asset: golf };
  const reply = await talk.says(again);
  expect(reply.text).toContain('not offered any more');
  expect(reply.talk.asked?.asking).toBe('service');
});

test('who has shown nothing of who they are gets no hint of a visit', async () => {
  const talk = new Conversation();
  talk.visits.last = { kind: 'unproven' };
  expect((await talk.says(again)).text).toContain('no earlier visit');
});

test('what was said in this request goes before what was last time', async () => {
  const { talk, visit } = await visited();
  talk.visits.last = {
    kind: 'last',
    visit,
    service: 'oil-change',
    branch: 'mitte',
    person: 'ali',
    asset: golf,
  };
  await talk.says(wants('book'), service('brake-check'));
  await talk.says(again);
  expect(talk.talk.frames[0]?.slots).toMatchObject({ service: 'brake-check', branch: 'mitte' });
});
