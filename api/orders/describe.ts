/** What the outside is told of /orders. */
import { z } from 'zod';
import { idempotencyKey } from '../idempotency/once';
import { BODY_PROBLEMS, type Endpoint } from '../openapi/endpoint';
import { orderBody, orderChange, orderPage, orderSchema, ordersQuery } from './schema';

const order = { schema: orderSchema, headers: ['ETag'] } as const;

export const orderEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/orders',
    operation: 'listOrders',
    group: 'orders',
    summary: 'Work on what customers brought, newest first, page by page.',
    access: 'key',
    query: ordersQuery,
    replies: { 200: { says: 'A page.', schema: orderPage } },
    problems: { 422: ['invalid'] },
  },
  {
    method: 'post',
    path: '/api/v1/orders',
    operation: 'beginOrder',
    group: 'orders',
    summary: 'Begins the work of a visit; one that has begun already is told as it is.',
    access: 'key',
    headers: z.object({ 'Idempotency-Key': idempotencyKey }),
    body: orderBody,
    replies: {
      201: { says: 'Begun.', schema: orderSchema, headers: ['ETag', 'Location', 'Idempotency-Replayed'] },
    },
    problems: {
      ...BODY_PROBLEMS,
      400: [...BODY_PROBLEMS[400], 'idempotency-key-required', 'idempotency-key-malformed'],
      404: ['unknown-booking'],
      409: ['over', 'in-progress'],
      422: ['invalid', 'unknown-stage', 'gap', 'idempotency-key-reused'],
    },
  },
  {
    method: 'get',
    path: '/api/v1/orders/{id}',
    operation: 'readOrder',
    group: 'orders',
    summary: 'One order.',
    access: 'key',
    replies: { 200: { says: 'The order.', ...order } },
    problems: { 404: ['unknown-order'] },
  },
  {
    method: 'patch',
    path: '/api/v1/orders/{id}',
    operation: 'setStage',
    group: 'orders',
    summary: 'Moves an order to a later stage, or changes what was promised.',
    explains: 'Any later stage may follow; the last one ends the visit, and its booking is done.',
    access: 'key',
    headers: z.object({
      'If-Match': z
        .string()
        .optional()
        .describe('The ETag you have seen: nothing is changed if it is another one by now.'),
    }),
    body: orderChange,
    replies: { 200: { says: 'The order as it is now.', ...order } },
    problems: {
      ...BODY_PROBLEMS,
      404: ['unknown-order'],
      409: ['over', 'stage-backwards'],
      412: ['changed-meanwhile'],
      422: ['invalid', 'unknown-stage', 'gap'],
    },
  },
];
