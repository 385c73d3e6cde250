/** What the outside is told of /series. */
import { z } from 'zod';
import { idempotencyKey } from '../idempotency/once';
import { BODY_PROBLEMS, type Endpoint } from '../openapi/endpoint';
import { checkAnswer, checkBody, seriesBody, seriesSchema } from './schema';

const RULES = [
  'invalid',
  'unknown-service',
  'unknown-branch',
  'unknown-resource',
  'wrong-person',
  'wrong-branch',
  'beyond-horizon',
  'impossible-rule',
  'unknown-occurrence',
  'nothing-left',
] as const;

export const seriesEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/v1/series/check',
    operation: 'checkSeries',
    group: 'series',
    summary:
      'Says of each appointment of a series whether it can be had, why not, and what could be had instead.',
    explains:
      'The 31st is the last day of shorter months. A local time that the clocks jump over, or that comes twice, is told with ' +
      'its two choices. The first appointment has to lie within the horizon, the others need not. Nothing is held.',
    access: 'key',
    body: checkBody,
    replies: { 200: { says: 'Each day of the series.', schema: checkAnswer } },
    problems: { ...BODY_PROBLEMS, 422: RULES },
  },
  {
    method: 'post',
    path: '/api/v1/series',
    operation: 'bookSeries',
    group: 'series',
    summary: 'Books all appointments of a series that are not skipped: all of them, or none.',
    explains:
      'When some cannot be had nothing is booked, and `occurrences` tells of each day as the check does.',
    access: 'key',
    headers: z.object({ 'Idempotency-Key': idempotencyKey }),
    body: seriesBody,
    replies: {
      201: { says: 'All booked.', schema: seriesSchema, headers: ['Idempotency-Replayed'] },
    },
    problems: {
      ...BODY_PROBLEMS,
      400: [...BODY_PROBLEMS[400], 'idempotency-key-required', 'idempotency-key-malformed'],
      409: ['slot-taken', 'in-progress'],
      422: [...RULES, 'idempotency-key-reused'],
    },
  },
];
