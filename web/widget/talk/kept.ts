/** What a browser keeps of the talk with one business, so that the next page goes on where this one stopped. */

import type { Grant } from '../directline/api';
import type { Queued } from './sender';

export interface Kept {
  readonly grant: Grant | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** The id of the last message that was on the screen. */
  readonly seenId: string | null;
  readonly queue: readonly Queued[];
}

export const NOTHING_KEPT: Kept = { grant: null, expiresAt: 0, seenId: null, queue: [] };

const VERSION = 1;

/** Storage may be forbidden (private windows, third-party pages): then the talk lasts as long as its page. */
export class Keeper {
  private memory: Kept = NOTHING_KEPT;
  private readonly key: string;

  constructor(
    tenant: string,
    base: string,
    private readonly storage: () => Storage,
  ) {
    this.key = `nobat:${base}:${tenant}`;
  }

  read(): Kept {
    try {
      const found: unknown = JSON.parse(this.storage().getItem(this.key) ?? 'null');
      if (isKept(found)) this.memory = found;
    } catch {
      return this.memory;
    }
    return this.memory;
  }

  change(part: Partial<Kept>): void {
    this.memory = { ...this.memory, ...part };
    try {
      this.storage().setItem(this.key, JSON.stringify({ version: VERSION, ...this.memory }));
    } catch {
      return;
    }
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return fields['version'] === VERSION && Array.isArray(fields['queue']);
}
