/** Who is free at ascending starts, found by walking along each person's blocked intervals once. */
import type { Minute } from './business';
import { boundariesUpTo, type Intervals } from './interval';

export interface Person {
  readonly id: string;
  /** Starts at which this person cannot take the appointment. */
  readonly blocked: Intervals;
}

/**
 * Answers for ascending starts, at each of which somebody is free, with the ids of those who are, in the order given. The
 * same array is returned until somebody's state changes, which keeps a hundred people over a month cheap.
 */
export class FreePeople {
  /** Boundaries of each person behind the last start (odd is blocked), and the next one ahead. */
  private readonly passed: number[] = [];
  private readonly next: Minute[] = [];
  private current: readonly string[] = [];
  private validUntil = -Infinity;

  constructor(private readonly people: readonly Person[]) {
    if (people.length > 1) return;
    this.current = people.map((person) => person.id);
    this.validUntil = Infinity;
  }

  at(start: Minute): readonly string[] {
    if (start < this.validUntil) return this.current;
    if (this.passed.length < this.people.length) this.begin(start);
    this.advance(start);
    return this.current;
  }

  private begin(start: Minute): void {
    this.people.forEach(({ blocked }, index) => {
      this.passed[index] = boundariesUpTo(blocked, start);
      this.next[index] = blocked[this.passed[index]] ?? Infinity;
    });
  }

  private advance(start: Minute): void {
    const free: string[] = [];
    let validUntil = Infinity;
    for (let index = 0; index < this.people.length; index += 1) {
      const person = this.people[index];
      if (!person) continue;
      while ((this.next[index] ?? Infinity) <= start) this.step(index, person);
      if ((this.passed[index] ?? 0) % 2 === 0) free.push(person.id);
      validUntil = Math.min(validUntil, this.next[index] ?? Infinity);
    }
    this.current = free;
    this.validUntil = validUntil;
  }

  private step(index: number, person: Person): void {
    const passed = (this.passed[index] ?? 0) + 1;
    this.passed[index] = passed;
    this.next[index] = person.blocked[passed] ?? Infinity;
  }
}
