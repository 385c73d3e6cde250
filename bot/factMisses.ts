/** How often a reply would have told what nothing in its turn says, by the kind of fact: for those who watch over the bot. */
import type { Miss } from './checkFacts';

export class FactMisses {
  readonly #counts = new Map<Miss['kind'], number>();

  note(misses: readonly Miss[]): void {
    for (const { kind } of misses) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Since the process began. */
  total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  byKind(): Readonly<Partial<Record<Miss['kind'], number>>> {
    return Object.fromEntries(this.#counts);
  }
}
