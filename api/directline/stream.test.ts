/** Direct Line streams, by a client of bare hands: what comes, in which order, and how it ends. */
import { once } from 'node:events';
import WebSocket from 'ws';
import { serve, type Served } from './server.fixture';

let served: Served;
const clients: WebSocket[] = [];
beforeEach(async () => void (served = await serve({ keepAliveMillis: 50 })));
afterEach(async () => {
  clients.splice(0).forEach((client) => client.terminate());
  await served.close();
});

interface Frame {
  readonly activities: readonly { readonly type: string; readonly text: string }[];
  readonly watermark?: string;
}

interface Reader {
  readonly ws: WebSocket;
  readonly frames: Frame[];
  readonly texts: string[];
  /** The first frame, of those that came and those to come, that pleases. */
  until(pleases: () => boolean): Promise<void>;
}

async function begin() {
  const { body } = await served.call('POST', '/conversations', 'secret-1', {});
  return { id: body.conversationId, token: body.token, streamUrl: body.streamUrl };
}

async function reconnect(id: string, token: string, query = '') {
  return (await served.call('GET', `/conversations/${id}${query}`, token)).body.streamUrl;
}

async function read(url: string, options: { autoPong?: boolean } = {}): Promise<Reader> {
  const ws = new WebSocket(url, options);
  clients.push(ws);
  const [frames, texts]: [Frame[], string[]] = [[], []];
  ws.on('message', (data: Buffer) => {
    if (data.length === 0) return;
    const frame = JSON.parse(data.toString()) as Frame;
    frames.push(frame);
    texts.push(...frame.activities.map((activity) => activity.text));
  });
  const until = async (pleases: () => boolean) => {
    while (!pleases()) await once(ws, 'message');
  };
  await once(ws, 'open');
  return { ws, frames, texts, until };
}

/** The status with which a stream is refused. */
async function refused(url: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const ws = new WebSocket(url, { headers });
  ws.on('error', () => undefined);
  const [, response] = (await once(ws, 'unexpected-response')) as [unknown, { statusCode?: number }];
  ws.terminate();
  return response.statusCode;
}

async function closeCode(ws: WebSocket): Promise<number> {
  const [code] = (await once(ws, 'close')) as [number];
  return code;
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `m${from + at}`);

describe('what comes', () => {
  it('everything from the start, then each message once, in order, while it is written', async () => {
    const { id, streamUrl } = await begin();
    numbered(1, 120).forEach((text) => served.port.say(id, 'bot', text));
    const reader = await read(streamUrl);
    numbered(121, 300).forEach((text) => served.port.say(id, 'bot', text));
    await reader.until(() => reader.texts.length >= 300);
    expect(reader.texts).toEqual(numbered(1, 300));
    expect(reader.frames.map((frame) => Number(frame.watermark))).toEqual(
      reader.frames.map((frame) => Number(frame.watermark)).toSorted((a, b) => a - b),
    );
  });

  it('the visitor sees his own messages too, in every window', async () => {
    const { id, token, streamUrl } = await begin();
    const [one, two] = [await read(streamUrl), await read(await reconnect(id, token))];
    await served.call('POST', `/conversations/${id}/activities`, token, { type: 'message', text: 'hello' });
    await Promise.all([one, two].map((reader) => reader.until(() => reader.texts.length > 0)));
    expect([one.texts, two.texts]).toEqual([['hello'], ['hello']]);
  });

  it('after a break: what follows the watermark; without one, only what is new; with an empty one, all', async () => {
    const { id, token } = await begin();
    numbered(1, 3).forEach((text) => served.port.say(id, 'bot', text));
    const readers = [];
    for (const query of ['?watermark=2', '', '?watermark=', '?watermark=-']) {
      readers.push(await read(await reconnect(id, token, query)));
    }
    served.port.say(id, 'bot', 'm4');
    await Promise.all(readers.map((reader) => reader.until(() => reader.texts.includes('m4'))));
    expect(readers.map((reader) => reader.texts)).toEqual([
      ['m3', 'm4'],
      ['m4'],
      ['m1', 'm2', 'm3', 'm4'],
      ['m1', 'm2', 'm3', 'm4'],
    ]);
  });

  it('typing comes without a watermark and is gone when it is over', async () => {
    const { id, token, streamUrl } = await begin();
    const reader = await read(streamUrl);
    served.port.tell(id, 'agent-typing');
    await reader.until(() => reader.frames.length > 0);
    expect(reader.frames[0]).toMatchObject({ activities: [{ type: 'typing' }] });
    expect(reader.frames[0]).not.toHaveProperty('watermark');
    const { body } = await served.call('GET', `/conversations/${id}/activities`, token);
    expect(body.activities).toEqual([]);
  });

  it('a message whose signal was lost comes with the next look', async () => {
    const { id, streamUrl } = await begin();
    const reader = await read(streamUrl);
    served.port.say(id, 'bot', 'silent', { quietly: true });
    await reader.until(() => reader.texts.length > 0);
    expect(reader.texts).toEqual(['silent']);
  });

  it('empty frames from the client change nothing', async () => {
    const { id, streamUrl } = await begin();
    const reader = await read(streamUrl);
    for (let count = 0; count < 5; count += 1) reader.ws.send('');
    reader.ws.send('not for you');
    served.port.say(id, 'bot', 'm1');
    await reader.until(() => reader.texts.length > 0);
    expect(reader.texts).toEqual(['m1']);
  });
});

describe('who is let in', () => {
  it('a stream address serves for a minute, and one conversation', async () => {
    const [one, two] = [await begin(), await begin()];
    expect(await refused(one.streamUrl.replace(one.id, two.id))).toBe(403);
    expect(await refused(one.streamUrl.replace(/t=.*$/, `t=${one.token}`))).toBe(401);
    expect(await refused(one.streamUrl.replace(/t=.*$/, ''))).toBe(401);
    served.clock.advance(59_000);
    expect((await read(one.streamUrl)).ws.readyState).toBe(WebSocket.OPEN);
    served.clock.advance(1_000);
    expect(await refused(one.streamUrl)).toBe(403);
  });

  it('and the pages it was made for', async () => {
    const trusted = { trustedOrigins: ['https://shop.example'] };
    const { body } = await served.call('POST', '/tokens/generate', 'secret-1', trusted);
    const { streamUrl } = (await served.call('POST', '/conversations', body.token)).body;
    expect(await refused(streamUrl, { origin: 'https://evil.example' })).toBe(403);
    expect((await read(streamUrl)).ws.readyState).toBe(WebSocket.OPEN);
  });

  it('a visitor with twenty windows gets no more', async () => {
    const { streamUrl } = await begin();
    for (let window = 0; window < 20; window += 1) await read(streamUrl);
    expect(await refused(streamUrl)).toBe(429);
  });
});

describe('how it ends', () => {
  it('with 1001 when the server goes away', async () => {
    const { id, streamUrl } = await begin();
    const { ws } = await read(streamUrl);
    const ended = closeCode(ws);
    await served.line.close();
    expect(await ended).toBe(1001);
    expect(served.port.listeners(id)).toBe(0);
    expect(await refused(streamUrl)).toBe(500);
  });

  it('with 1009 for a frame that is too large', async () => {
    const { streamUrl } = await begin();
    const { ws } = await read(streamUrl);
    const ended = closeCode(ws);
    ws.send('x'.repeat(5000));
    expect(await ended).toBe(1009);
  });

  it('with 1011 when it cannot be read, and the client finds all of it when it comes back', async () => {
    const { id, token, streamUrl } = await begin();
    const { ws } = await read(streamUrl);
    const ended = closeCode(ws);
    served.port.broken = new Error('the database went away');
    served.port.say(id, 'bot', 'm1');
    expect(await ended).toBe(1011);
    expect(served.logged).toHaveLength(1);
    served.port.broken = null;
    const again = await read(await reconnect(id, token, '?watermark='));
    await again.until(() => again.texts.length > 0);
    expect(again.texts).toEqual(['m1']);
  });

  it('when the client has stopped answering', async () => {
    const { id, streamUrl } = await begin();
    const { ws } = await read(streamUrl, { autoPong: false });
    expect(await closeCode(ws)).toBe(1006);
    // The server's end closes a moment after the client's.
    while (served.port.listeners(id) > 0) await new Promise((resolve) => setImmediate(resolve));
  });
});
