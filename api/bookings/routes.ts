/** /bookings: made, read, listed, given another time and cancelled, by whoever holds the business's key. */
import { Router } from 'express';
import { look } from '../../commands';
import { pageOfBookings } from '../../models/statements/lists';
import { jsonBody } from '../body';
import { once, requiredKey, send } from '../idempotency/once';
import { languageOf } from '../language';
import { parsed } from '../parse';
import { runFor, type CommandParts } from '../run';
import { businessOf, keyedTenant, type TenantParts } from '../tenant';
import { told, unknownBooking } from './answers';
import { changed, ended, isBooking } from './change';
import { created, createBodyOf } from './create';
import { cursorOf, placeOf } from './cursor';
import { filterOf } from './list';
import { presentRecord } from './present';
import { idOf, readerOf, sent } from './reader';
import { bookingsQuery, changeBody } from './schema';
import { visitRoutes } from './visit';

export function bookingRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.get('/bookings', keyed, async (request, response) => {
    const business = businessOf(response);
    const query = parsed(bookingsQuery, request.query);
    const after = placeOf(query.cursor);
    const found = await runFor(parts, response, ({ tx, clock }) =>
      // one more than is shown tells whether there is a next page
      pageOfBookings(tx, filterOf(query, business, clock.now() / 60_000), after, query.limit + 1),
    );
    const shown = found.slice(0, query.limit);
    const last = found.length > query.limit ? shown.at(-1) : undefined;
    const language = languageOf(request);
    const bookings = shown.map((booking) => presentRecord(booking, business, language));
    response.json({ bookings, next: last ? cursorOf(last) : null });
  });
  router.post('/bookings', keyed, ...jsonBody, async (request, response) => {
    const repeatable = requiredKey('POST /api/v1/bookings', request, response);
    const body = createBodyOf(request.body);
    const reader = readerOf(request, response);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, async () => told(await created(context, body, reader), reader, 201)),
    );
    send(response, answer);
  });
  return router.use(oneBooking(tenants, parts), visitRoutes(tenants, parts));
}

function oneBooking(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.get('/bookings/:id', keyed, async (request, response) => {
    const booking = await runFor(parts, response, (context) => look(context, idOf(request)));
    if (!booking || !isBooking(booking)) throw unknownBooking();
    sent(response, told(booking, readerOf(request, response)));
  });
  router.patch('/bookings/:id', keyed, ...jsonBody, async (request, response) => {
    const change = parsed(changeBody, request.body);
    const reader = readerOf(request, response);
    const asked = { id: idOf(request), change, request };
    const booking = await runFor(parts, response, (context) => changed(context, asked, reader));
    sent(response, told(booking, reader));
  });
  router.delete('/bookings/:id', keyed, async (request, response) => {
    const booking = await runFor(parts, response, (context) => ended(context, idOf(request), request));
    sent(response, told(booking, readerOf(request, response)));
  });
  return router;
}
