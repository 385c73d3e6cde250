/** Every flow there is, by the intent that begins it. */
import type { Flows } from '../turn';
import { approve } from './approve';
import { availability, book } from './book';
import { cancel } from './cancel';
import { history } from './history';
import { callback } from './callback';
import { complaint } from './complaint';
import { estimate } from './estimate';
import { human } from './human';
import { late } from './late';
import { plan } from './plan';
import { profile } from './profile';
import { reschedule } from './reschedule';
import { series } from './series';
import { status } from './status';
import { waitlist } from './waitlist';

export const FLOWS: Flows = {
  book,
  availability,
  plan,
  series,
  reschedule,
  cancel,
  history,
  human,
  callback,
  complaint,
  late,
  status,
  estimate,
  approve,
  profile,
  waitlist,
};
