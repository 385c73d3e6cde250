/** /plans: several things together or one after the other, looked for and booked all at once or not at all. */
import { Router } from 'express';
import { bookPlan, quotePlan } from '../../commands';
import type { PlanView, QuotePlanResult } from '../../commands/plans/types';
import type { CommandContext } from '../../commands/types';
import { NotFound } from '../../platform/errors';
import type { Branch } from '../../scheduling/business';
import type { Reader } from '../bookings/answers';
import { windowOf } from '../availability/window';
import { readerOf, sent } from '../bookings/reader';
import { customerOf } from '../bookings/wish';
import { jsonBody } from '../body';
import { once, requiredKey, send, type Answer } from '../idempotency/once';
import { parsed } from '../parse';
import { refused } from '../refusal';
import { runFor, type CommandParts } from '../run';
import { keyedTenant, type TenantParts } from '../tenant';
import { presentOffer, presentPlan } from './present';
import { planRefused, planTaken } from './refusal';
import { planBody, quoteBody, type PlanBody, type QuoteBody } from './schema';
import { askedItem, chosenItem } from './wish';

export function planRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.post('/plans/quote', keyed, ...jsonBody, async (request, response) => {
    const body = parsed(quoteBody, request.body);
    const reader = readerOf(request, response);
    const answer = await runFor(parts, response, (context) => quoted(context, body, reader));
    sent(response, { status: 200, headers: {}, body: answer });
  });
  router.post('/plans', keyed, ...jsonBody, async (request, response) => {
    const repeatable = requiredKey('POST /api/v1/plans', request, response);
    const body = parsed(planBody, request.body);
    const reader = readerOf(request, response);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, async () => told(await booked(context, body, reader), reader)),
    );
    send(response, answer);
  });
  return router;
}

/** At the branch that was said, or at the first one that has a plan; when none has, what the first one says. */
async function quoted(context: CommandContext, body: QuoteBody, reader: Reader): Promise<object> {
  const { branches } = reader.business;
  const asked = body.branch === undefined ? branches : [branchOf(reader, body.branch)];
  const results: QuotePlanResult[] = [];
  for (const branch of asked) {
    const result = await quotedAt(context, body, reader, branch);
    if (result.kind === 'plans' && result.plans.length > 0) return presented(result, branch);
    results.push(result);
  }
  const [first] = results;
  const [branch] = asked;
  if (!first || !branch) throw new NotFound('unknown-branch', 'the business has no branch');
  return presented(first, branch);
}

function quotedAt(
  context: CommandContext,
  { items, from, to, limit, maxWait }: QuoteBody,
  { business }: Reader,
  branch: Branch,
): Promise<QuotePlanResult> {
  return quotePlan(context, {
    items: items.map((item) => askedItem(item, business)),
    branch: branch.id,
    ...windowOf({ from, to }, branch.zone),
    ...(limit === undefined ? {} : { limit }),
    ...(maxWait === undefined ? {} : { maxWaitMinutes: maxWait }),
  });
}

function presented(result: QuotePlanResult, branch: Branch): object {
  switch (result.kind) {
    case 'plans':
      return { plans: result.plans.map(presentOffer), impossible: [], complete: result.complete };
    case 'impossible':
      return { plans: [], impossible: result.items, complete: true };
    case 'refused':
      throw planRefused(result, branch.zone, []);
  }
}

async function booked(context: CommandContext, body: PlanBody, reader: Reader): Promise<PlanView> {
  const branch = branchOf(reader, body.branch ?? reader.business.branches[0]?.id ?? '');
  const input = {
    branch: branch.id,
    items: body.items.map((item) => chosenItem(item, reader.business, branch.id)),
    customer: customerOf(body.customer, reader.business),
  };
  const result = await bookPlan(context, input, context.newId());
  switch (result.kind) {
    case 'booked':
      return result.plan;
    case 'taken':
      throw planTaken(result.alternatives);
    case 'refused':
      throw planRefused(result, branch.zone, result.alternatives);
  }
}

function branchOf({ business }: Reader, id: string): Branch {
  const branch = business.branches.find((each) => each.id === id);
  if (branch) return branch;
  throw refused({ rule: 'unknown-branch', value: id }, business);
}

function told(plan: PlanView, reader: Reader): Answer {
  return { status: 201, headers: { Vary: 'Accept-Language' }, body: presentPlan(plan, reader) };
}
