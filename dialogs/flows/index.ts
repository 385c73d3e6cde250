/** Every flow there is, by the intent that begins it. */
import type { Flows } from '../turn';
import { availability, book } from './book';
import { cancel } from './cancel';
import { history } from './history';
import { callback, complaint, human } from './human';
import { late } from './late';
import { reschedule } from './reschedule';
import { status } from './status';

export const FLOWS: Flows = {
  book,
  availability,
  reschedule,
  cancel,
  history,
  human,
  callback,
  complaint,
  late,
  status,
};
