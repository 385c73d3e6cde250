/** Approving an estimate: what the workshop asks for, a yes or no to each line, the read-back, and the answer to that version. */
import { say } from '../facts';
import { ask, deed, type Flow } from '../flow';
import { toJson } from '../json';
import { readBack } from './approve/agree';
import { ANSWERS, answeredIn, ESTIMATE, PLAIN } from './approve/answers';
import { lineAnswers } from './approve/ask';
import { give, sayGiven } from './approve/give';
import { putFrom, putIn, type Put } from './approve/put';

type Found = { readonly kind: 'found'; readonly put: Put } | { readonly kind: 'none' };

/** Who asks by themselves is put the newest that waits, else what they refused before. */
const found = deed<string, Found>({
  id: 'found',
  inputs: ({ frame, world }) => (putIn(frame.slots[ESTIMATE]) ? null : world.customer.id),
  run: async (_customer, { world }) => {
    const all = (await world.visits.estimates()).flatMap((each) => putFrom(each) ?? []);
    const put = all.find(({ anew }) => !anew) ?? all[0];
    return put ? { kind: 'found', put } : { kind: 'none' };
  },
  results: {
    found: ({ put }) => ({ keep: true, sets: { [ESTIMATE]: toJson(put) } }),
    none: () => ({ says: [say('approve.none')], ends: true }),
  },
});

export const approve: Flow = {
  id: 'approve',
  version: 1,
  drafts: false,
  waits: true,
  given: [ESTIMATE, ANSWERS, PLAIN],
  steps: [found, ask(lineAnswers), readBack, give, sayGiven],
  resumes: () => say('approve.resume'),
  remembers: ({ slots }) => toJson({ estimate: answeredIn(slots)?.put.id ?? null }),
};
