/** What a customer may hear of how their own things stand; of anybody else's there is nothing, not even a hint. */
import type { BookingView } from '../../../commands/types';
import type { OrderView } from '../../../commands/visitTypes';
import type { WaitlistView } from '../../../commands/waitlist/types';
import { meantOf, REFERENCE } from '../../asks/booking';
import { say } from '../../facts';
import { deed, type Outcome, type Scene, type Slots } from '../../flow';
import type { Saying } from '../../../locales/saying';
import { offerBooking, offerHuman, type Pending } from '../../repair/notUnderstood';
import type { World } from '../../talk';
import { slotText } from '../../turn';
import { waitingSaying } from '../waitlist/words';
import { bookingsSaying, orderSayings } from './words';

type Own = {
  readonly bookings: readonly BookingView[];
  readonly orders: readonly OrderView[];
  readonly waits: readonly WaitlistView[];
};

type Found =
  | ({ readonly kind: 'some' } & Own)
  /** They have some, but none that what was said fits. */
  | ({ readonly kind: 'others' } & Own)
  | { readonly kind: 'none' }
  | { readonly kind: 'no-such' }
  /** Who asks has not shown who they are. */
  | { readonly kind: 'unproven' };

export const lookUp = deed<string, Found>({
  id: 'found',
  inputs: ({ world }) => world.customer.id,
  run: async (_customer, scene) => find(scene),
  results: {
    some: (own, { world }) => told(world, own),
    others: (own, { world }) => told(world, own, [say('cancel.noSuch')]),
    none: () => asks([say('status.none')], offerBooking([])),
    'no-such': () => asks([say('status.noSuch')], offerHuman('status of a reference that is not theirs')),
    unproven: () => asks([say('status.unproven')], offerHuman('status of something booked elsewhere')),
  },
});

async function find({ world, frame }: Scene): Promise<Found> {
  const isProven = (await world.visits.profile()).kind === 'profile';
  // a web session may hear of what it made itself; who proves nothing elsewhere hears nothing
  if (!isProven && !world.asksPhone) return { kind: 'unproven' };
  const own = {
    bookings: await world.commands.upcoming(),
    orders: openOf(await world.visits.orders()),
    waits: await world.waitlist.waits(),
  };
  const meant = meantIn(own, frame.slots);
  if (!isNothing(meant)) return { kind: 'some', ...meant };
  if (slotText(frame.slots, REFERENCE) !== undefined) return { kind: 'no-such' };
  if (!isNothing(own)) return { kind: 'others', ...own };
  // on the web somebody without a number may have booked under one
  const isStranger = world.asksPhone && world.customer.phone === null;
  return { kind: isStranger ? 'unproven' : 'none' };
}

function openOf(orders: readonly OrderView[]): readonly OrderView[] {
  return orders.filter(({ ended }) => !ended);
}

function isNothing({ bookings, orders, waits }: Own): boolean {
  return bookings.length === 0 && orders.length === 0 && waits.length === 0;
}

/** What is being worked on is told by its work. */
function meantIn({ bookings, orders, waits }: Own, slots: Slots): Own {
  const reference = slotText(slots, REFERENCE);
  const working = orders.filter((order) => reference === undefined || order.reference === reference);
  const others = bookings.filter(({ id }) => !orders.some(({ bookingId }) => bookingId === id));
  const meant = meantOf(others, slots);
  // who asks for one booking hears nothing of the list
  const all = reference === undefined && meant.length === others.length;
  return { bookings: meant, orders: working, waits: all ? waits : [] };
}

function told(world: World, { bookings, orders, waits }: Own, before: readonly Saying[] = []): Outcome {
  const work = orders.flatMap((order) => orderSayings(world, order));
  const booked = bookings.length > 0 ? [bookingsSaying(world, bookings)] : [];
  const late = orders.find(({ overdue }) => overdue);
  const waiting = waits.length > 0 ? [waitingSaying(world, waits)] : [];
  const says = [...before, ...work, ...booked, ...waiting];
  return late ? asks(says, offerHuman(`overdue: ${late.reference}`)) : { says, ends: true };
}

function asks(says: readonly Saying[], { step, question }: Pending): Outcome {
  return { says, aside: { step, question }, ends: true };
}
