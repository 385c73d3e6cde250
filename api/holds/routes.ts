/** /holds: a time kept for a few minutes while somebody makes up their mind. */
import { Router } from 'express';
import type { z } from 'zod';
import { look, placeHold, release } from '../../commands';
import type { BookingView, CommandContext } from '../../commands/types';
import { forgetNobodies } from '../../models/statements/expiry';
import { NotFound } from '../../platform/errors';
import { assertVehicle } from '../availability/vehicle';
import type { Reader } from '../bookings/answers';
import { presentHold } from '../bookings/present';
import { idOf, readerOf, sent } from '../bookings/reader';
import { etagOf } from '../bookings/version';
import { assetInput, customerOf, wishOf } from '../bookings/wish';
import { jsonBody } from '../body';
import { once, optionalKey, send, type Answer } from '../idempotency/once';
import { parsed } from '../parse';
import { refused, taken } from '../refusal';
import { runFor, type CommandParts } from '../run';
import { keyedTenant, type TenantParts } from '../tenant';
import { holdBody } from './schema';

export function holdRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.post('/holds', keyed, ...jsonBody, async (request, response) => {
    const repeatable = optionalKey('POST /api/v1/holds', request, response);
    const body = parsed(holdBody, request.body);
    const reader = readerOf(request, response);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, async () => told(await placed(context, body, reader), reader)),
    );
    send(response, answer);
  });
  router.get('/holds/:id', keyed, async (request, response) => {
    const hold = await runFor(parts, response, (context) => look(context, idOf(request)));
    if (hold?.status !== 'held') throw unknownHold();
    sent(response, told(hold, readerOf(request, response), 200));
  });
  router.delete('/holds/:id', keyed, async (request, response) => {
    await runFor(parts, response, (context) => letGo(context, idOf(request)));
    response.status(204).end();
  });
  return router;
}

async function placed(
  context: CommandContext,
  { customer, asset, ...wish }: z.infer<typeof holdBody>,
  { business }: Reader,
): Promise<BookingView> {
  assertVehicle(business, asset?.class, 'asset.class');
  const input = {
    ...wishOf(wish, business),
    ...(customer ? { customer: customerOf(customer, business) } : {}),
    ...(asset ? { asset: assetInput(asset) } : {}),
  };
  const result = await placeHold(context, input, context.newId());
  switch (result.kind) {
    case 'held':
      return result.hold;
    case 'taken':
      throw taken(result.alternatives);
    case 'refused':
      throw refused(result.refusal, business, wish.branch, result.alternatives);
  }
}

/** A booking is no hold any more; letting go of what is let go already is no fault. */
async function letGo(context: CommandContext, id: string): Promise<void> {
  const hold = await look(context, id);
  if (hold?.status !== 'held' && hold?.status !== 'expired') throw unknownHold();
  await release(context, id);
  await forgetNobodies(context.tx, context.clock.now(), 20);
}

/** The same for what lapsed, what is another business's, and what was never a hold. */
function unknownHold(): NotFound {
  return new NotFound('unknown-hold', 'there is no such hold');
}

function told(hold: BookingView, { business, language }: Reader, status = 201): Answer {
  const place = `/api/v1/holds/${hold.id}`;
  return {
    status,
    headers: { ETag: etagOf(hold), Vary: 'Accept-Language', ...(status === 201 ? { Location: place } : {}) },
    body: presentHold(hold, business, language),
  };
}
