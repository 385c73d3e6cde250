/** What the outside is told of /plans. */
import { z } from 'zod';
import { idempotencyKey } from '../idempotency/once';
import { BODY_PROBLEMS, TIME_RULES, type Endpoint } from '../openapi/endpoint';
import { planBody, planSchema, quoteAnswer, quoteBody } from './schema';

const ITEM_RULES = ['same-item-twice', 'unknown-item'] as const;

export const planEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/v1/plans/quote',
    operation: 'quotePlan',
    group: 'plans',
    summary: 'When several things could be done together or one after the other.',
    explains:
      'Items begin with one another (`with`), when others are over (`after`), or each after the one before it; `samePersonAs` ' +
      'keeps the person. Nothing is held.',
    access: 'key',
    body: quoteBody,
    replies: { 200: { says: 'Plans, earliest first.', schema: quoteAnswer } },
    problems: {
      ...BODY_PROBLEMS,
      422: [
        'invalid',
        'unknown-service',
        'unknown-branch',
        'unknown-resource',
        'wrong-person',
        'wrong-branch',
        'gap',
        'repeated',
        'reversed-range',
        'window-too-large',
        ...ITEM_RULES,
      ],
    },
  },
  {
    method: 'post',
    path: '/api/v1/plans',
    operation: 'bookPlan',
    group: 'plans',
    summary: 'Books several things at once: all of them, or none.',
    explains:
      'When part of it is taken nothing is booked, and `alternatives` are other plans. Each booking can be read, moved and ' +
      'cancelled on its own.',
    access: 'key',
    headers: z.object({ 'Idempotency-Key': idempotencyKey }),
    body: planBody,
    replies: {
      201: { says: 'All booked.', schema: planSchema, headers: ['Idempotency-Replayed'] },
    },
    problems: {
      ...BODY_PROBLEMS,
      400: [...BODY_PROBLEMS[400], 'idempotency-key-required', 'idempotency-key-malformed'],
      409: ['slot-taken', 'in-progress'],
      422: [...TIME_RULES, ...ITEM_RULES, 'out-of-place', 'idempotency-key-reused'],
    },
  },
];
