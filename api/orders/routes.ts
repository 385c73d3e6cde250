/** /orders: work on what customers brought, begun and moved on by whoever holds the business's key. */
import { Router, type Request } from 'express';
import { beginOrder } from '../../commands/beginOrder';
import { orderView } from '../../commands/orderViews';
import { setStage } from '../../commands/setStage';
import type { CommandContext } from '../../commands/types';
import type { OrderView, SetStageResult } from '../../commands/visitTypes';
import { findOrder, lockOrder, pageOfOrders } from '../../models/statements/orders';
import { idOf, sent } from '../bookings/reader';
import { assertMatches } from '../bookings/version';
import { startOf } from '../bookings/wish';
import { jsonBody } from '../body';
import { once, requiredKey, send } from '../idempotency/once';
import { parsed } from '../parse';
import { runFor, type CommandParts } from '../run';
import { keyedTenant, type TenantParts } from '../tenant';
import { isUuid } from '../uuid';
import { begunOrder, stagedOrder, unknownOrder } from './answers';
import { presentOrder, toldOrder } from './present';
import { orderBody, orderChange, ordersQuery, type OrderBody, type OrderChange } from './schema';

export function orderRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.get('/orders', keyed, async (request, response) => {
    const {
      stage = null,
      branch = null,
      booking = null,
      closed,
      cursor = null,
      limit,
    } = parsed(ordersQuery, request.query);
    const filter = { stage, branch, booking, closed: closed === 'true' };
    const page = await runFor(parts, response, async ({ tx, business, clock }) => {
      // one more than is shown tells whether there is a next page
      const found = await pageOfOrders(tx, filter, cursor, limit + 1);
      const shown = found.slice(0, limit);
      const orders = shown.map((order) => presentOrder(orderView(order, business, clock.now())));
      return { orders, next: found.length > limit ? (shown.at(-1)?.position ?? null) : null };
    });
    response.json(page);
  });
  router.post('/orders', keyed, ...jsonBody, async (request, response) => {
    const repeatable = requiredKey('POST /api/v1/orders', request, response);
    const body = parsed(orderBody, request.body);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, async () => toldOrder(await begun(context, body), 201)),
    );
    send(response, answer);
  });
  return router.use(oneOrder(tenants, parts));
}

function oneOrder(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.get('/orders/:id', keyed, async (request, response) => {
    const order = await runFor(parts, response, (context) => readOrder(context, idOf(request)));
    sent(response, toldOrder(order));
  });
  router.patch('/orders/:id', keyed, ...jsonBody, async (request, response) => {
    const change = parsed(orderChange, request.body);
    // Thrown after the commit: a stage that was refused stands in the history.
    const result = await runFor(parts, response, (context) => changed(context, request, change));
    sent(response, toldOrder(stagedOrder(result)));
  });
  return router;
}

async function begun(
  context: CommandContext,
  { booking, stage, promised, note }: OrderBody,
): Promise<OrderView> {
  const input = {
    bookingId: booking,
    ...(stage === undefined ? {} : { stage }),
    ...(promised === undefined ? {} : { promised: startOf(promised, context.business, undefined).start }),
    ...(note === undefined ? {} : { note }),
  };
  return begunOrder(await beginOrder(context, input, context.newId()));
}

async function readOrder({ tx, business, clock }: CommandContext, id: string): Promise<OrderView> {
  const order = isUuid(id) ? await findOrder(tx, id) : null;
  if (!order) throw unknownOrder();
  return orderView(order, business, clock.now());
}

async function changed(
  context: CommandContext,
  request: Request,
  change: OrderChange,
): Promise<SetStageResult> {
  const orderId = idOf(request);
  const order = isUuid(orderId) ? await lockOrder(context.tx, orderId) : null;
  if (!order) return { kind: 'unknown' };
  assertMatches(request, order);
  const { stage = order.stage, promised, note } = change;
  const { business } = context;
  const at =
    typeof promised === 'string' ? startOf(promised, business, order.booking.branch).start : promised;
  const input = {
    orderId,
    stage,
    ...(at === undefined ? {} : { promised: at }),
    ...(note === undefined ? {} : { note }),
  };
  return setStage(context, input, context.newId());
}
