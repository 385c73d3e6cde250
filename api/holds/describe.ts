/** What the outside is told of /holds. */
import { z } from 'zod';
import { holdSchema } from '../bookings/schema';
import { idempotencyKey } from '../idempotency/once';
import { BODY_PROBLEMS, TIME_RULES, type Endpoint } from '../openapi/endpoint';
import { holdBody } from './schema';

export const holdEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/v1/holds',
    operation: 'placeHold',
    group: 'holds',
    summary: 'Keeps a time for a few minutes, with or without knowing for whom.',
    explains: 'Book it by POST /api/v1/bookings with `{"hold": id}`. A customer may have two live holds.',
    access: 'key',
    headers: z.object({ 'Idempotency-Key': idempotencyKey.optional() }),
    body: holdBody,
    replies: {
      201: { says: 'Held.', schema: holdSchema, headers: ['ETag', 'Location', 'Idempotency-Replayed'] },
    },
    problems: {
      ...BODY_PROBLEMS,
      400: [...BODY_PROBLEMS[400], 'idempotency-key-malformed'],
      409: ['slot-taken', 'in-progress'],
      422: [...TIME_RULES, 'unknown-vehicle', 'too-many-holds', 'idempotency-key-reused'],
    },
  },
  {
    method: 'get',
    path: '/api/v1/holds/{id}',
    operation: 'readHold',
    group: 'holds',
    summary: 'A hold that stands: what it keeps, and until when.',
    explains: 'One that lapsed, was let go or has become a booking is a hold no more.',
    access: 'key',
    replies: { 200: { says: 'Held.', schema: holdSchema, headers: ['ETag'] } },
    problems: { 404: ['unknown-hold'] },
  },
  {
    method: 'delete',
    path: '/api/v1/holds/{id}',
    operation: 'releaseHold',
    group: 'holds',
    summary: 'Lets a held time go.',
    access: 'key',
    replies: { 204: { says: 'Let go, now or before.' } },
    problems: { 404: ['unknown-hold'] },
  },
];
