/** Words what the engine says: sayings and offered choices become one message that fits the wire it goes over. */
import { render } from '../channels/render';
import type { Limits } from '../channels/channel';
import { wording, type CalendarName, type Wording } from '../locales';
import type { Fact, Saying } from '../locales/saying';

/** Priority of the talk's own replies in the outbox; what is more urgent has a lower number. */
export const REPLY_PRIORITY = 20;

/** How a conversation is spoken to. */
export interface Voice {
  readonly wording: Wording;
  readonly limits: Limits;
}

export interface WordedReply {
  /** Complete by itself: choices are in it as numbered lines where the wire has no buttons. */
  readonly text: string;
  /** Labels of the choices, in the order offered. */
  readonly choices: readonly string[];
}

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
  if (said.length === 0) return null;
  const choices = labels.map((label) => voice.wording.fact(label));
  const { text } = render({ text: said.join('\n'), choices }, voice.limits);
  return { text, choices };
}
