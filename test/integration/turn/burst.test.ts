/** Lines sent in a row over SMS, with the queue that the product runs on: one turn, one reply, and no word is lost. */
import { randomUUID } from 'node:crypto';
import { createHouse, type House } from '../../../house';
import { BURST_MILLIS } from '../../../bot/burst';
import { silentLog } from '../../../platform/log';
import { InProcessQueue, type Bell, type Queue } from '../../../platform/queue';
import { InProcessSignal } from '../../../platform/signal';
import { CUSTOMER, testHouse, type TestHouse } from '../../setup/house';

/** The product's queue, with a delay that the test's own clock lets pass. */
class QueueOnTestClock implements Queue {
  readonly answering = new InProcessQueue({ log: silentLog });
  #delayed: { readonly bell: Bell; readonly at: number }[] = [];

  constructor(private readonly clock: TestHouse['clock']) {}

  ring(bell: Bell, delayMillis = 0): void {
    if (delayMillis === 0) return this.answering.ring(bell);
    this.#delayed.push({ bell, at: this.clock.now() + delayMillis });
  }

  start(handlers: Parameters<Queue['start']>[0]): void {
    this.answering.start(handlers);
  }

  stop(): Promise<void> {
    return this.answering.stop();
  }

  /** Moves the clock on and lets every bell that falls due be answered in its turn. */
  async pass(millis: number): Promise<void> {
    const until = this.clock.now() + millis;
    await this.answering.idle();
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#delayed = this.#delayed.filter((each) => each !== next);
      this.clock.set(Math.max(next.at, this.clock.now()));
      this.answering.ring(next.bell);
      await this.answering.idle();
    }
    this.clock.set(until);
  }

  /** As when the process dies: nothing that was rung for later is left. */
  forget(): void {
    this.#delayed = [];
  }

  #next(until: number): { readonly bell: Bell; readonly at: number } | undefined {
    const [first] = this.#delayed.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at);
    return first;
  }
}

let at: TestHouse;
let queue: QueueOnTestClock;
let house: House;

beforeEach(async () => {
  at = await testHouse('sms');
  queue = new QueueOnTestClock(at.clock);
  const { database, clock, newId } = at.house.parts;
  house = createHouse({
    database,
    clock,
    channels: [{ provider: 'fake', channel: at.wire }],
    queue,
    signal: new InProcessSignal(silentLog),
    log: silentLog,
    newId,
  });
  queue.start(house.handlers);
});
afterEach(async () => {
  await queue.stop();
  await at.close();
});

async function send(text: string): Promise<void> {
  await house.receive(
    {
      providerId: randomUUID(),
      account: 'x',
      address: CUSTOMER,
      kind: 'text',
      text,
      sentAt: at.clock.now(),
    },
    at.account,
  );
}

const BURST = ['hi', 'need', 'an oil change', 'at Mitte', 'Monday at 10'];

test('five messages within two seconds get one reply, which knows them all', async () => {
  for (const text of BURST) {
    await send(text);
    await queue.pass(400);
  }
  expect(at.wire.sent).toHaveLength(0);
  await queue.pass(BURST_MILLIS);
  expect(at.wire.sent).toHaveLength(1);
  expect(await at.count(`inbound WHERE status = 'handled'`)).toBe(5);
  expect(await at.count('journal')).toBe(1);
  const slots = `talk #> '{frames,0,slots}'`;
  const known = `${slots} ->> 'service' = 'oil-change' AND ${slots} ->> 'branch' = 'mitte' AND ${slots} ? 'when'`;
  expect(await at.count(`conversations WHERE ${known}`)).toBe(1);
});

test('two messages with a pause between them are two turns', async () => {
  await send('what are your opening hours?');
  await queue.pass(BURST_MILLIS);
  expect(at.wire.sent).toHaveLength(1);
  await send('and where are you?');
  await queue.pass(BURST_MILLIS);
  expect(at.wire.sent).toHaveLength(2);
});

test('STOP waits for nothing, and what came before it is not answered', async () => {
  await send('oil change tomorrow');
  await queue.pass(300);
  await send('STOP');
  await queue.pass(0);
  expect(at.wire.sent.map(({ text }) => text)).toEqual([expect.stringContaining('not get any more texts')]);
  await queue.pass(10_000);
  expect(at.wire.sent).toHaveLength(1);
});

test('whoever asks for a person waits for nothing', async () => {
  await send('can I talk to a human?');
  await queue.pass(0);
  expect(at.wire.sent).toHaveLength(1);
});

test('after a restart in the middle of a burst the sweep finds it, and nothing is lost', async () => {
  await send('an oil change');
  await send('at Mitte');
  queue.forget();
  await queue.pass(5000);
  expect(at.wire.sent).toHaveLength(0);
  await house.sweepOnce();
  await queue.pass(0);
  expect(at.wire.sent).toHaveLength(1);
  expect(await at.count(`inbound WHERE status = 'handled'`)).toBe(2);
});

test('a sweep within the window does not cut the burst', async () => {
  await send('an oil change');
  await queue.pass(1200);
  await send('at Mitte');
  await house.sweepOnce();
  await queue.pass(100);
  expect(at.wire.sent).toHaveLength(0);
  await queue.pass(BURST_MILLIS);
  expect(at.wire.sent).toHaveLength(1);
});
