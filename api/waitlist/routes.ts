/** /waitlist: who waits for a time, by whoever holds the business's key. */
import { Router } from 'express';
import { joinWaitlistFor, leaveWaitlist, listWaitlist } from '../../commands';
import type { WaitlistView } from '../../commands';
import type { CommandContext } from '../../commands/types';
import { Conflict, NotFound } from '../../platform/errors';
import { idOf, readerOf } from '../bookings/reader';
import { assetInput, customerOf } from '../bookings/wish';
import { jsonBody } from '../body';
import { once, requiredKey, send } from '../idempotency/once';
import { parsed } from '../parse';
import { refused } from '../refusal';
import { runFor, type CommandParts } from '../run';
import { keyedTenant, type TenantParts } from '../tenant';
import { presentEntry } from './present';
import { waitBody, waitlistQuery, type WaitBody } from './schema';

export function waitlistRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.post('/waitlist', keyed, ...jsonBody, async (request, response) => {
    const repeatable = requiredKey('POST /api/v1/waitlist', request, response);
    const body = parsed(waitBody, request.body);
    const { business } = readerOf(request, response);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, async () => ({
        status: 201,
        headers: {},
        body: presentEntry(await joined(context, body, business)),
      })),
    );
    send(response, answer);
  });
  router.get('/waitlist', keyed, async (request, response) => {
    const { status, limit } = parsed(waitlistQuery, request.query);
    const found = await runFor(parts, response, (context) =>
      listWaitlist(context, { ...(status && { states: [status] }), limit }),
    );
    response.json({ waitlist: found.map(presentEntry) });
  });
  router.delete('/waitlist/:id', keyed, async (request, response) => {
    const entry = await runFor(parts, response, (context) => left(context, idOf(request)));
    response.json(presentEntry(entry));
  });
  return router;
}

async function joined(
  context: CommandContext,
  { service, branch, resource, customer, asset, windows, priority }: WaitBody,
  business: CommandContext['business'],
): Promise<WaitlistView> {
  const input = {
    ...{ service, windows, customer: customerOf(customer, business) },
    ...(branch === undefined ? {} : { branch }),
    ...(resource === undefined ? {} : { person: resource }),
    ...(asset === undefined ? {} : { asset: assetInput(asset) }),
    ...(priority === undefined ? {} : { priority }),
  };
  // The answer under the caller's key is what makes a repeat harmless.
  const result = await joinWaitlistFor(context, input, context.newId());
  if (result.kind === 'refused') throw refused(result.refusal, business, branch);
  return result.entry;
}

async function left(context: CommandContext, id: string): Promise<WaitlistView> {
  const result = await leaveWaitlist(context, id);
  switch (result.kind) {
    case 'left':
      return result.entry;
    case 'over':
      throw new Conflict('over', 'nobody waits here any more');
    case 'unknown':
      throw new NotFound('unknown-entry', 'there is no such entry on the waitlist');
  }
}
