/** Who sits where when a resource gets more or fewer units: whoever has the whole of it keeps the whole, others move together. */
import { collide, type Busy } from './busy';

/** A live allocation, with whose it is. */
export interface Seat extends Busy {
  readonly booking: string;
}

export interface Seating<Row extends Seat> {
  /** All rows of those who may move, on the units that they have now. */
  readonly seats: readonly Row[];
  /** Bookings that found no unit within the capacity: they sit on units that are no more. */
  readonly beyond: readonly string[];
}

/**
 * Seats everybody anew, earliest first, on the lowest unit that is free; as few units as possible are used where buffers do not
 * differ. Nobody is left out.
 * @param rows whoever may move
 * @param fixed rows that stay where they are, such as those that are over
 * @param wholes bookings that have the resource whole
 */
export function seated<Row extends Seat>(
  rows: readonly Row[],
  fixed: readonly Busy[],
  capacity: number,
  wholes: ReadonlySet<string>,
): Seating<Row> {
  const units = new Units(fixed);
  const seats = firstOfEach(rows.filter(({ booking }) => wholes.has(booking))).flatMap((row) =>
    Array.from({ length: capacity }, (_, unit) => ({ ...row, unit })).filter((row) => units.isFree(row)),
  );
  seats.forEach((seat) => units.take(seat));
  for (const row of rows.filter(({ booking }) => !wholes.has(booking)).sort(byStart)) {
    let seat = { ...row, unit: 0 };
    while (!units.isFree(seat)) seat = { ...seat, unit: seat.unit + 1 };
    units.take(seat);
    seats.push(seat);
  }
  return { seats, beyond: seats.filter(({ unit }) => unit >= capacity).map(({ booking }) => booking) };
}

class Units {
  private readonly rows = new Map<number, Busy[]>();

  constructor(fixed: readonly Busy[]) {
    fixed.forEach((row) => this.take(row));
  }

  isFree(row: Busy): boolean {
    return !(this.rows.get(row.unit) ?? []).some((other) => collide(row, other));
  }

  take(row: Busy): void {
    const there = this.rows.get(row.unit);
    if (there) there.push(row);
    else this.rows.set(row.unit, [row]);
  }
}

function firstOfEach<Row extends Seat>(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ booking }) => !seen.has(booking) && seen.add(booking));
}

function byStart(left: Seat, right: Seat): number {
  return left.start - right.start || left.unit - right.unit;
}
