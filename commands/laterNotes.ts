/** What a customer says about themselves during a turn, kept until a deed or the turn's end writes it along. */
import type { AssetNote, CustomerNotes } from '../models/bookingRecords';

export class LaterNotes {
  readonly #assets: Map<string, AssetNote>;
  #said: Omit<CustomerNotes, 'assets'> = {};
  #changed: AssetNote[] = [];

  /** @param assets all that the customer is known to own */
  constructor(assets: readonly AssetNote[]) {
    this.#assets = new Map(assets.map((asset) => [asset.id, asset]));
  }

  assets(): readonly AssetNote[] {
    return [...this.#assets.values()];
  }

  say(said: Omit<CustomerNotes, 'assets'>): void {
    this.#said = { ...this.#said, ...said };
  }

  /** A new asset, or a known one that is better known now. */
  keep(asset: AssetNote): void {
    this.#assets.set(asset.id, asset);
    this.#changed = [...this.#changed.filter((each) => each.id !== asset.id), asset];
  }

  /** What waits to be written, or null; whoever takes it writes it. */
  take(): CustomerNotes | null {
    if (Object.keys(this.#said).length === 0 && this.#changed.length === 0) return null;
    const notes = { ...this.#said, assets: this.#changed };
    this.#said = {};
    this.#changed = [];
    return notes;
  }
}
