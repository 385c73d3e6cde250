/** A day is closed on which people have bookings: the bookings stand, and for each customer the team has a task to call them. */
import type { ListedBooking } from '../../models/statements/lists';
import { insertTask } from '../../models/statements/tasks';
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { randomUUID } from 'node:crypto';
import { bookingText, shownBooking } from './toCome';

/** @param change.version of the business that the change made: the same change raises no task twice */
export async function tellTeam(
  tx: Tx,
  closed: readonly ListedBooking[],
  { version, at }: { readonly version: number; readonly at: Millis },
): Promise<void> {
  const customers = [...new Set(closed.map(({ customerId }) => customerId))];
  for (const customerId of customers) {
    const theirs = closed.filter((booking) => booking.customerId === customerId);
    const lines = theirs.map((booking) => bookingText(shownBooking(booking)));
    await insertTask(tx, {
      id: randomUUID(),
      kind: 'other',
      customerId,
      conversationId: theirs[0]?.conversationId ?? null,
      text: ['Closed by a change of hours. To be moved or cancelled with the customer:', ...lines].join('\n'),
      key: `closed-out/${String(version)}/${customerId}`,
      at,
    });
  }
}
