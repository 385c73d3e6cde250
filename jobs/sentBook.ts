/** Writes down what was sent: at once when there is little, in batches when there is much. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BotParts } from '../bot/parts';
import { markSent, type Sent } from '../models/statements/outbox';
import { isOfDatabase } from '../platform/sqlErrors';

/** What is not written down is sent once more when the claim runs out, so a busy database is asked again. */
const ATTEMPTS = 4;
const FIRST_PAUSE_MILLIS = 50;

/** The book of one claim: what is in it was taken by its provider. */
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
    return this.#written();
  }

  async #written(): Promise<void> {
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
      await this.#keep(rows);
    } finally {
      this.#writing = null;
    }
  }

  async #keep(rows: readonly Sent[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await markSent(this.parts.database, rows, this.token, this.parts.clock.now());
      } catch (error) {
        if (attempt >= ATTEMPTS || !isOfDatabase(error)) throw error;
        await pause(FIRST_PAUSE_MILLIS * 2 ** (attempt - 1));
      }
    }
  }
}
