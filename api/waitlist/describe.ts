/** What the outside is told of /waitlist. */
import { z } from 'zod';
import { idempotencyKey } from '../idempotency/once';
import { BODY_PROBLEMS, type Endpoint } from '../openapi/endpoint';
import { waitBody, waitlistPage, waitlistQuery, waitSchema } from './schema';

export const waitlistEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/waitlist',
    operation: 'listWaitlist',
    group: 'waitlist',
    summary: 'Who waits for a time, longest first.',
    access: 'key',
    query: waitlistQuery,
    replies: { 200: { says: 'Entries.', schema: waitlistPage } },
    problems: { 422: ['invalid'] },
  },
  {
    method: 'post',
    path: '/api/v1/waitlist',
    operation: 'joinWaitlist',
    group: 'waitlist',
    summary: 'Puts a customer on the list of those who wait for a time.',
    explains:
      'A time that becomes free is offered to one after the other, by message, each with a hold of its own; outside quiet hours. ' +
      'Book the hold of an offer by POST /api/v1/bookings, or let it go by DELETE /api/v1/holds/{id}.',
    access: 'key',
    headers: z.object({ 'Idempotency-Key': idempotencyKey }),
    body: waitBody,
    replies: { 201: { says: 'Waiting.', schema: waitSchema, headers: ['Idempotency-Replayed'] } },
    problems: {
      ...BODY_PROBLEMS,
      400: [...BODY_PROBLEMS[400], 'idempotency-key-required', 'idempotency-key-malformed'],
      409: ['in-progress'],
      422: [
        ...[
          'invalid',
          'unknown-service',
          'unknown-branch',
          'unknown-resource',
          'wrong-person',
          'wrong-branch',
        ],
        ...['past', 'idempotency-key-reused'],
      ],
    },
  },
  {
    method: 'delete',
    path: '/api/v1/waitlist/{id}',
    operation: 'leaveWaitlist',
    group: 'waitlist',
    summary: 'Takes somebody off the list, and lets go of what they were offered.',
    access: 'key',
    replies: { 200: { says: 'The entry as it is now.', schema: waitSchema } },
    problems: { 404: ['unknown-entry'], 409: ['over'] },
  },
];
