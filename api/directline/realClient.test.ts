/** The unmodified botframework-directlinejs loses nothing and sees nothing twice, whatever the network does. */
import { activityId } from '../../channels/webchat';
import { connect } from './realClient.fixture';
import { serve, type Served } from './server.fixture';

const MESSAGES = 1000;
let served: Served;
const ends: (() => void)[] = [];
beforeEach(async () => void (served = await serve()));
afterEach(async () => {
  ends.splice(0).forEach((end) => end());
  await served.close();
});

type Seen = ReturnType<typeof connect>;

function join(options: Parameters<typeof connect>[0]): Seen {
  const seen = connect({ domain: served.domain, ...options });
  ends.push(() => seen.end());
  return seen;
}

async function begin() {
  const { body } = await served.call('POST', '/tokens/generate', 'secret-1');
  await served.call('POST', '/conversations', body.token);
  return { token: body.token, id: body.conversationId };
}

function write(id: string, from: number, to: number): void {
  for (let number = from; number <= to; number += 1) served.port.say(id, 'bot', `m${number}`);
}

const all = (id: string, count = MESSAGES) =>
  Array.from({ length: count }, (_, at) => activityId(id, at + 1));

function posted(seen: Seen, text: string): Promise<string> {
  const activity = {
    type: 'message',
    text,
    from: { id: 'dl_claimed' },
    channelData: { clientActivityID: text },
  } as const;
  return new Promise((resolve, reject) => void seen.client.postActivity(activity).subscribe(resolve, reject));
}

it('says and hears over a WebSocket', async () => {
  const { token, id } = await begin();
  const seen = join({ token });
  expect(await posted(seen, 'hello')).toBe(activityId(id, 1));
  served.port.say(id, 'bot', 'Shall I?', { choices: ['Yes', 'Change'] });
  await seen.reached(2);
  expect(seen.ids).toEqual(all(id, 2));
  expect(served.port.received[0]).toMatchObject({ text: 'hello', address: served.port.opening(id).userId });
});

it(`${MESSAGES} messages over a WebSocket that is cut, and a server that restarts, in their midst`, async () => {
  const { token, id } = await begin();
  const seen = join({ token });
  write(id, 1, 300);
  await seen.reached(120);
  served.cut();
  write(id, 301, 600);
  await seen.reached(600);
  write(id, 601, 700);
  await served.restart();
  write(id, 701, MESSAGES);
  await seen.reached(MESSAGES);
  expect(seen.ids).toEqual(all(id));
  expect(seen.errors).toEqual([]);
});

it(`${MESSAGES} messages by polling, the second half by a page that was loaded anew`, async () => {
  const { token, id } = await begin();
  // A second is also what it waits before it tries again on a connection that was cut.
  const polling = { token, webSocket: false, pollingInterval: 200, timeout: 1000 };
  const first = join(polling);
  write(id, 1, 500);
  await first.reached(300);
  served.cut();
  first.end();
  // What the client itself keeps across a reload.
  const [watermark, before] = [String(first.client['watermark']), [...first.ids]];
  write(id, 501, MESSAGES);
  const second = join({ ...polling, conversationId: id, watermark });
  await second.reached(MESSAGES - before.length);
  expect([...before, ...second.ids]).toEqual(all(id));
});

it('an expired token is not the end: with a new one for the same conversation it goes on', async () => {
  const { body } = await served.call('POST', '/tokens/generate', 'secret-1');
  const seen = join({ token: body.token });
  await posted(seen, 'hello');
  served.clock.advance(1_800_000);
  expect(await posted(seen, 'are you there?')).toBe('retry');
  const session = served.resume(body.resume);
  expect(session).toMatchObject({ conversationId: body.conversationId });
  const path = `/conversations/${body.conversationId}?watermark=`;
  const renewed = await served.call('GET', path, session?.token);
  seen.client.reconnect(renewed.body);
  expect(await posted(seen, 'are you there?')).toBe(activityId(body.conversationId, 2));
  await seen.reached(2);
  expect(seen.ids).toEqual(all(body.conversationId, 2));
});

it('a conversation that is not there is the end', async () => {
  const seen = join({ secret: 'secret-1', conversationId: 'another', webSocket: false });
  await expect(posted(seen, 'hello')).rejects.toThrow();
});
