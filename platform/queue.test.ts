/** The in-process queue: the contract of all queues, and what only this one promises. */

import { silentLog } from './log';
import { InProcessQueue } from './queue';
import { queueContract } from './queueContract.fixture';

queueContract('the in-process queue', () => Promise.resolve(new InProcessQueue({ log: silentLog })));

describe('the in-process queue', () => {
  it('runs no more handlers at once than it was allowed', async () => {
    const queue = new InProcessQueue({ log: silentLog, concurrency: 3 });
    let now = 0;
    let most = 0;
    queue.start({
      async turn() {
        most = Math.max(most, (now += 1));
        await new Promise(setImmediate);
        now -= 1;
      },
    });
    for (let i = 0; i < 20; i += 1) queue.ring({ kind: 'turn', key: String(i) });
    await queue.idle();
    await queue.stop();
    expect(most).toBe(3);
  });

  it('is idle only when all that was rung is answered, bells rung by handlers included', async () => {
    const queue = new InProcessQueue({ log: silentLog });
    const answered: string[] = [];
    queue.start({
      async turn(key) {
        await new Promise(setImmediate);
        answered.push(key);
        if (key.length < 3) queue.ring({ kind: 'turn', key: `${key}a` });
      },
    });
    queue.ring({ kind: 'turn', key: 'a' });
    await queue.idle();
    await queue.stop();
    expect(answered).toEqual(['a', 'aa', 'aaa']);
  });

  it('logs a bell of a kind nobody answers', async () => {
    const error = jest.fn();
    const queue = new InProcessQueue({ log: { ...silentLog, error, child: () => silentLog } });
    queue.start({});
    queue.ring({ kind: 'unheard-of', key: 'a' });
    await queue.idle();
    await queue.stop();
    expect(error).toHaveBeenCalledTimes(1);
  });
});
