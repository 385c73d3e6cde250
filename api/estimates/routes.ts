/** /estimates: prices out of the price list, and what the workshop asks of a customer while it works. */
import { Router } from 'express';
import { estimateView } from '../../commands/estimateViews';
import type { CommandContext } from '../../commands/types';
import type { EstimateView } from '../../commands/visitTypes';
import { findEstimate, pageOfEstimates } from '../../models/statements/estimates';
import { idOf, sent } from '../bookings/reader';
import { jsonBody } from '../body';
import { once, requiredKey, send } from '../idempotency/once';
import { languageOf } from '../language';
import { parsed } from '../parse';
import { runFor, type CommandParts } from '../run';
import { keyedTenant, type TenantParts } from '../tenant';
import { isUuid } from '../uuid';
import { answered, answerOf, estimateBodyOf, made, unknownEstimate } from './make';
import { presentEstimate, toldEstimate } from './present';
import { answerBody, estimatesQuery } from './schema';

export function estimateRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.get('/estimates', keyed, async (request, response) => {
    const { order = null, kind = null, cursor = null, limit } = parsed(estimatesQuery, request.query);
    const language = languageOf(request);
    const page = await runFor(parts, response, async ({ tx, business, clock }) => {
      // one more than is shown tells whether there is a next page
      const found = await pageOfEstimates(tx, { order, kind }, cursor, limit + 1);
      const shown = found.slice(0, limit);
      const views = shown.map((each) => estimateView(each, business, clock.now()));
      const next = found.length > limit ? (shown.at(-1)?.position ?? null) : null;
      return { estimates: views.map((view) => presentEstimate(view, language)), next };
    });
    response.json(page);
  });
  router.post('/estimates', keyed, ...jsonBody, async (request, response) => {
    const repeatable = requiredKey('POST /api/v1/estimates', request, response);
    const body = estimateBodyOf(request.body);
    const language = languageOf(request);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, async () => toldEstimate(await made(context, body), language, 201)),
    );
    send(response, answer);
  });
  return router.use(oneEstimate(tenants, parts));
}

function oneEstimate(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.get('/estimates/:id', keyed, async (request, response) => {
    const estimate = await runFor(parts, response, (context) => readEstimate(context, idOf(request)));
    sent(response, toldEstimate(estimate, languageOf(request)));
  });
  router.post('/estimates/:id/answers', keyed, ...jsonBody, async (request, response) => {
    const id = idOf(request);
    const repeatable = requiredKey(`POST /api/v1/estimates/${id}/answers`, request, response);
    const body = parsed(answerBody, request.body);
    const language = languageOf(request);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, async () =>
        toldEstimate(answerOf(await answered(context, id, body)), language),
      ),
    );
    send(response, answer);
  });
  return router;
}

async function readEstimate({ tx, business, clock }: CommandContext, id: string): Promise<EstimateView> {
  const estimate = isUuid(id) ? await findEstimate(tx, id) : null;
  if (!estimate) throw unknownEstimate();
  return estimateView(estimate, business, clock.now());
}
