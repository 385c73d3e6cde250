/** Who is free at ascending starts, found by walking along each person's blocked intervals once. */
import type { Minute } from './business';
import { boundariesUpTo, type Intervals } from './interval';

export interface Person {
  readonly id: string;
  /** Starts at which this person cannot take the appointment. */
  readonly blocked: Intervals;
}

/**
 * Answers for ascending starts with the ids free then, in the order given. The same array is returned until somebody's state
 * changes, which keeps a hundred people over a month cheap.
 */
export class FreePeople {
  private readonly passed: number[];
  private current: readonly string[] = [];
  private validUntil = -Infinity;

  constructor(private readonly people: readonly Person[]) {
    this.passed = people.map(() => 0);
  }

  at(start: Minute): readonly string[] {
    if (start >= this.validUntil) this.advance(start);
    return this.current;
  }

  private advance(start: Minute): void {
    const free: string[] = [];
    let validUntil = Infinity;
    for (let index = 0; index < this.people.length; index += 1) {
      const person = this.people[index];
      if (!person) continue;
      const passed = this.pass(person.blocked, index, start);
      if (passed % 2 === 0) free.push(person.id);
      validUntil = Math.min(validUntil, person.blocked[passed] ?? Infinity);
    }
    this.current = free;
    this.validUntil = validUntil;
  }

  private pass(blocked: Intervals, index: number, start: Minute): number {
    let passed = this.passed[index] ?? 0;
    if (passed === 0) passed = boundariesUpTo(blocked, start);
    while ((blocked[passed] ?? Infinity) <= start) passed += 1;
    this.passed[index] = passed;
    return passed;
  }
}
