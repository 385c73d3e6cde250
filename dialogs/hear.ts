/** Hearing: every act of the waiting messages finds its place, the urgent ones before any flow, in every state. */
import { answered } from './repair/answers';
import { cancelled } from './repair/cancelled';
import { choicesMeant } from './repair/choices';
import { endangered } from './repair/endangered';
import { lineAnswered } from './repair/lineAnswers';
import { offerTaken } from './repair/offerTaken';
import { agreed } from './repair/agreed';
import { declined } from './repair/declined';
import { lateAnswers } from './repair/lateAnswers';
import { recurring } from './repair/recurring';
import { requested } from './repair/requested';
import { howLate } from './repair/howLate';
import { howLong } from './repair/howLong';
import { informed } from './repair/informed';
import { planTold, several } from './repair/several';
import { sameAgain } from './repair/sameAgain';
import { smallTalk } from './repair/smallTalk';
import { toldInWords } from './repair/toldInWords';
import { urgent } from './repair/urgent';
import { waitlisted } from './repair/waitlisted';
import { bookingTold } from './repair/whichBooking';
import { whyAsked } from './repair/answerWhy';
import type { Hearing } from './said';
import type { Heard } from './talk';
import type { Turn } from './turn';

/** In this order; each takes what is its own and leaves the rest. */
const HEARINGS: readonly Hearing[] = [
  lateAnswers,
  choicesMeant,
  waitlisted,
  planTold,
  endangered,
  toldInWords,
  lineAnswered,
  offerTaken,
  howLate,
  bookingTold,
  cancelled,
  urgent,
  requested,
  recurring,
  sameAgain,
  several,
  declined,
  whyAsked,
  howLong,
  answered,
  informed,
  agreed,
  smallTalk,
];

export async function hear(turn: Turn, heard: readonly Heard[]): Promise<void> {
  let left = heard.flatMap((message) => message.acts.map((act) => ({ act, message })));
  for (const hearing of HEARINGS) left = [...(await hearing(turn, left))];
}
