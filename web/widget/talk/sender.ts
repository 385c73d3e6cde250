/** The visitor's words on their way: one at a time, in order, again after a lost connection, never twice. */

import type { Answer, Posting } from '../directline/api';
import { backoffMillis } from '../directline/backoff';
import type { Delivery } from './thread';

export interface Queued extends Posting {
  /** When it was written, epoch milliseconds. */
  readonly at: number;
  /** A request for it was begun and its answer never came: the server may have it. */
  readonly uncertain: boolean;
  /** Held back until its writer asks for it again. */
  readonly held: boolean;
}

export interface Way {
  isOpen(): boolean;
  post(posting: Posting): Promise<Answer<string>>;
  catchUp(): Promise<Answer<null>>;
  /** Starts a new conversation in place of one that ended. */
  reopen(): void;
}

export interface SenderListener {
  queueChanged(queue: readonly Queued[]): void;
  marked(clientId: string, delivery: Delivery): void;
  acknowledged(clientId: string, id: string): void;
  isAcknowledged(clientId: string): boolean;
}

/** A "yes" that waited longer than this is not sent by itself: it may no longer be meant. */
const MEANT_FOR_MILLIS = 10 * 60_000;

export class Sender {
  private queue: readonly Queued[] = [];
  private running = false;
  private failures = 0;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly way: Way,
    private readonly listener: SenderListener,
  ) {}

  /** Takes up what an earlier page left unsent. */
  restore(queue: readonly Queued[]): void {
    this.keep(queue.map((entry) => ({ ...entry, uncertain: true })));
  }

  send(posting: Posting, at: number): void {
    this.keep([...this.queue, { ...posting, at, uncertain: false, held: false }]);
    void this.flush();
  }

  /** The writer asks for it: however old it is, it is meant now. */
  again(clientId: string): void {
    const at = Date.now();
    this.change(clientId, { held: false, at });
    void this.flush();
  }

  async flush(): Promise<void> {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.later);
    try {
      for (let next = this.next(); next; next = this.next()) {
        if (!(await this.carry(next))) break;
      }
    } finally {
      this.running = false;
    }
  }

  private next(): Queued | undefined {
    const stale = this.queue.filter((entry) => !entry.held && Date.now() - entry.at > MEANT_FOR_MILLIS);
    for (const entry of stale) this.hold(entry);
    return this.queue.find((entry) => !entry.held);
  }

  /** False when what follows has to wait too. */
  private async carry(entry: Queued): Promise<boolean> {
    if (!this.way.isOpen()) return this.wait(entry);
    this.listener.marked(entry.clientId, 'sending');
    if (entry.uncertain && !(await this.settle(entry))) return this.wait(entry);
    if (this.listener.isAcknowledged(entry.clientId)) return this.drop(entry);
    this.change(entry.clientId, { uncertain: true });
    return this.answered(entry, await this.way.post(entry));
  }

  /** Whether the server has it already shows in what it has. */
  private async settle(entry: Queued): Promise<boolean> {
    const caughtUp = await this.way.catchUp();
    return caughtUp.kind === 'ok' || this.listener.isAcknowledged(entry.clientId);
  }

  private answered(entry: Queued, answer: Answer<string>): boolean {
    switch (answer.kind) {
      case 'ok':
        this.failures = 0;
        this.listener.acknowledged(entry.clientId, answer.value);
        return this.drop(entry);
      case 'refused':
        return this.hold(entry);
      case 'ended':
        this.way.reopen();
        return this.wait(entry);
      case 'expired':
        return this.wait(entry, null);
      case 'unreachable':
        return this.wait(entry, answer.retryAfterMillis);
    }
  }

  private drop(entry: Queued): true {
    this.keep(this.queue.filter((other) => other.clientId !== entry.clientId));
    return true;
  }

  private hold(entry: Queued): true {
    this.change(entry.clientId, { held: true });
    this.listener.marked(entry.clientId, 'failed');
    return true;
  }

  /** With `afterMillis` it tries again by the clock; without, when the way opens. */
  private wait(entry: Queued, afterMillis?: number | null): false {
    this.listener.marked(entry.clientId, 'waiting');
    if (afterMillis !== undefined) {
      this.failures += 1;
      const millis = afterMillis ?? backoffMillis(this.failures, Math.random());
      this.later = setTimeout(() => void this.flush(), millis);
    }
    return false;
  }

  private change(clientId: string, part: Partial<Queued>): void {
    this.keep(this.queue.map((entry) => (entry.clientId === clientId ? { ...entry, ...part } : entry)));
  }

  private keep(queue: readonly Queued[]): void {
    this.queue = queue;
    this.listener.queueChanged(queue);
  }
}
