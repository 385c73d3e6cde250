/** Words that are worth recognising in spite of a typing error, ready for fast comparison. */
import { bitsApart, distance, forgiven, lettersOf } from './distance';

interface Candidate {
  readonly word: string;
  readonly letters: number;
}

interface Best {
  readonly word: string;
  readonly errors: number;
  /** No other word is as near. */
  readonly alone: boolean;
}

export class Vocabulary {
  private readonly byLength = new Map<number, Candidate[]>();
  private readonly all = new Set<string>();

  constructor(words: Iterable<string>) {
    for (const word of words) this.add(word);
  }

  has(word: string): boolean {
    return this.all.has(word);
  }

  /** The one word nearest to what was typed within the errors forgiven for its length; null when none or several are. */
  nearest(typed: string): string | null {
    const limit = forgiven(typed.length);
    if (limit === 0) return this.swapped(typed);
    let best: Best | null = null;
    for (const { word, letters } of this.near(typed, limit)) {
      const most: number = best ? best.errors : limit;
      if (bitsApart(letters, lettersOf(typed)) > 2 * most || !alike(typed, word)) continue;
      const errors = distance(typed, word, most);
      if (errors > most) continue;
      best = { word, errors, alone: errors < most || best === null };
    }
    return best?.alone === true ? best.word : null;
  }

  /** In a word of three letters only neighbours that changed places are forgiven: "oli" is oil. */
  private swapped(typed: string): string | null {
    if (typed.length !== 3) return null;
    const [first = '', second = '', third = ''] = typed;
    const found = [second + first + third, first + third + second].filter((word) => this.all.has(word));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  private add(word: string): void {
    if (this.all.has(word)) return;
    this.all.add(word);
    const same = this.byLength.get(word.length);
    if (same) same.push({ word, letters: lettersOf(word) });
    else this.byLength.set(word.length, [{ word, letters: lettersOf(word) }]);
  }

  private *near(typed: string, limit: number): Generator<Candidate> {
    for (let length = typed.length - limit; length <= typed.length + limit; length += 1) {
      yield* this.byLength.get(length) ?? [];
    }
  }
}

/** In short words the first letter decides: `ford` is not `nord`. A swap of the first two is still a typing error. */
function alike(typed: string, word: string): boolean {
  if (typed.length > 5 || typed[0] === word[0]) return word.length > 3;
  return word.length > 3 && typed[0] === word[1] && typed[1] === word[0];
}
