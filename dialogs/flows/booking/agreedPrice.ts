/** A booking that comes of an estimate is made at its price, as long as that stands; again after every move of the hold. */
import type { AgreePriceResult } from '../../../commands/visitTypes';
import { say } from '../../facts';
import { deed } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Finished } from '../../talk';
import type { Slots } from '../../flow';
import { slotText } from '../../turn';
import { bookingIn, HOLD } from './hold';

/** The id of the estimate, given when the booking begins. */
export const AT_PRICE = 'estimate';

type Agreeing = {
  readonly estimateId: string;
  readonly bookingId: string;
  /** What a move of the hold changes. */
  readonly held: readonly string[];
};

export const agreedPrice = deed<Agreeing, AgreePriceResult>({
  id: 'agreedPrice',
  inputs: ({ frame }) => {
    const estimateId = slotText(frame.slots, AT_PRICE);
    const standing = frame.facts[HOLD];
    if (estimateId === undefined || !standing) return null;
    const { id: bookingId, service, branch, start, people, asset } = bookingIn(standing.value);
    return { estimateId, bookingId, held: [service, branch, start, ...people, asset?.id ?? ''] };
  },
  run: ({ estimateId, bookingId }, { world }) => world.visits.agreePrice({ estimateId, bookingId }),
  results: {
    agreed: ({ booking }) => ({ keep: true, updates: { [HOLD]: toJson(booking) } }),
    expired: () => ({ keep: false, says: [say('estimateTalk.expired')] }),
    // something else is booked than was estimated: it has the price of the list
    other: () => ({ keep: false }),
    unknown: () => ({ keep: false }),
  },
});

/** What a booking begins with that follows an estimate. */
export function priceFrom(finished: Finished | undefined): Slots {
  const kept = finished?.flow === 'estimate' && isRecord(finished.value) ? finished.value : {};
  const id = slotText(kept, 'estimate');
  return id === undefined ? {} : { [AT_PRICE]: id };
}
