/** Every flow there is, by the intent that begins it. */
import type { Flows } from '../turn';
import { availability, book } from './book';
import { cancel } from './cancel';
import { callback, complaint, human, late } from './human';
import { reschedule } from './reschedule';
import { status } from './status';

export const FLOWS: Flows = { book, availability, reschedule, cancel, human, callback, complaint, late, status };
