/** What the outside is told of /conversations. */
import type { Endpoint } from '../openapi/endpoint';
import { turnSchema } from './schema';

export const conversationEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/conversations/{id}/turns/{turn}',
    operation: 'readTurn',
    group: 'conversations',
    summary: 'One turn: what was understood, what decided, what was done and said, how long it took.',
    explains: 'Agents who are signed in at the desk need no key.',
    access: 'key',
    replies: { 200: { says: 'The turn.', schema: turnSchema } },
    problems: { 404: ['unknown-turn'] },
  },
];
