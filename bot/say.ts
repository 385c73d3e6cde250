/** Words what the engine says: sayings and offered choices become one message that fits the wire it goes over. */
import type { Limits } from '../channels/channel';
import { present, type Presented, type Voice } from '../channels/present';
import { wording, type CalendarName } from '../locales';
import type { Fact, Saying } from '../locales/saying';

/** Priority of the talk's own replies in the outbox; what is more urgent has a lower number. */
export const REPLY_PRIORITY = 20;

export type { Voice } from '../channels/present';

export type WordedReply = Presented;

/** @param language null for a customer whose language is not known: the default of `wording` */
export function voiceFor(language: string | null, calendar: CalendarName, limits: Limits): Voice {
  return { wording: wording(language, calendar), limits };
}

/** One message of all that is said in a turn, the choices beneath the last sentence; null when nothing is said. */
export function wordReply(
  sayings: readonly Saying[],
  labels: readonly Fact[],
  voice: Voice,
): WordedReply | null {
  const said = sayings.map((saying) => voice.wording.say(saying)).filter((text) => text !== '');
  return said.length === 0 ? null : present(said, labels, voice);
}
