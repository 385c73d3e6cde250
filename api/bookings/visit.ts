/** POST /bookings/{id}/check-in, start, done, no-show: the moves of a visit, by the table of what a booking may become. */
import { Router, type Request } from 'express';
import { bookingView, checkIn, finish, lockedBooking, markNoShow, startService } from '../../commands';
import type { NoShowResult, VisitResult } from '../../commands';
import type { BookingView, CommandContext } from '../../commands/types';
import { Conflict } from '../../platform/errors';
import { runFor, type CommandParts } from '../run';
import { keyedTenant, type TenantParts } from '../tenant';
import { told, unknownBooking } from './answers';
import { isBooking } from './change';
import { idOf, readerOf, sent } from './reader';
import { assertMatches } from './version';

type Move = (context: CommandContext, id: string, key: string) => Promise<VisitResult | NoShowResult>;

const MOVES: Readonly<Record<string, Move>> = {
  'check-in': checkIn,
  start: startService,
  done: finish,
  'no-show': markNoShow,
};

export function visitRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  for (const [name, move] of Object.entries(MOVES)) {
    router.post(`/bookings/:id/${name}`, keyed, async (request, response) => {
      const booking = await runFor(parts, response, (context) => moved(context, move, request));
      sent(response, told(booking, readerOf(request, response)));
    });
  }
  return router;
}

/** Moving where it is already tells the booking as it is. */
async function moved(context: CommandContext, move: Move, request: Request): Promise<BookingView> {
  const id = idOf(request);
  const found = await lockedBooking(context, id);
  const booking = found && bookingView(found, context.business, context.clock.now());
  if (!booking || !isBooking(booking)) throw unknownBooking();
  assertMatches(request, booking);
  const result = await move(context, id, context.newId());
  switch (result.kind) {
    case 'moved':
      return result.booking;
    case 'other':
      throw new Conflict('wrong-status', `a booking that is ${result.booking.status} cannot become this`, {
        value: result.booking.status,
        rule: 'see the statuses of a booking',
      });
    case 'too-early':
      throw new Conflict('too-early', 'the customer may still come', {
        rule: 'not before the start and the minutes of grace are over',
        from: new Date(result.from).toISOString(),
      });
    case 'unknown':
      throw unknownBooking();
  }
}
