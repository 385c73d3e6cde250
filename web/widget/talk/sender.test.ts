/** Claims about sending: one at a time, in order, never twice, and nothing old without being asked. */

import type { Answer, Posting } from '../directline/api';
import { type Queued, Sender } from './sender';
import type { Delivery } from './thread';

const MINUTE = 60_000;

class Wire {
  open = true;
  readonly posted: string[] = [];
  readonly marks: string[] = [];
  readonly arrived = new Set<string>();
  queue: readonly Queued[] = [];
  answers: Answer<string>[] = [];

  readonly sender = new Sender(
    {
      isOpen: () => this.open,
      post: (posting: Posting) => {
        this.posted.push(posting.text);
        return Promise.resolve(this.answers.shift() ?? { kind: 'ok', value: `c|${this.posted.length}` });
      },
      catchUp: () => Promise.resolve({ kind: 'ok', value: null }),
      reopen: () => this.marks.push('reopened'),
    },
    {
      queueChanged: (queue) => (this.queue = queue),
      marked: (clientId: string, delivery: Delivery) => this.marks.push(`${clientId} ${delivery}`),
      acknowledged: (clientId) => this.arrived.add(clientId),
      isAcknowledged: (clientId) => this.arrived.has(clientId),
    },
  );

  send(id: string): void {
    this.sender.send({ clientId: id, text: id, locale: 'en' }, Date.now());
  }
}

const gone: Answer<string> = { kind: 'unreachable', retryAfterMillis: null };
const queued = (id: string, at: number): Queued => ({
  clientId: id,
  text: id,
  locale: 'en',
  at,
  uncertain: false,
  held: false,
});

describe('the sender', () => {
  let wire: Wire;

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 2, 27, 9) });
    wire = new Wire();
  });
  afterEach(() => jest.useRealTimers());

  test('sends in order and empties its queue', async () => {
    ['a', 'b', 'c'].forEach((id) => wire.send(id));
    await jest.advanceTimersByTimeAsync(0);
    expect(wire.posted).toEqual(['a', 'b', 'c']);
    expect(wire.queue).toEqual([]);
  });

  test('holds all back while the way is closed, and sends when asked to look again', async () => {
    wire.open = false;
    ['a', 'b'].forEach((id) => wire.send(id));
    await jest.advanceTimersByTimeAsync(0);
    expect(wire.posted).toEqual([]);
    wire.open = true;
    await wire.sender.flush();
    expect(wire.posted).toEqual(['a', 'b']);
  });

  test('tries again by the clock after no answer, and what follows waits for its turn', async () => {
    wire.answers = [gone];
    ['a', 'b'].forEach((id) => wire.send(id));
    await jest.advanceTimersByTimeAsync(0);
    expect(wire.posted).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(wire.posted).toEqual(['a', 'a', 'b']);
  });

  test('does not send again what shows in what the server has', async () => {
    wire.answers = [gone];
    wire.send('a');
    await jest.advanceTimersByTimeAsync(0);
    wire.arrived.add('a');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(wire.posted).toEqual(['a']);
    expect(wire.queue).toEqual([]);
  });

  test('waits as long as the server asks', async () => {
    wire.answers = [{ kind: 'unreachable', retryAfterMillis: 7_000 }];
    wire.send('a');
    await jest.advanceTimersByTimeAsync(6_900);
    expect(wire.posted).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(200);
    expect(wire.posted).toEqual(['a', 'a']);
  });

  test('a yes of ten minutes ago is not sent by itself, but when its writer says so', async () => {
    wire.sender.restore([queued('old', Date.now() - 11 * MINUTE), queued('new', Date.now() - MINUTE)]);
    await wire.sender.flush();
    expect(wire.posted).toEqual(['new']);
    expect(wire.marks).toContain('old failed');
    wire.sender.again('old');
    await jest.advanceTimersByTimeAsync(0);
    expect(wire.posted).toEqual(['new', 'old']);
  });

  test('a conversation that is over is opened anew for the message', async () => {
    wire.answers = [{ kind: 'ended' }];
    wire.send('a');
    await jest.advanceTimersByTimeAsync(0);
    expect(wire.marks).toContain('reopened');
    await wire.sender.flush();
    expect(wire.posted).toEqual(['a', 'a']);
  });
});
