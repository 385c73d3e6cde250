/** What the outside is told of the addresses that only tell. */
import { z } from 'zod';
import { branchSchema } from '../branches/present';
import { resourceSchema } from '../resources/present';
import { serviceSchema } from '../services/present';
import { businessSchema } from '../tenants/present';
import { sessionSchema, tokenRequest } from '../webchat/schema';
import type { Endpoint } from './endpoint';

function list(name: string, operation: string, summary: string, schema: z.ZodType): Endpoint {
  return {
    method: 'get',
    path: `/api/v1/${name}`,
    operation,
    group: name,
    summary,
    access: 'public',
    replies: { 200: { says: 'All of them.', schema: z.object({ [name]: z.array(schema) }) } },
  };
}

function health(
  path: string,
  operation: string,
  summary: string,
  status: readonly [string, ...string[]],
): Endpoint {
  const schema = z.object({ status: z.enum(status) });
  return {
    method: 'get',
    path,
    operation,
    group: 'health',
    summary,
    access: 'none',
    replies: {
      200: { says: 'Yes.', schema },
      ...(status.length > 1 ? { 503: { says: 'No.', schema } } : {}),
    },
  };
}

export const readEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/tenants/{slug}',
    operation: 'readTenant',
    group: 'tenants',
    summary: 'A business: its name, languages, currency, calendar and rules for booking.',
    access: 'none',
    replies: { 200: { says: 'The business.', schema: businessSchema } },
    problems: { 404: ['unknown-tenant'] },
  },
  list('services', 'listServices', 'What is offered.', serviceSchema),
  list('branches', 'listBranches', 'Where the business is, and when it is open.', branchSchema),
  list('resources', 'listResources', 'Who and what serves.', resourceSchema),
];

export const otherEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/v1/webchat/token',
    operation: 'openWebchat',
    group: 'webchat',
    summary: 'What a chat widget needs to talk over Direct Line 3.0.',
    access: 'none',
    body: tokenRequest,
    replies: { 200: { says: 'A token of one conversation.', schema: sessionSchema } },
    problems: { 400: ['malformed-json'], 404: ['unknown-tenant'], 413: ['too-large'], 422: ['invalid'] },
  },
  health('/healthz', 'readLiveness', 'Whether the process lives; asks nothing else.', ['alive']),
  health('/readyz', 'readReadiness', 'Whether requests can be answered.', ['ready', 'not ready']),
];
