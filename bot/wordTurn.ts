/** A turn's decision put into words: the customer's language, the wire's limits, and nothing told that nothing says. */
import type { Limits } from '../channels/channel';
import type { Miss } from './checkFacts';
import type { Decision } from './decision';
import { passGate } from './gate';
import type { JournalEntry } from './journal';
import { languageOfTurn } from './language';
import { voiceFor, wordReply, type WordedReply } from './say';
import { checkedDecision } from './sayChecked';
import type { TurnWork } from './turnWork';

export interface WordedTurn {
  /** As it is said and kept: with plain words where the check of facts wanted them. */
  readonly decision: Decision;
  /** Null when nothing is said. */
  readonly reply: WordedReply | null;
  readonly misses: readonly Miss[];
}

type Wordable = Pick<TurnWork, 'loaded' | 'business' | 'section' | 'talk' | 'now'>;

/** Pure: a replay comes to the same words. */
export function wordTurn(
  decided: Decision,
  work: Wordable,
  entries: readonly JournalEntry[],
  limits: Limits,
): WordedTurn {
  const { business } = work;
  const language = decided.language ?? languageOfTurn(work, []) ?? business.languages[0] ?? null;
  const voice = voiceFor(language, business.calendar, limits);
  const { decision, misses } = checkedDecision(decided, work, entries, voice.wording);
  const labels = decision.choices.map(({ label }) => label);
  return { decision, reply: wordReply(decision.sayings, labels, voice), misses };
}

/** Whether the gate lets the words of this turn go to the customer. */
export function mayBeSent(decision: Decision, { loaded, now }: Pick<TurnWork, 'loaded' | 'now'>): boolean {
  const optedOut = decision.optOut ?? loaded.optedOut;
  const fence = { made: loaded.fence, current: loaded.fence };
  return passGate({ kind: decision.kind, optedOut, fence, now }).kind === 'pass';
}
