/** /conversations: what led to each reply, for whoever holds the business's key and for its agents. */
import { Router, type RequestHandler } from 'express';
import { agentsBusiness, type DeskParts } from '../desk/routes';
import { runFor, type CommandParts } from '../run';
import { actFor, businessOf, keyedTenant, type TenantParts } from '../tenant';
import { readTurn } from './present';

type DeskDoor = Pick<DeskParts, 'clock' | 'secretKey' | 'businessBySlug'>;

export function conversationRoutes(tenants: TenantParts, parts: CommandParts, desk: DeskDoor): Router {
  const router = Router();
  router.get('/conversations/:id/turns/:turn', keyOrDesk(tenants, desk), async (request, response) => {
    const { id, turn } = request.params as { readonly id: string; readonly turn: string };
    const told = await runFor(parts, response, ({ tx }) => readTurn(tx, businessOf(response), id, turn));
    response.set('Cache-Control', 'no-store').json(told);
  });
  return router;
}

/** A key decides, where there is one; else whoever is signed in at the desk. */
function keyOrDesk(tenants: TenantParts, desk: DeskDoor): RequestHandler {
  const keyed = keyedTenant(tenants);
  return async (request, response, next) => {
    const business = request.get('authorization') === undefined ? await agentsBusiness(request, desk) : null;
    if (business === null) return keyed(request, response, next);
    actFor(response, business);
    next();
  };
}
