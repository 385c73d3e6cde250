/** The booking that shall move, as it stands today: looked at again every turn, and honest where it cannot be moved any more. */
import type { BookingView } from '../../../commands/types';
import { momentFact, say, serviceFact } from '../../facts';
import { deed, type Outcome, type Scene } from '../../flow';
import { toJson } from '../../json';
import { offerHuman } from '../../repair/notUnderstood';
import type { Deed, Json, World } from '../../talk';
import { slotText } from '../../turn';
import { bookingIn } from '../booking/hold';
import { wishesFrom } from './newWhen';

export const STANDING = 'standing';

type Found =
  | { readonly kind: 'stands'; readonly booking: BookingView }
  /** It has begun, or would have: only the team can help. */
  | { readonly kind: 'begun'; readonly booking: BookingView }
  | { readonly kind: 'over' };

export const standing = deed<string, Found>({
  id: STANDING,
  inputs: ({ settled }) => slotText(settled, 'booking') ?? null,
  run: async (id, { world }) => foundOf(await world.commands.look(id), world),
  results: {
    stands: ({ booking }, { frame, world }) => ({
      keep: toJson(booking),
      sets: wishesFrom(frame.slots, booking.start, world),
    }),
    begun: ({ booking }, scene) => begun(booking, scene),
    over: () => ({ says: [say('reschedule.over')], ends: true }),
  },
  look: async (known: Deed, world: World): Promise<Json | null> => {
    const found = foundOf(await world.commands.look(bookingIn(known.value).id), world);
    return found.kind === 'stands' ? toJson(found.booking) : null;
  },
});

/** Whether a booking can still be moved: it is confirmed, or waits to be, and has not begun. */
export function isMovable({ status, startMinute }: BookingView, { now }: World): boolean {
  return (status === 'confirmed' || status === 'pending') && startMinute * 60_000 > now;
}

function foundOf(booking: BookingView | null, world: World): Found {
  if (!booking) return { kind: 'over' };
  if (isMovable(booking, world)) return { kind: 'stands', booking };
  const isOver = booking.status === 'cancelled' || booking.endMinute * 60_000 <= world.now;
  return isOver ? { kind: 'over' } : { kind: 'begun', booking };
}

function begun({ reference, service, start }: BookingView, { world }: Scene): Outcome {
  const facts = { service: serviceFact(world.business, service), when: momentFact(start) };
  const { step, question } = offerHuman(`wish: reschedule ${reference}, which has begun`);
  return { says: [say('reschedule.begun', facts)], aside: { step, question }, ends: true };
}

/** The booking that this frame moves; the walk has passed the step that finds it. */
export function standingIn({ frame }: Pick<Scene, 'frame'>): BookingView {
  const known = frame.facts[STANDING];
  if (!known) throw new Error('the booking that shall move is not known yet');
  return bookingIn(known.value);
}
