/** The queue is only a bell: it says where to look, and whoever looks finds the work in the database. */

import type { Log } from './log';

/** What to look at. Nothing more travels: a lost bell loses no work, a doubled one does none twice. */
export interface Bell {
  readonly kind: string;
  /** Which one: a conversation, a tenant. One bell of a key is answered at a time. */
  readonly key: string;
}

/** Answers a bell: finds what is due for the key, does it, and is content to find nothing. */
export type BellHandler = (key: string) => Promise<void>;

/** Every kind there is, listed by hand. */
export type BellHandlers = Readonly<Record<string, BellHandler>>;

export interface Queue {
  /**
   * Rings now, or `delayMillis` (0 to 60 000) from now. Returns at once and never fails the caller: what a bell
   * does not bring, the sweep finds. A ring for a key whose handler runs just now lets it run once more afterwards.
   */
  ring(bell: Bell, delayMillis?: number): void;
  /** Begins to answer; bells rung before wait for this. */
  start(handlers: BellHandlers): void;
  /** Takes no more bells and waits for the handlers that run; those not begun are left to the sweep of the next start. */
  stop(): Promise<void>;
}

/** Longest delay of a bell, in milliseconds: what is due later is found by the sweep. */
export const FURTHEST_BELL = 60_000;

/** Throws for a delay no queue may promise; shared by all implementations. */
export function checkDelay(bell: Bell, delayMillis: number): void {
  if (delayMillis >= 0 && delayMillis <= FURTHEST_BELL) return;
  throw new RangeError(
    `bell ${bell.kind} ${bell.key}: a delay of ${String(delayMillis)} ms is outside 0 to ${String(FURTHEST_BELL)}`,
  );
}

export interface InProcessQueueOptions {
  readonly log: Log;
  /** Most handlers at once; keep it below the size of the connection pool. */
  readonly concurrency?: number;
}

const DEFAULT_CONCURRENCY = 8;

/** The queue of a single process: memory only, which is all a bell needs. */
export class InProcessQueue implements Queue {
  readonly #log: Log;
  readonly #concurrency: number;
  readonly #waiting = new Map<string, Bell>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #delayed = new Set<NodeJS.Timeout>();
  #handlers: BellHandlers | undefined;
  #stopped = false;
  #whenIdle: (() => void)[] = [];

  constructor({ log, concurrency = DEFAULT_CONCURRENCY }: InProcessQueueOptions) {
    this.#log = log;
    this.#concurrency = concurrency;
  }

  ring(bell: Bell, delayMillis = 0): void {
    checkDelay(bell, delayMillis);
    if (this.#stopped) return;
    if (delayMillis === 0) return this.#enqueue(bell);
    const timer = setTimeout(() => {
      this.#delayed.delete(timer);
      this.#enqueue(bell);
    }, delayMillis);
    this.#delayed.add(timer);
  }

  start(handlers: BellHandlers): void {
    this.#handlers = handlers;
    this.#next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#delayed.forEach((timer) => clearTimeout(timer));
    this.#delayed.clear();
    this.#waiting.clear();
    await this.idle();
  }

  /** Resolves when no handler runs and no bell waits, but for delayed ones. */
  idle(): Promise<void> {
    if (this.#running.size === 0 && this.#waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  #enqueue(bell: Bell): void {
    this.#waiting.set(identity(bell), bell);
    this.#next();
  }

  /** Starts what may start: the first in line whose key is not being answered just now. */
  #next(): void {
    if (this.#handlers === undefined) return;
    for (const [id, bell] of this.#waiting) {
      if (this.#running.size >= this.#concurrency) return;
      if (this.#running.has(id)) continue;
      this.#waiting.delete(id);
      this.#running.set(id, this.#answer(id, bell));
    }
  }

  async #answer(id: string, bell: Bell): Promise<void> {
    // Not within the caller of ring(): it is answering somebody.
    await new Promise(setImmediate);
    try {
      const handler = this.#handlers?.[bell.kind];
      if (handler === undefined) throw new Error(`no handler for the bell ${bell.kind}`);
      await handler(bell.key);
    } catch (err) {
      this.#log.error(
        { err, bell: bell.kind, key: bell.key },
        'a bell was not answered; the sweep will come by',
      );
    } finally {
      this.#running.delete(id);
      this.#next();
      this.#tellIdle();
    }
  }

  #tellIdle(): void {
    if (this.#running.size > 0 || this.#waiting.size > 0) return;
    const listeners = this.#whenIdle;
    this.#whenIdle = [];
    listeners.forEach((resolve) => resolve());
  }
}

function identity(bell: Bell): string {
  return `${bell.kind} ${bell.key}`;
}
