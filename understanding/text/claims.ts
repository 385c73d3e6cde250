/** Which stretches of a message are understood already, so that a phone number is not also a time. */

export class Claims {
  private readonly taken: Uint8Array;

  constructor(length: number) {
    this.taken = new Uint8Array(length);
  }

  free(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.taken[at] === 1) return false;
    return true;
  }

  claim(from: number, to: number): void {
    this.taken.fill(1, from, to);
  }
}
