/** What no conversation file can bring about, each with the reason why; tests beside the step try it where there is anything to try. */
import type { Point } from './points';

const RACE = 'the clock of a file stands still within a turn: only another process can bring it about';
const NEVER_ASKED = 'it is heard and never asked for';
const SAME_BUSINESS =
  'what a read-back shows beside slots is the price list, and a file does not change that';
const OF_THE_CATALOG = 'only what is on offer is understood';
const PROVEN = 'every wire of a file proves who writes, or is the web';

const OUT_OF_REACH: readonly (readonly [because: string, points: readonly Point[]])[] = [
  [
    RACE,
    [
      'outcome: book.booked gone',
      'outcome: plan.bookedPlan changed',
      'outcome: plan.bookedPlan gone',
      'outcome: series.bookedSeries refused',
      'outcome: reschedule.standing over',
      'outcome: reschedule.moved unknown',
      'outcome: cancel.cancelled changed',
      'outcome: cancel.cancelled over',
      'outcome: cancel.cancelled unknown',
      'outcome: late.meant over',
      'outcome: late.reported unknown',
      'outcome: approve.given stale',
      'outcome: approve.given unknown-line',
      'outcome: approve.given settled',
      'outcome: approve.given unknown',
      'outcome: book.agreedPrice unknown',
    ],
  ],
  [
    NEVER_ASKED,
    [
      'outcome: reschedule.service asked',
      'outcome: reschedule.branch asked',
      'outcome: reschedule.asset asked',
      'outcome: callback.when asked',
      'outcome: callback.when settled',
      'outcome: status.booking asked',
      'outcome: status.booking settled',
      'outcome: plan.attendees settled',
      'outcome: series.series.changes settled',
    ],
  ],
  [
    SAME_BUSINESS,
    [
      'outcome: book.agreed anew',
      'outcome: book.another anew',
      'outcome: plan.agreedPlan anew',
      'outcome: series.agreedSeries anew',
      'outcome: reschedule.agreedToMove anew',
      'outcome: approve.agreed anew',
      'outcome: profile.agreed anew',
    ],
  ],
  [
    OF_THE_CATALOG,
    [
      'outcome: estimate.quoted unknown-service',
      'outcome: profile.changed unknown-language',
      'outcome: reschedule.possible refused',
    ],
  ],
  [PROVEN, ['outcome: history.page unproven', 'outcome: profile.changed unproven']],
  ['a draft does not outlive the validity of an estimate', ['outcome: book.agreedPrice expired']],
  ['a plan of which one is left goes on as a booking', ['outcome: plan.items asked']],
  ['in a plan the hold of before is only kept and let go', ['outcome: plan.hold lapsed']],
  ['it takes a talk of an older program, which `dialogs/stored.test.ts` has', ['repair: repair.setAside']],
  ['it takes two messages of ours that ask at once', ['repair: repair.which', 'repair: repair.whichHint']],
  ['the menu invites: who does not take it is told what can be done here', ['repair: repair.menuHint']],
  ['files have no such kind of message', ['repair: turn.unreadDocument', 'repair: turn.unreadOther']],
];

export const BEYOND_FILES = OUT_OF_REACH.flatMap(([because, points]) =>
  points.map((point) => ({ point, because })),
);
