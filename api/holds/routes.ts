/** /holds: a time kept for a few minutes while somebody makes up their mind. */
import { Router } from 'express';
import type { z } from 'zod';
import { look, placeHold, release } from '../../commands';
import type { BookingView, CommandContext } from '../../commands/types';
import { NotFound } from '../../platform/errors';
import type { Reader } from '../bookings/answers';
import { presentHold } from '../bookings/present';
import { idOf, readerOf } from '../bookings/reader';
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
  if (hold?.status !== 'held' && hold?.status !== 'expired')
    throw new NotFound('unknown-hold', 'there is no such hold');
  await release(context, id);
}

function told(hold: BookingView, { business, language }: Reader): Answer {
  return {
    status: 201,
    headers: { ETag: etagOf(hold), Location: `/api/v1/holds/${hold.id}`, Vary: 'Accept-Language' },
    body: presentHold(hold, business, language),
  };
}
