/** The commands as one conversation may call them: bound to its transaction, its clock and its customer. */
import type { BookingRecord } from '../models/bookingRecords';
import { availability } from './availability';
import { cancel } from './cancel';
import { confirm } from './confirm';
import { explainWish } from './explainWish';
import { hold } from './hold';
import { keepAsset } from './keepAsset';
import { keepLanguage } from './keepLanguage';
import { keepPhone } from './keepPhone';
import type { LaterNotes } from './laterNotes';
import { look } from './look';
import { move } from './move';
import { nameCustomer } from './nameCustomer';
import { quoteCancellation } from './quoteCancellation';
import { raiseTask } from './raiseTask';
import { release } from './release';
import { renew } from './renew';
import { reschedule } from './reschedule';
import { SeenBookings } from './seenBookings';
import type { CommandContext, Commands } from './types';
import { upcoming } from './upcoming';

/** Whom it is about. */
export interface About {
  readonly customerId: string;
  readonly conversationId: string;
}

/**
 * The context that all commands of one transaction share.
 * @param known the customer's bookings as the turn's lock read them (`LockedConversation.bookings`): looking at them costs nothing;
 *   undefined: nothing was read
 * @param later where what the customer says about themselves waits to be written along with the next deed or by `saveTurn`;
 *   absent: each note is written at once, in a round trip of its own
 */
export function sharedContext(
  context: CommandContext,
  known: readonly BookingRecord[] | undefined,
  later?: LaterNotes,
): CommandContext {
  const seen = context.seen ?? new SeenBookings(known ?? [], known !== undefined);
  return { ...context, seen, ...(later ? { later } : {}) };
}

/**
 * @param known as in `sharedContext`; a context that was made by it keeps what it has seen
 * @param about the customer and conversation; needed where the actor is not the customer
 * @param later as in `sharedContext`
 */
export function bindCommands(
  context: CommandContext,
  known: readonly BookingRecord[] | undefined,
  about: About = aboutActor(context),
  later?: LaterNotes,
): Commands {
  const { customerId, conversationId } = about;
  const bound = sharedContext(context, known, later);
  return {
    availability: (input) => availability(bound, input),
    explain: (input) => explainWish(bound, input),
    hold: (input, key) => hold(bound, input, key),
    move: (input, key) => move(bound, input, key),
    look: (bookingId) => look(bound, bookingId),
    renew: (bookingId) => renew(bound, bookingId),
    release: (bookingId) => release(bound, bookingId),
    confirm: (input, key) => confirm(bound, input, key),
    quoteCancellation: (bookingId) => quoteCancellation(bound, bookingId),
    cancel: (input, key) => cancel(bound, input, key),
    reschedule: (input, key) => reschedule(bound, input, key),
    upcoming: () => upcoming(bound, customerId),
    raiseTask: (input, key) => raiseTask(bound, { ...input, customerId, conversationId }, key),
    nameCustomer: (name) => nameCustomer(bound, customerId, name),
    keepPhone: (phone) => keepPhone(bound, customerId, phone),
    keepLanguage: (language) => keepLanguage(bound, customerId, language),
    keepAsset: (asset) => keepAsset(bound, customerId, asset),
  };
}

function aboutActor({ actor }: CommandContext): About {
  if (actor.kind === 'customer') return actor;
  throw new Error(`a conversation's commands for "${actor.kind}" need to be told whom they are about`);
}
