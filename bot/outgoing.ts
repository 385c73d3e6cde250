/** The words of an outbox row: those it was made with, or its saying, worded when it is claimed. */
import { choicesOfNotice } from '../dialogs';
import type { Limits } from '../channels/channel';
import type { Saying } from '../locales/saying';
import type { ClaimedOutbox } from '../models/records';
import type { Businesses } from './businesses';
import { voiceFor, wordReply, type WordedReply } from './say';

/** @throws Error when the row has neither words nor a saying that makes any */
export async function sendingWords(
  row: ClaimedOutbox,
  limits: Limits,
  businesses: Businesses,
): Promise<WordedReply> {
  if (row.worded !== null) return row.worded;
  const business = await businesses.of(row.tenantId);
  const voice = voiceFor(row.language ?? business.languages[0] ?? null, business.calendar, limits);
  // Only our own commands write sayings, and they are typed there.
  const saying = row.saying as Saying;
  const words = wordReply([saying], choicesOfNotice(saying), voice);
  if (words === null) throw new Error(`outbox row ${row.id} says nothing`);
  return words;
}
