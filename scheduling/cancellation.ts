/** What cancelling costs at an instant, known before anything is done. */
import type { Minute, Policy } from './business';
import { percentOf } from './price';

export interface CancellationFee {
  /** Minor units; 0 when it is free. */
  readonly fee: number;
  /** Last minute at which it is free, inclusive; null when it always is. */
  readonly freeUntil: Minute | null;
}

/** The fee for cancelling at `now` a booking of that price that starts at `start`. */
export function cancellationFee(
  policy: Policy,
  booking: { readonly start: Minute; readonly price: number },
  now: Minute,
): CancellationFee {
  if (policy.freeCancellationMinutes === null) return { fee: 0, freeUntil: null };
  const freeUntil = booking.start - policy.freeCancellationMinutes;
  return { fee: now <= freeUntil ? 0 : percentOf(booking.price, policy.lateFeePercent), freeUntil };
}
