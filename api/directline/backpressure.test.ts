/** A client that does not read costs one page of memory, whatever is written meanwhile. */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { TestClock } from '../../platform/clock';
import { AT, MemoryPort } from './memoryPort.fixture';
import { ActivityStream } from './stream';

/** A socket whose network takes nothing until it is told to. */
class SlowSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  readonly #waiting: (() => void)[] = [];

  send(data: string, taken?: () => void): void {
    this.sent.push(data);
    if (taken !== undefined) this.#waiting.push(taken);
  }

  /** The network takes the oldest frame. */
  flow(): boolean {
    const taken = this.#waiting.shift();
    taken?.();
    return taken !== undefined;
  }

  terminate(): void {
    this.readyState = 3;
    this.emit('close');
  }
}

const speakers = { conversationId: 'c', userId: 'dl_1', businessName: 'Linden' };

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

it('one page waits; the next is read when it has left; nothing is lost', async () => {
  const port = new MemoryPort();
  await port.openConversation({ tenantId: 'tenant-1', conversationId: 'c', userId: 'dl_1' });
  const socket = new SlowSocket();
  const log = { error: () => undefined };
  const base = {
    port,
    log,
    clock: new TestClock(AT),
    secretKey: 'k',
    publicUrl: 'http://localhost',
    newId: () => 'n',
  };
  const opening = { tenantId: 'tenant-1', speakers, after: 0 };
  new ActivityStream(socket as unknown as WebSocket, opening, base).run();
  for (let number = 1; number <= 1000; number += 1) port.say('c', 'bot', `m${number}`);
  await settled();
  expect(socket.sent).toHaveLength(50);

  socket.bufferedAmount = 100_000;
  port.tell('c', 'bot-typing');
  expect(socket.sent).toHaveLength(50);
  socket.bufferedAmount = 0;
  port.tell('c', 'bot-typing');
  expect(socket.sent).toHaveLength(51);

  while (socket.flow()) await settled();
  const texts = socket.sent.flatMap((data) =>
    (JSON.parse(data) as { activities: { type: string; text: string }[] }).activities
      .filter((activity) => activity.type === 'message')
      .map((activity) => activity.text),
  );
  expect(texts).toEqual(Array.from({ length: 1000 }, (_, index) => `m${index + 1}`));
  socket.terminate();
  expect(port.listeners('c')).toBe(0);
});
