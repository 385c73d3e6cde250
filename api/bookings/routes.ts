/** GET /bookings: the bookings of a business between two days, for whoever holds its key. */
import { Router } from 'express';
import { z } from 'zod';
import type { ListedBooking } from '../../models/statements/lists';
import type { Clock } from '../../platform/clock';
import { addDays, isLocalDate } from '../../scheduling/localDate';
import type { Business } from '../../scheduling/business';
import { toLocalDate } from '../../scheduling/zone';
import { windowOf, type Window } from '../availability/window';
import { languageOf } from '../language';
import { parsed } from '../parse';
import { businessOf, keyedTenant, type TenantParts } from '../tenant';
import { presentBooking } from './present';

export interface BookingParts {
  readonly clock: Clock;
  readonly bookings: (business: Business, window: Window, limit: number) => Promise<readonly ListedBooking[]>;
}

const MOST_BOOKINGS = 1000;
/** How far back and ahead is shown where no days are asked for. */
const DAYS_BACK = 1;
const DAYS_AHEAD = 90;

const localDate = z.string().refine(isLocalDate, 'must be a day of the calendar (YYYY-MM-DD)');
const bookingsQuery = z.object({ from: localDate.optional(), to: localDate.optional() });

export function bookingRoutes(tenants: TenantParts, { bookings, clock }: BookingParts): Router {
  const router = Router();
  router.get('/bookings', keyedTenant(tenants), async (request, response) => {
    const business = businessOf(response);
    const query = parsed(bookingsQuery, request.query);
    const zone = business.branches[0]?.zone ?? 'UTC';
    const today = toLocalDate(clock.now() / 60_000, zone);
    const from = query.from ?? addDays(query.to ?? today, -DAYS_BACK);
    const to = query.to ?? addDays(from, DAYS_AHEAD);
    const listed = await bookings(business, windowOf({ from, to }, zone), MOST_BOOKINGS);
    const language = languageOf(request);
    response.json({ bookings: listed.map((booking) => presentBooking(booking, business, language)) });
  });
  return router;
}
