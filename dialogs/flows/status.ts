/** "When is my appointment?": the customer's own bookings that are still to come. */
import type { BookingView } from '../../commands/types';
import { bookingLine } from '../bookingWords';
import { listFact, say } from '../facts';
import { deed, type Flow } from '../flow';

type Found = { readonly kind: 'some'; readonly bookings: readonly BookingView[] } | { readonly kind: 'none' };

const lookUp = deed<string, Found>({
  id: 'found',
  inputs: ({ world }) => world.customer.id,
  run: async (_inputs, { world }) => {
    const bookings = await world.commands.upcoming();
    return bookings.length > 0 ? { kind: 'some', bookings } : { kind: 'none' };
  },
  results: {
    some: ({ bookings }, { world }) => ({
      says: [
        say('status.bookings', {
          lines: listFact(
            bookings.map((each) => bookingLine(world, each)),
            'lines',
          ),
        }),
      ],
      ends: true,
    }),
    none: () => ({ says: [say('status.none')], ends: true }),
  },
});

export const status: Flow = { id: 'status', version: 1, drafts: false, steps: [lookUp] };
