/** Writes down what was sent: at once when there is little, in batches when there is much. */
import type { BotParts } from '../bot/parts';
import { markSent, type Sent } from '../models/statements/outbox';

export class SentBook {
  #waiting: Sent[] = [];
  #writing: Promise<void> | null = null;

  constructor(
    private readonly parts: Pick<BotParts, 'database' | 'clock'>,
    private readonly token: string,
  ) {}

  /** Resolves when the row is written. */
  add(row: Sent): Promise<void> {
    this.#waiting.push(row);
    return this.written();
  }

  /** Resolves when everything added so far is written. */
  async written(): Promise<void> {
    while (this.#waiting.length > 0 || this.#writing !== null) {
      this.#writing ??= this.#write();
      await this.#writing;
    }
  }

  async #write(): Promise<void> {
    // What is added in this very moment travels along.
    await new Promise(setImmediate);
    const rows = this.#waiting;
    this.#waiting = [];
    try {
      await markSent(this.parts.database, rows, this.token, this.parts.clock.now());
    } finally {
      this.#writing = null;
    }
  }
}
