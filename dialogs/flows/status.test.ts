/** Claims about the state of work: its stage, its promise, and honesty where that was missed. */
import type { OrderView } from '../../commands/visitTypes';
import { wants, yes } from '../support/acts';
import { ada, Conversation } from '../support/conversation';

const order: OrderView = {
  ...{ id: 'o1', bookingId: 'b9', reference: 'SKDQT9', service: 'oil-change', branch: 'mitte' },
  ...{ zone: 'Europe/Berlin', stage: 'in-progress', stageNames: null, stageSince: '2026-03-27T08:15' },
  ...{ promised: '2026-03-27T16:00', overdue: false, ready: false, ended: false, note: null, version: 1 },
  asset: { id: 'golf', label: 'Golf B-XY 123', class: null, plate: 'B-XY 123' },
};

function withOrder(changes: Partial<OrderView>): Conversation {
  const talk = new Conversation({ customer: ada });
  talk.visits.orders = async () => [{ ...order, ...changes }];
  return talk;
}

test('work is told with its stage, since when, and by when it will be ready', async () => {
  const reply = await withOrder({}).says(wants('status'));
  expect(reply.text).toContain('Golf B-XY 123');
  expect(reply.text).toContain('being worked on');
  expect(reply.text).toContain('08:15');
  expect(reply.text).toContain('ready by Friday 27 March, 16:00');
});

test('a missed promise is said, and a person is offered', async () => {
  const talk = withOrder({ overdue: true, promised: '2026-03-27T08:30' });
  const reply = await talk.says(wants('status'));
  expect(reply.text).toContain('was to be ready by Friday 27 March, 08:30');
  expect(reply.text).not.toContain('should be ready');
  await talk.says(yes);
  expect(talk.shop.tasks).toMatchObject([
    { kind: 'human', text: expect.stringContaining('SKDQT9') as string },
  ]);
});

test('what is ready can be collected, and no promise is told any more', async () => {
  const reply = await withOrder({ ready: true, stage: 'ready' }).says(wants('status'));
  expect(reply.text).toContain('collect it at');
  expect(reply.text).not.toContain('16:00');
});

test('without a promise nothing is promised', async () => {
  const reply = await withOrder({ promised: null }).says(wants('status'));
  expect(reply.text).toContain('cannot see a time yet');
});

test("the business's own name of a stage is told as it is", async () => {
  const reply = await withOrder({ stage: 'polish', stageNames: { en: 'being polished' } }).says(
    wants('status'),
  );
  expect(reply.text).toContain('being polished');
});

test('who has not shown who they are hears of nothing', async () => {
  const talk = withOrder({});
  talk.visits.profile = async () => ({ kind: 'unproven' });
  const reply = await talk.says(wants('status'));
  expect(reply.text).not.toContain('Golf');
  expect(reply.text).not.toContain('oil change');
});
