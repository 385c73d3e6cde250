/** "When is my appointment?", "is my car ready?": the customer's own bookings to come, and the work on what they brought. */
import { booking, REFERENCE } from '../asks/booking';
import { ask, type Ask, type Flow } from '../flow';
import { lookUp } from './status/lookUp';

/** What is said of it only tells which; nothing is asked. */
const narrowed: Ask = { ...booking, settle: async () => ({ kind: 'unneeded' }) };

export const status: Flow = {
  id: 'status',
  version: 1,
  drafts: false,
  given: [REFERENCE],
  steps: [ask(narrowed), lookUp],
  begins: ({ reference }) => (reference === undefined ? {} : { [REFERENCE]: reference }),
};
