/** Two processes, each ringing only its own bell, and no sweep: no message is left waiting, and none is answered twice. */
import { randomUUID } from 'node:crypto';
import { createHouse, type House } from '../../../house';
import { silentLog } from '../../../platform/log';
import { InProcessQueue } from '../../../platform/queue';
import { InProcessSignal } from '../../../platform/signal';
import { testHouse, type TestHouse } from '../../setup/house';

const CONVERSATIONS = 6;
const MESSAGES = process.env['NOBAT_LONG'] ? 3000 : 240;

let at: TestHouse;

beforeAll(async () => {
  at = await testHouse('webchat');
});
afterAll(() => at.close());

interface Process {
  readonly house: House;
  readonly queue: InProcessQueue;
}

function startProcess(): Process {
  const queue = new InProcessQueue({ log: silentLog, concurrency: 4 });
  const { database, clock, newId } = at.house.parts;
  const house = createHouse({
    database,
    clock,
    channels: [{ provider: 'fake', channel: at.wire }],
    queue,
    signal: new InProcessSignal(silentLog),
    log: silentLog,
    newId,
  });
  queue.start(house.handlers);
  return { house, queue };
}

function deliver({ house }: Process, message: number): Promise<unknown> {
  const text = message % 3 === 0 ? 'book an oil change' : 'what are your opening hours?';
  const address = `dl_${String(message % CONVERSATIONS)}`;
  return house.receive(
    { providerId: randomUUID(), account: 'x', address, kind: 'text', text, sentAt: at.clock.now() },
    at.account,
  );
}

test('every message is answered by whoever hears its bell', async () => {
  const processes = [startProcess(), startProcess()] as const;
  const messages = Array.from({ length: MESSAGES }, (_, index) => index);
  const sender = async (process: Process): Promise<void> => {
    for (let message = messages.pop(); message !== undefined; message = messages.pop())
      await deliver(process, message);
  };
  await Promise.all(processes.flatMap((process) => [sender(process), sender(process)]));
  await Promise.all(processes.map(({ queue }) => queue.idle()));
  expect(await at.count(`inbound WHERE status = 'pending'`)).toBe(0);
  expect(await at.count(`inbound WHERE status = 'handled'`)).toBe(MESSAGES);
  expect(await at.count(`journal, jsonb_array_elements(entry -> 'heard') AS heard`)).toBe(MESSAGES);
  expect(await at.count('leases')).toBe(0);
  await Promise.all(processes.map(({ queue }) => queue.stop()));
}, 120_000);
