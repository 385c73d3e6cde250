/** What the outside is told of /estimates. */
import { z } from 'zod';
import { idempotencyKey } from '../idempotency/once';
import { BODY_PROBLEMS, type Endpoint } from '../openapi/endpoint';
import { answerBody, estimateBody, estimatePage, estimateSchema, estimatesQuery } from './schema';

const keyed = z.object({ 'Idempotency-Key': idempotencyKey });
const KEY_PROBLEMS = [...BODY_PROBLEMS[400], 'idempotency-key-required', 'idempotency-key-malformed'];

export const estimateEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/estimates',
    operation: 'listEstimates',
    group: 'estimates',
    summary: 'Estimates, each in its newest version, newest first, page by page.',
    access: 'key',
    query: estimatesQuery,
    replies: { 200: { says: 'A page.', schema: estimatePage } },
    problems: { 422: ['invalid'] },
  },
  {
    method: 'post',
    path: '/api/v1/estimates',
    operation: 'makeEstimate',
    group: 'estimates',
    summary: 'Says what services will cost, or asks the customer of an order for approval.',
    explains:
      'With `services`: a price out of the price list, a range where the class is not known. With `order` and `lines`: it is sent ' +
      'to the customer; as long as not all of the last one is answered it is its next version, which alone can be answered.',
    access: 'key',
    headers: keyed,
    body: estimateBody,
    replies: {
      201: { says: 'Made.', schema: estimateSchema, headers: ['ETag', 'Location', 'Idempotency-Replayed'] },
    },
    problems: {
      ...BODY_PROBLEMS,
      400: KEY_PROBLEMS,
      404: ['unknown-order'],
      409: ['over', 'in-progress'],
      422: ['invalid', 'unknown-service', 'idempotency-key-reused'],
    },
  },
  {
    method: 'get',
    path: '/api/v1/estimates/{id}',
    operation: 'readEstimate',
    group: 'estimates',
    summary: 'One estimate, in its newest version.',
    access: 'key',
    replies: { 200: { says: 'The estimate.', schema: estimateSchema, headers: ['ETag'] } },
    problems: { 404: ['unknown-estimate'] },
  },
  {
    method: 'post',
    path: '/api/v1/estimates/{id}/answers',
    operation: 'answerEstimate',
    group: 'estimates',
    summary: 'Keeps what the customer approved and declined, line by line, with their words as evidence.',
    access: 'key',
    headers: keyed,
    body: answerBody,
    replies: {
      200: {
        says: 'The estimate as it is now.',
        schema: estimateSchema,
        headers: ['ETag', 'Idempotency-Replayed'],
      },
    },
    problems: {
      ...BODY_PROBLEMS,
      400: KEY_PROBLEMS,
      404: ['unknown-estimate'],
      409: ['stale-version', 'settled', 'over', 'in-progress'],
      422: ['invalid', 'unknown-line', 'idempotency-key-reused'],
    },
  },
];
