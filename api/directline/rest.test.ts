/** Direct Line over plain HTTP: who may do what, and what a client is told. */
import { serve, type Served } from './server.fixture';

let served: Served;
beforeEach(async () => void (served = await serve()));
afterEach(() => served.close());

async function begin(secret = 'secret-1'): Promise<{ token: string; id: string }> {
  const { body } = await served.call('POST', '/tokens/generate', secret);
  await served.call('POST', '/conversations', body.token, { user: {} });
  return { token: body.token, id: body.conversationId };
}

function say(id: string, token: string, activity: object) {
  return served.call('POST', `/conversations/${id}/activities`, token, { type: 'message', ...activity });
}

describe('tokens', () => {
  it('are made for a secret, for half an hour, and open nothing yet', async () => {
    const { status, body } = await served.call('POST', '/tokens/generate', 'secret-1', {
      user: { id: 'dl_abc' },
    });
    expect([status, body.expires_in]).toEqual([200, 1800]);
    const unopened = await served.call('GET', `/conversations/${body.conversationId}`, body.token);
    expect([unopened.status, unopened.body.error.code]).toEqual([404, 'ConversationNotFound']);
  });

  it('are renewed while they are good, for the same conversation', async () => {
    const { token, id } = await begin();
    served.clock.advance(1_799_000);
    const renewed = await served.call('POST', '/tokens/refresh', token);
    expect([renewed.status, renewed.body.conversationId]).toEqual([200, id]);
    served.clock.advance(1_000);
    const late = await served.call('POST', '/tokens/refresh', token);
    expect([late.status, late.body.error.code]).toEqual([403, 'TokenExpired']);
    expect((await say(id, renewed.body.token, { text: 'still here' })).status).toBe(200);
  });

  it.each([
    [undefined, 401],
    ['nobody', 401],
    ['a.b.c', 401],
    ['x'.repeat(5000), 401],
  ])('credentials %# are refused in the form clients know', async (bearer, status) => {
    const answer = await served.call('POST', '/tokens/generate', bearer);
    expect([answer.status, answer.body.error.code]).toEqual([status, 'Unauthorized']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('a visitor makes no tokens, a secret is not renewed, a user id needs its prefix', async () => {
    const { token } = await begin();
    expect((await served.call('POST', '/tokens/generate', token)).status).toBe(403);
    expect((await served.call('POST', '/tokens/refresh', 'secret-1')).status).toBe(403);
    const wrongId = await served.call('POST', '/tokens/generate', 'secret-1', { user: { id: 'ada' } });
    expect([wrongId.status, wrongId.body.error.code]).toEqual([400, 'BadArgument']);
  });

  it('bound to an origin they serve its pages only', async () => {
    const trusted = { trustedOrigins: ['https://shop.example/page'] };
    const { body } = await served.call('POST', '/tokens/generate', 'secret-1', trusted);
    const from = async (origin: string) =>
      fetch(`${served.domain}/conversations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${body.token}`, origin },
      });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from('https://shop.example')).status).toBe(201);
  });
});

describe('conversations', () => {
  it('begin once, with a stream address on the name the page was loaded from', async () => {
    const { body } = await served.call('POST', '/tokens/generate', 'secret-1');
    const first = await served.call('POST', '/conversations', body.token, { user: {}, locale: 'de-DE' });
    const again = await served.call('POST', '/conversations', body.token);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.body.conversationId).toBe(body.conversationId);
    expect(again.body.conversationId).toBe(body.conversationId);
    expect(first.body.streamUrl).toMatch(
      /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/[\w-]+\/stream\?/,
    );
    expect(served.port.opening(body.conversationId)).toMatchObject({ locale: 'de-DE', tenantId: 'tenant-1' });
  });

  it('a business may begin one with its secret and go on with the token', async () => {
    const { status, body } = await served.call('POST', '/conversations', 'secret-1', {
      user: { id: 'dl_ada' },
    });
    expect(status).toBe(201);
    expect((await say(body.conversationId, body.token, { text: 'hi' })).status).toBe(200);
    expect((await say(body.conversationId, 'secret-1', { text: 'hi', from: { id: 'x' } })).status).toBe(200);
    expect(served.port.received.map((one) => one.address)).toEqual(['dl_ada', 'dl_ada']);
  });

  it("nobody enters another's conversation, whatever he holds", async () => {
    const [one, two] = [await begin(), await begin()];
    const other = await say(one.id, two.token, { text: 'hi' });
    expect([other.status, other.body.error.code]).toEqual([403, 'Forbidden']);
    expect((await served.call('GET', `/conversations/${one.id}/activities`, two.token)).status).toBe(403);
    expect((await served.call('GET', `/conversations/${one.id}`, two.token)).status).toBe(403);
    expect((await served.call('GET', `/conversations/${one.id}`, 'secret-2')).status).toBe(404);
    expect((await served.call('GET', `/conversations/${one.id}`)).status).toBe(401);
    expect(served.port.received).toEqual([]);
  });
});

describe('activities', () => {
  it('are from the user of the token, and a repeat is the same message', async () => {
    const { token, id } = await begin();
    const activity = { text: 'hello', from: { id: 'dl_other' }, channelData: { clientActivityID: 'c1' } };
    const [first, second] = [await say(id, token, activity), await say(id, token, activity)];
    expect([first.status, first.body.id]).toEqual([200, `${id}|0000001`]);
    expect(second.body.id).toBe(first.body.id);
    const { body } = await served.call('GET', `/conversations/${id}/activities`, token);
    expect(body.activities).toHaveLength(1);
    expect(body.activities[0]?.from.id).toBe(served.port.opening(id).userId);
    expect(body.activities[0]).toMatchObject({ channelData: { clientActivityID: 'c1' } });
  });

  it('are read page by page until a page is empty, the watermark only ever growing', async () => {
    const { token, id } = await begin();
    for (let number = 1; number <= 120; number += 1) served.port.say(id, 'bot', `message ${number}`);
    let [watermark, texts] = ['', [] as string[]];
    for (const size of [50, 50, 20, 0]) {
      const { body } = await served.call(
        'GET',
        `/conversations/${id}/activities?watermark=${watermark}`,
        token,
      );
      expect(body.activities).toHaveLength(size);
      expect(Number(body.watermark)).toBeGreaterThanOrEqual(Number(watermark));
      texts = [...texts, ...body.activities.map((activity) => activity.text)];
      ({ watermark } = body);
    }
    expect(texts).toEqual(Array.from({ length: 120 }, (_, index) => `message ${index + 1}`));
  });

  it.each(['-', 'rubbish', '%00', '99999999999'])('a watermark %j is the start', async (watermark) => {
    const { token, id } = await begin();
    served.port.say(id, 'bot', 'one');
    const { body } = await served.call(
      'GET',
      `/conversations/${id}/activities?watermark=${watermark}`,
      token,
    );
    expect(body.activities).toHaveLength(1);
  });

  it('a watermark from the future hides nothing that comes', async () => {
    const { token, id } = await begin();
    served.port.say(id, 'bot', 'one');
    const path = `/conversations/${id}/activities?watermark=`;
    const { body } = await served.call('GET', `${path}500`, token);
    expect(body).toEqual({ activities: [], watermark: '1' });
  });

  it('typing and events are answered and not kept', async () => {
    const { token, id } = await begin();
    for (const type of ['typing', 'event']) expect((await say(id, token, { type })).status).toBe(200);
    expect(served.port.typed).toBe(1);
    expect((await served.call('GET', `/conversations/${id}/activities`, token)).body.activities).toEqual([]);
  });
});

describe('refusals', () => {
  it('of a body that is no activity, broken, or too large', async () => {
    const { token, id } = await begin();
    const path = `/conversations/${id}/activities`;
    const answers = [
      await served.call('POST', path, token, { type: 'message' }),
      await served.call('POST', path, token, '{"type":'),
      await served.call('POST', path, token, '"hello"'),
      await served.call('POST', path, token, { type: 'message', text: 'x'.repeat(200_000) }),
      await served.call('POST', path, token, { type: 'message', text: 'refuse me' }),
      await served.call('POST', `/conversations/${id}/upload?userId=dl_1`, token, 'file'),
      await served.call('GET', '/session/getsessionid', token),
    ];
    expect(answers.map((answer) => [answer.status, answer.body.error.code])).toEqual([
      [400, 'BadArgument'],
      [400, 'MalformedData'],
      [400, 'MalformedData'],
      [413, 'PayloadTooLarge'],
      [502, 'BotRejectedActivity'],
      [415, 'UploadNotSupported'],
      [404, 'NotFound'],
    ]);
  });

  it('a fault of ours is a 500 that says nothing about itself, and is logged', async () => {
    const { token, id } = await begin();
    served.port.broken = new Error('password=hunter2');
    const answer = await say(id, token, { text: 'hi' });
    expect([answer.status, answer.body.error.code]).toEqual([500, 'ServiceError']);
    expect(JSON.stringify(answer.body)).not.toContain('hunter2');
    expect(served.logged).toHaveLength(1);
  });

  it('10,000 characters in any script are no reason for one', async () => {
    const { token, id } = await begin();
    for (const text of ['😀'.repeat(5_000), '\\ud83d'.repeat(10_000), '\u0001'.repeat(10_000)]) {
      const raw = `{"type":"message","text":${text.startsWith('\\') ? `"${text}"` : JSON.stringify(text)}}`;
      expect((await served.call('POST', `/conversations/${id}/activities`, token, raw)).status).toBe(200);
    }
  });
});

it('pages of any origin may ask, with the headers that the real client sends', async () => {
  const response = await fetch(`${served.domain}/conversations`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toBe(
    'authorization,content-type,x-ms-bot-agent,x-requested-with',
  );
});
