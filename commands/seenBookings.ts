/** Bookings as this transaction last saw them. What is written is compared with them, so an old look changes nothing. */
import type { BookingRecord } from '../models/bookingRecords';

export class SeenBookings {
  readonly #seen: Map<string, BookingRecord>;

  /** @param complete whether these are all bookings of the customer that are not over */
  constructor(
    bookings: readonly BookingRecord[] = [],
    readonly complete: boolean = false,
  ) {
    this.#seen = new Map(bookings.map((booking) => [booking.id, booking]));
  }

  get(id: string): BookingRecord | undefined {
    return this.#seen.get(id);
  }

  /** Remembers it as it is now. */
  see(booking: BookingRecord): BookingRecord {
    this.#seen.set(booking.id, booking);
    return booking;
  }

  /** Its state is not known any more: the next look reads it. */
  forget(id: string): void {
    this.#seen.delete(id);
  }

  all(): readonly BookingRecord[] {
    return [...this.#seen.values()];
  }
}
