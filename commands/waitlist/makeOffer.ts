/** One offer: the time is held for whom it is offered to, and entry and offer say so, in the order in which all lock. */
import { makeBooking } from '../../models/statements/bookings';
import { keepOffer } from '../../models/statements/freedTime';
import { lockTalk } from '../../models/statements/writeFirst';
import { lockEntry } from '../../models/statements/waitlist';
import type { BookingRecord } from '../../models/bookingRecords';
import type { WaitlistCandidate } from '../../models/waitlistRecords';
import type { TimeSlot } from '../../scheduling/ask';
import { minuteOf } from '../../scheduling/localDate';
import { candidatesFor } from '../candidates';
import { planFor, type Plan } from '../plan';
import { newReferences } from '../references';
import { requestFor } from '../requests';
import type { BookingView, CommandContext } from '../types';
import { bookingView, slotView } from '../views';
import { offerMinutes } from './policy';

export interface Offer {
  readonly entryId: string;
  readonly customerId: string;
  /** Where they are told; its row is locked. */
  readonly conversationId: string;
  /** The person they wait for; null: whoever is free. */
  readonly person: string | null;
  /** Held until the offer ends. */
  readonly hold: BookingView;
}

export interface OfferAsk {
  readonly candidate: WaitlistCandidate;
  readonly slot: TimeSlot;
  readonly chain: number;
}

export type MadeOffer =
  | { readonly kind: 'offered'; readonly offer: Offer }
  /** They wait no more, a limit of theirs is reached, or the time went to somebody else. */
  | { readonly kind: 'missed' }
  | { readonly kind: 'stale' };

export async function makeOffer(context: CommandContext, ask: OfferAsk): Promise<MadeOffer> {
  const { tx, business, clock } = context;
  const { candidate, slot } = ask;
  await lockTalk(tx, candidate.conversationId);
  const entry = await lockEntry(tx, candidate.id);
  if (entry?.state !== 'waiting') return { kind: 'missed' };
  const { start, startMinute, branch } = slotView(slot, business);
  const wish = {
    ...{ service: candidate.service, branch, start, startMinute },
    person: candidate.person ?? undefined,
    assetClass: candidate.assetClass ?? undefined,
    customer: candidate.customerId,
  };
  const planned = planFor(business, wish, minuteOf(clock.now()));
  return planned.kind === 'planned' ? hold(context, planned.plan, ask) : { kind: 'missed' };
}

async function hold(context: CommandContext, plan: Plan, ask: OfferAsk): Promise<MadeOffer> {
  const { candidate } = ask;
  const { tx, clock, business, newId } = context;
  const found = await candidatesFor(context, plan);
  if (found.candidates.length === 0) return { kind: 'missed' };
  const request = requestFor(context, plan, found, {
    id: newId(),
    conversation: candidate.conversationId,
    asset: candidate.assetId,
    attendee: candidate.attendee,
    heldUntil: clock.now() + offerMinutes(business.policy) * 60_000,
    status: 'held',
    deed: 'offered',
    key: null,
    waitlistEntry: candidate.id,
  });
  const made = await makeBooking(tx, {
    ...request,
    customer: candidate.customerId,
    references: newReferences(newId),
    holdLimit: null,
    notes: null,
  });
  if (made.kind === 'made' || made.kind === 'repeated') return offered(context, made.booking, ask);
  return { kind: made.kind === 'stale' ? 'stale' : 'missed' };
}

async function offered(
  { tx, clock, business }: CommandContext,
  booking: BookingRecord,
  { candidate, chain }: OfferAsk,
): Promise<MadeOffer> {
  const at = clock.now();
  const { id, start, heldUntil } = booking;
  await keepOffer(tx, { booking: id, entry: candidate.id, start, chain, at, expires: heldUntil ?? at });
  const { id: entryId, customerId, conversationId, person } = candidate;
  const hold = bookingView(booking, business, at);
  return { kind: 'offered', offer: { entryId, customerId, conversationId, person, hold } };
}
