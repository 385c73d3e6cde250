/** Hears the messages of a turn: text becomes acts; what cannot be read is named by its kind. */
import type { LoadedConversation, PendingMessage } from '../models/records';
import type { Business } from '../scheduling/business';
import { toLocal } from '../scheduling/zone';
import type { Heard, Talk } from '../dialogs/talk';
import { hearTogether } from './fragments';
import { understandingExpectation } from '../dialogs';
import { catalogOf } from '../understanding/catalogOf';
import { understand, type Hearing } from '../understanding/understand';

export interface Hearings {
  readonly heard: readonly Heard[];
  /** The kind of the first message that had no words to read. */
  readonly unread: string | null;
  /** The language in which the last message was read; null when there was nothing to read. */
  readonly language: string | null;
}

/** Pure: it may be done outside any transaction, and again when something came in between. */
export function hearMessages(
  messages: readonly PendingMessage[],
  loaded: Pick<LoadedConversation, 'customer' | 'language'>,
  talk: Talk,
  business: Business,
): Hearings {
  const base = hearingOf(loaded, talk, business);
  const read = messages.filter((message) => isWords(message.kind) || message.text.trim() !== '');
  const unread = messages.find((message) => !isWords(message.kind));
  let { language } = base;
  const readAs = (message: PendingMessage, text: string, about: 'time' | null): Heard => {
    const asking = about === 'time' ? timeSpokenOf(base.asking) : base.asking;
    const understood = understand({ ...base, asking, text, language, ref: refOf(message, base.zone) });
    language = understood.language;
    const { number, receivedAt } = message;
    return { number, acts: understood.acts, receivedAt, text, ...answeredBy(message) };
  };
  const heard = hearTogether(read, readAs);
  return { heard, unread: unread?.kind ?? null, language: read.length > 0 ? language : null };
}

/** What all messages of a turn are heard against. */
function hearingOf(
  loaded: Pick<LoadedConversation, 'customer' | 'language'>,
  talk: Talk,
  business: Business,
): Omit<Hearing, 'text' | 'ref'> {
  const vehicles = loaded.customer.assets.map((asset) => ({
    ...asset,
    names: asset.plate === null ? [asset.label] : [asset.label, asset.plate],
  }));
  return {
    language: loaded.language ?? loaded.customer.language,
    zone: business.branches[0]?.zone ?? 'UTC',
    asking: understandingExpectation(talk),
    catalog: catalogOf(business, vehicles),
  };
}

/** Where nothing else was asked, a number behind a time is an hour; what is on offer is no longer what is chosen from. */
function timeSpokenOf(asking: Hearing['asking']): Hearing['asking'] {
  return asking === null || asking.asking === 'when' ? { asking: 'when', choices: [] } : asking;
}

/** "Tomorrow" is counted from when it was written, not from when it arrived. */
function refOf(message: PendingMessage, zone: string): string {
  const seconds = Math.floor(message.sentAt / 1000);
  const second = String(seconds % 60).padStart(2, '0');
  return `${toLocal(Math.floor(seconds / 60), zone)}:${second}`;
}

/** Which of our messages it answers, where the wire says so: by quoting it, or by a button of it. */
function answeredBy({ kind, text, details }: PendingMessage): Pick<Heard, 'answers' | 'tapped'> {
  const answers = Number(details?.['answers'] ?? Number.NaN);
  return {
    ...(Number.isInteger(answers) && { answers }),
    ...(kind === 'button' && { tapped: text }),
  };
}

function isWords(kind: string): boolean {
  return kind === 'text' || kind === 'button';
}
