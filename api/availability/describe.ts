/** What the outside is told of /availability. */
import type { Endpoint } from '../openapi/endpoint';
import { availabilityAnswer, availabilityQuery } from './schema';

export const availabilityEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/availability',
    operation: 'listAvailability',
    group: 'availability',
    summary: 'When a service could be booked, and why another time is not offered.',
    explains:
      '`from` and `to` are local dates, both inclusive, or the first and the last start as instants; at most 92 days at once.',
    access: 'public',
    query: availabilityQuery,
    replies: { 200: { says: 'Bookable starts.', schema: availabilityAnswer } },
    problems: {
      422: [
        'invalid',
        'unknown-service',
        'unknown-branch',
        'unknown-resource',
        'unknown-vehicle',
        'reversed-range',
        'window-too-large',
        'gap',
        'repeated',
      ],
    },
  },
];
