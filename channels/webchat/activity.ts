/** Shows stored messages to Direct Line clients as Bot Framework activities. */
import type { Millis } from '../../platform/clock';
import { watermarkOf } from './watermark';

/** One message of a conversation's numbered list, as the web chat shows it. */
export interface StoredMessage {
  readonly number: number;
  readonly at: Millis;
  readonly author: 'customer' | 'bot' | 'agent' | 'system';
  readonly text: string;
  /** Offered with it as buttons. */
  readonly choices: readonly string[];
  /** BCP 47, the language it is in. */
  readonly locale?: string;
  /** The number of the message it answers. */
  readonly replyTo?: number;
  /** What the visitor's client called it. */
  readonly clientActivityId?: string;
}

/** Who speaks in this conversation. */
export interface Speakers {
  readonly conversationId: string;
  /** `dl_…` */
  readonly userId: string;
  /** The business, as visitors know it. */
  readonly businessName: string;
}

export interface Account {
  readonly id: string;
  readonly name?: string;
  readonly role: 'user' | 'bot';
}

/** The fields of an activity that Direct Line clients read (Bot Framework activity schema). */
export interface Activity {
  readonly type: 'message' | 'typing';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: Account;
  readonly text?: string;
  readonly textFormat?: 'plain';
  readonly locale?: string;
  readonly replyToId?: string;
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly CardAction[] };
  readonly channelData?: { readonly clientActivityID: string };
}

export interface CardAction {
  readonly type: 'imBack';
  readonly title: string;
  readonly value: string;
}

/** What a poll answers and a stream frame carries; a frame without watermark leaves the client's as it is. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** `{conversation}|0000001`: the form Direct Line gives its ids. */
export function activityId(conversationId: string, number: number): string {
  return `${conversationId}|${String(number).padStart(7, '0')}`;
}

/** The sender's own id for it comes back in `channelData`, by which a client knows its own message again. */
export function toActivity(message: StoredMessage, speakers: Speakers): Activity {
  const { conversationId } = speakers;
  return {
    type: 'message',
    id: activityId(conversationId, message.number),
    timestamp: new Date(message.at).toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: speaker(message.author, speakers),
    text: message.text,
    textFormat: 'plain',
    ...(message.locale === undefined ? {} : { locale: message.locale }),
    ...(message.replyTo === undefined ? {} : { replyToId: activityId(conversationId, message.replyTo) }),
    ...(message.choices.length === 0 ? {} : { suggestedActions: suggested(message.choices, speakers) }),
    ...(message.clientActivityId === undefined
      ? {}
      : { channelData: { clientActivityID: message.clientActivityId } }),
  };
}

/** The messages after `after` as one set; without any the watermark stays where the reader is. */
export function activitySet(
  messages: readonly StoredMessage[],
  after: number,
  speakers: Speakers,
): ActivitySet {
  const last = messages.at(-1)?.number ?? after;
  return {
    activities: messages.map((message) => toActivity(message, speakers)),
    watermark: watermarkOf(last),
  };
}

/** Typing goes over the stream only, is never stored, and so moves no watermark. `id` is any fresh one. */
export function typingSet(author: 'bot' | 'agent', id: string, at: Millis, speakers: Speakers): ActivitySet {
  const { conversationId } = speakers;
  const activity: Activity = {
    type: 'typing',
    id: `${conversationId}|typing-${id}`,
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: speaker(author, speakers),
  };
  return { activities: [activity] };
}

function speaker(author: StoredMessage['author'], speakers: Speakers): Account {
  if (author === 'customer') return { id: speakers.userId, role: 'user' };
  const id = author === 'agent' ? 'agent' : 'bot';
  return { id, name: speakers.businessName, role: 'bot' };
}

function suggested(
  choices: readonly string[],
  speakers: Speakers,
): NonNullable<Activity['suggestedActions']> {
  return {
    to: [speakers.userId],
    actions: choices.map((choice) => ({ type: 'imBack', title: choice, value: choice })),
  };
}
