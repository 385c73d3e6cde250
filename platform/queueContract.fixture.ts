/** What every queue owes its callers, as tests: lost, doubled, late, rung during a run. Each implementation runs them. */

import type { BellHandlers, Queue } from './queue';

/** Fresh queues that share nothing; `stop` is called by the suite. */
export type MakeQueue = () => Promise<Queue>;

/** Declares the suite; call it from the test file of an implementation. */
export function queueContract(name: string, make: MakeQueue): void {
  describe(`${name} keeps the contract of a queue:`, () => {
    let queue: Queue;
    beforeEach(async () => {
      queue = await make();
    });
    afterEach(() => queue.stop());

    for (const [claim, prove] of Object.entries(CLAIMS)) it(claim, () => prove(queue));
  });
}

const CLAIMS: Record<string, (queue: Queue) => Promise<void>> = {
  async 'a bell reaches the handler of its kind, with its key'(queue) {
    const heard = new Heard();
    queue.start({ turn: heard.as('turn'), relay: heard.as('relay') });
    queue.ring({ kind: 'relay', key: 'a' });
    queue.ring({ kind: 'turn', key: 'b' });
    await heard.times(2);
    expect([...heard.all].sort()).toEqual(['relay a', 'turn b']);
  },

  async 'a bell rung before the start is answered after it'(queue) {
    const heard = new Heard();
    queue.ring({ kind: 'turn', key: 'early' });
    queue.start({ turn: heard.as('turn') });
    await heard.times(1);
    expect(heard.all).toEqual(['turn early']);
  },

  async 'the caller is not held up: nothing is answered before ring() has returned'(queue) {
    const heard = new Heard();
    queue.start({ turn: heard.as('turn') });
    queue.ring({ kind: 'turn', key: 'a' });
    expect(heard.all).toEqual([]);
    await heard.times(1);
  },

  async 'one key is answered by one run at a time, different keys side by side'(queue) {
    const { runs, handlers } = heldRuns();
    queue.start(handlers);
    queue.ring({ kind: 'turn', key: 'a' });
    await runs.begun('a', 1);
    queue.ring({ kind: 'turn', key: 'a' });
    queue.ring({ kind: 'turn', key: 'b' });
    await runs.begun('b', 1);
    expect(runs.most('a')).toBe(1);
    runs.letGo();
    await runs.begun('a', 2);
    expect(runs.most('a')).toBe(1);
  },

  async 'any number of rings during a run make exactly one more run, begun after the last of them'(queue) {
    const { runs, handlers } = heldRuns();
    queue.start(handlers);
    queue.ring({ kind: 'turn', key: 'a' });
    await runs.begun('a', 1);
    for (let i = 0; i < 5; i += 1) queue.ring({ kind: 'turn', key: 'a' });
    runs.letGo();
    await runs.begun('a', 2);
    await settled(queue, runs);
    expect(runs.count('a')).toBe(2);
  },

  async 'a late bell is answered, and not before its time'(queue) {
    const heard = new Heard();
    queue.start({ turn: heard.as('turn') });
    const rungAt = performance.now();
    queue.ring({ kind: 'turn', key: 'late' }, 60);
    queue.ring({ kind: 'turn', key: 'now' });
    await heard.times(2);
    expect(heard.all).toEqual(['turn now', 'turn late']);
    // Timers count whole milliseconds: one may seem to be early by less than that.
    expect(performance.now() - rungAt).toBeGreaterThan(58);
  },

  async 'a late bell is not swallowed by one of the same key that is answered now'(queue) {
    const heard = new Heard();
    queue.start({ turn: heard.as('turn') });
    queue.ring({ kind: 'turn', key: 'a' }, 40);
    queue.ring({ kind: 'turn', key: 'a' });
    await heard.times(2);
    expect(heard.all).toEqual(['turn a', 'turn a']);
  },

  async 'a bell more than a minute ahead, or behind, is a mistake of the caller'(queue) {
    for (const delay of [60_001, -1, Number.NaN, 25 * 24 * 3_600_000]) {
      expect(() => queue.ring({ kind: 'turn', key: 'a' }, delay)).toThrow(RangeError);
    }
  },

  async 'a handler that fails takes neither the queue nor its key with it'(queue) {
    const heard = new Heard();
    let calls = 0;
    const failing = async (key: string): Promise<void> => {
      calls += 1;
      if (calls === 1) throw new Error('the first one fails');
      await heard.as('turn')(key);
    };
    queue.start({ turn: failing, relay: heard.as('relay') });
    queue.ring({ kind: 'turn', key: 'a' });
    queue.ring({ kind: 'relay', key: 'b' });
    await heard.times(1);
    queue.ring({ kind: 'turn', key: 'a' });
    await heard.times(2);
    expect(heard.all).toEqual(['relay b', 'turn a']);
  },

  async 'stop() waits for what runs, and answers nothing afterwards'(queue) {
    const { runs, handlers } = heldRuns();
    queue.start(handlers);
    queue.ring({ kind: 'turn', key: 'a' });
    await runs.begun('a', 1);
    queue.ring({ kind: 'turn', key: 'later' }, 20);
    let stopped = false;
    const stopping = queue.stop().then(() => (stopped = true));
    queue.ring({ kind: 'turn', key: 'b' });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    runs.letGo();
    await stopping;
    expect([runs.count('a'), runs.count('b'), runs.count('later')]).toEqual([1, 0, 0]);
  },
};

/** Remembers what was heard, and wakes who waits for it. */
class Heard {
  readonly all: string[] = [];
  #wake: (() => void)[] = [];

  as(kind: string): (key: string) => Promise<void> {
    return (key) => {
      this.all.push(`${kind} ${key}`);
      this.#wake.splice(0).forEach((wake) => wake());
      return Promise.resolve();
    };
  }

  async times(count: number): Promise<void> {
    while (this.all.length < count) await new Promise<void>((wake) => this.#wake.push(wake));
  }
}

/** Runs that stay inside their handler until they are let go. */
class Runs {
  readonly #begun = new Map<string, number>();
  readonly #now = new Map<string, number>();
  readonly #most = new Map<string, number>();
  readonly #heard = new Heard();
  #go!: () => void;
  readonly #gate = new Promise<void>((resolve) => (this.#go = resolve));

  async enter(key: string): Promise<void> {
    this.#begun.set(key, this.count(key) + 1);
    this.#now.set(key, (this.#now.get(key) ?? 0) + 1);
    this.#most.set(key, Math.max(this.most(key), this.#now.get(key) ?? 0));
    await this.#heard.as('begun')(key);
    await this.#gate;
    this.#now.set(key, (this.#now.get(key) ?? 0) - 1);
  }

  count(key: string): number {
    return this.#begun.get(key) ?? 0;
  }

  most(key: string): number {
    return this.#most.get(key) ?? 0;
  }

  async begun(key: string, times: number): Promise<void> {
    while (this.count(key) < times) await this.#heard.times(this.#heard.all.length + 1);
  }

  letGo(): void {
    this.#go();
  }
}

function heldRuns(): { runs: Runs; handlers: BellHandlers } {
  const runs = new Runs();
  return { runs, handlers: { turn: (key) => runs.enter(key) } };
}

/** A bell of another key, rung last and answered: whatever was owed before has been answered too. */
async function settled(queue: Queue, runs: Runs): Promise<void> {
  queue.ring({ kind: 'turn', key: 'last' }, 30);
  await runs.begun('last', 1);
}
