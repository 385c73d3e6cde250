/** A talk as a deploy finds it: what storage has of it, and the shop that it is about. */
import type { BookingView } from '../../commands/types';
import type { CustomerView, Talk } from '../talk';
import { Conversation } from './conversation';

export interface StoredTalk {
  /** UTC milliseconds of its last turn. */
  readonly now: number;
  readonly customer: CustomerView;
  readonly bookings: readonly BookingView[];
  readonly owners: readonly (readonly [booking: string, customer: string])[];
  readonly asksPhone: boolean;
  /** Of the last message. */
  readonly number: number;
  readonly talk: Talk;
}

/** Ids that a talk that goes on cannot have used yet. */
const FRESH_IDS = 100;

/** The talk goes on in another process, under today's flows. */
export function goesOn(stored: StoredTalk): Conversation {
  const { now, customer, asksPhone, number } = stored;
  const talk = new Conversation({
    ...{ now: new Date(now).toISOString(), customer, asksPhone },
    idsAfter: FRESH_IDS,
  });
  const owners = new Map(stored.owners);
  for (const booking of stored.bookings) {
    talk.shop.put(booking, owners.get(booking.id) ?? '');
    talk.shop.nextId();
  }
  while (talk.spoke() < number);
  talk.talk = stored.talk;
  talk.askedHandedAt = stored.talk.asked ? now : null;
  return talk;
}
