/** Moving a booking: which one, its new time, the read-back of old and new, and only with a yes it is moved. */
import { bookingAsk, REFERENCE } from '../asks/booking';
import { momentFact, say, serviceFact } from '../facts';
import { ask, deed, type Flow, type Inform } from '../flow';
import { offerBooking } from '../repair/notUnderstood';
import type { Frame, World } from '../talk';
import { bookingIn } from './booking/hold';
import { keptAsset, keptBranch, keptPerson, keptService } from './reschedule/kept';
import { possible } from './reschedule/check';
import { move, MOVED, sayMoved } from './reschedule/move';
import { newWhen } from './reschedule/newWhen';
import { readBack } from './reschedule/readBack';
import { isMovable, STANDING, standing } from './reschedule/standing';

type Any = { readonly kind: 'some' } | { readonly kind: 'none' };

/** Who has nothing that could move is offered to book. */
const anyBooking = deed<string, Any>({
  id: 'any',
  inputs: ({ world }) => world.customer.id,
  run: async (_customer, { world }) => ({
    kind: (await world.commands.upcoming()).length > 0 ? 'some' : 'none',
  }),
  results: {
    some: () => ({ keep: true }),
    none: () => {
      const { step, question } = offerBooking([]);
      return { says: [say('reschedule.nothing')], aside: { step, question }, ends: true };
    },
  },
});

/** Day, time, person and branch are wishes for the new appointment unless they are said of the old one. */
const movedBooking = bookingAsk({
  tells: ({ slot, about }: Inform) => slot === 'service' || slot === 'asset' || about === 'booking',
  among: (bookings, world) => {
    const movable = bookings.filter((each) => isMovable(each, world));
    return movable.length > 0 ? movable : bookings;
  },
});

export const reschedule: Flow = {
  id: 'reschedule',
  version: 1,
  drafts: false,
  given: [REFERENCE],
  steps: [
    anyBooking,
    ask(movedBooking),
    standing,
    ask(keptService),
    ask(keptBranch),
    ask(keptPerson),
    ask(keptAsset),
    ask(newWhen),
    possible,
    readBack,
    move,
    sayMoved,
  ],
  begins: ({ reference }) => (reference === undefined ? {} : { [REFERENCE]: reference }),
  resumes: (frame, world) => say('reschedule.resume', whatStands(frame, world)),
  keeps: (frame, world) => say('reschedule.kept', { when: whatStands(frame, world).when }),
  remembers: ({ facts }) => facts[MOVED]?.value ?? null,
};

function whatStands({ facts }: Frame, { business }: World) {
  const booking = facts[STANDING] && bookingIn(facts[STANDING].value);
  return {
    service: serviceFact(business, booking?.service),
    when: booking && momentFact(booking.start),
  };
}
