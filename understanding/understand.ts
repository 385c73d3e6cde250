/** What a person meant: an utterance, read with what was just asked, becomes acts. */
import type { Hearing, Understood } from './hearing';

export type { Hearing, Trace, Understood } from './hearing';

/**
 * Pure and synchronous; never throws, whatever the text. Names, phones and plates keep the customer's spelling,
 * times are local wall time of `hearing.zone`.
 */
export function understand(hearing: Hearing): Understood {
  return { language: hearing.language ?? 'en', acts: [{ act: 'unknown' }], when: null, trace: [] };
}
