/** What somebody can be late for: their appointments of today that are not over; else the team is told in general. */
import type { BookingView } from '../../../commands/types';
import { minuteOf } from '../../../scheduling/localDate';
import { toLocalDate } from '../../../scheduling/zone';
import { bookingLine } from '../../bookingWords';
import { businessFact, say } from '../../facts';
import { deed, type Scene } from '../../flow';
import { toJson } from '../../json';
import { offerHuman } from '../../repair/notUnderstood';
import type { World } from '../../talk';
import { slotText } from '../../turn';
import { bookingIn } from '../booking/hold';

const MEANT = 'meant';

type Today =
  | { readonly kind: 'today' }
  | { readonly kind: 'later'; readonly next: BookingView }
  /** Perhaps booked under another number: only the team can know. */
  | { readonly kind: 'none' };

export const anyToday = deed<string, Today>({
  id: 'today',
  inputs: ({ world }) => world.customer.id,
  run: async (_customer, { world, frame }, key) => {
    const bookings = await world.commands.upcoming();
    if (ofToday(bookings, world).length > 0) return { kind: 'today' };
    const [next] = bookings;
    if (next) return { kind: 'later', next };
    const text = slotText(frame.slots, 'about') ?? 'late, and nothing is booked under this address';
    await world.commands.raiseTask({ kind: 'other', text }, key);
    return { kind: 'none' };
  },
  results: {
    today: () => ({ keep: true }),
    later: ({ next }, { world }) => {
      const { step, question } = offerHuman(`late, but the next booking is ${next.reference}`);
      const says = [say('late.notToday', { line: bookingLine(world, next) })];
      return { says, aside: { step, question }, ends: true };
    },
    none: (_result, { world }) => ({
      says: [say('human.late', { business: businessFact(world.business) })],
      ends: true,
    }),
  },
});

/** Of today by the calendar of its branch, and not yet over. */
export function ofToday(bookings: readonly BookingView[], { now }: World): readonly BookingView[] {
  const minute = minuteOf(now);
  return bookings.filter(
    ({ status, start, zone, endMinute }) =>
      (status === 'confirmed' || status === 'pending') &&
      start.slice(0, 10) === toLocalDate(minute, zone) &&
      endMinute > minute,
  );
}

type Found = { readonly kind: 'found'; readonly booking: BookingView } | { readonly kind: 'over' };

/** The booking that is meant, as it stands. */
export const meant = deed<string, Found>({
  id: MEANT,
  inputs: ({ settled }) => slotText(settled, 'booking') ?? null,
  run: async (id, { world }) => {
    const booking = await world.commands.look(id);
    return booking ? { kind: 'found', booking } : { kind: 'over' };
  },
  results: {
    found: ({ booking }) => ({ keep: toJson(booking) }),
    over: () => ({ says: [say('late.over')], ends: true }),
  },
});

export function lateIn({ frame }: Pick<Scene, 'frame'>): BookingView {
  const known = frame.facts[MEANT];
  if (!known) throw new Error('the booking that somebody is late for is not known yet');
  return bookingIn(known.value);
}
