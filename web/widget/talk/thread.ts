/** What the visitor sees of the talk, as plain data: every message once, in the server's order, what waits to be sent last. */

import type { Activity, CardAction } from '../directline/activity';

/** `waiting`: the connection is gone; it goes out by itself. `failed`: only its sender can send it again. */
export type Delivery = 'sent' | 'sending' | 'waiting' | 'failed';

export interface Message {
  /** The same from first sight to the end, whatever ids it is given. */
  readonly key: string;
  readonly id: string | null;
  readonly clientId: string | null;
  readonly mine: boolean;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actions: readonly CardAction[];
  readonly delivery: Delivery;
  readonly place: number;
}

export interface Thread {
  readonly messages: readonly Message[];
  readonly typing: boolean;
  /** Counts the conversations shown one after the other: the numbers of each begin anew. */
  readonly conversation: number;
}

export const EMPTY_THREAD: Thread = { messages: [], typing: false, conversation: 0 };

/** More messages than any one conversation has. */
const CONVERSATION_SPAN = 1_000_000_000;
const LAST = Number.MAX_SAFE_INTEGER;

const ordered = (messages: readonly Message[]): readonly Message[] =>
  [...messages].sort((a, b) => a.place - b.place);

/** The number at the end of a Direct Line id is the message's place; an id without one comes after what is there. */
function placeOf(id: string, thread: Thread): number {
  const number = /\|0*(\d+)$/.exec(id)?.[1];
  if (number !== undefined) return thread.conversation * CONVERSATION_SPAN + Number(number);
  const placed = thread.messages.filter((message) => message.place < LAST);
  return (placed.at(-1)?.place ?? thread.conversation * CONVERSATION_SPAN) + 0.001;
}

function sameAs(activity: Activity): (message: Message) => boolean {
  return (message) =>
    (message.id !== null && message.id === activity.id) ||
    (message.clientId !== null && message.clientId === activity.clientId);
}

function asMessage(activity: Activity, known: Message | undefined, thread: Thread, now: number): Message {
  const sentAt = activity.timestamp === null ? NaN : Date.parse(activity.timestamp);
  return {
    key: known?.key ?? activity.clientId ?? activity.id,
    id: activity.id,
    clientId: activity.clientId ?? known?.clientId ?? null,
    mine: known?.mine ?? activity.mine,
    text: activity.text,
    at: Number.isNaN(sentAt) ? (known?.at ?? now) : sentAt,
    actions: activity.actions,
    delivery: 'sent',
    place: known && known.place < LAST ? known.place : placeOf(activity.id, thread),
  };
}

/** Takes in one activity of the wire; one that is known already changes nothing but what is newly known of it. */
export function receive(thread: Thread, activity: Activity, now: number): Thread {
  if (activity.type === 'typing') return activity.mine ? thread : { ...thread, typing: true };
  if (activity.type !== 'message' || (activity.text === '' && activity.actions.length === 0)) return thread;
  const same = sameAs(activity);
  const known = thread.messages.find(same);
  const message = asMessage(activity, known, thread, now);
  const others = thread.messages.filter((other) => !same(other));
  return { ...thread, messages: ordered([...others, message]), typing: thread.typing && message.mine };
}

/** A message of the visitor's own, before the server has it. */
export function compose(thread: Thread, clientId: string, text: string, at: number): Thread {
  const message: Message = {
    key: clientId,
    id: null,
    clientId,
    mine: true,
    text,
    at,
    actions: [],
    delivery: 'sending',
    place: LAST,
  };
  return { ...thread, messages: [...thread.messages, message] };
}

/** What became of a message that was on its way; one the server has shown already stays sent. */
export function mark(thread: Thread, clientId: string, delivery: Delivery): Thread {
  const messages = thread.messages.map((message) =>
    message.clientId === clientId && message.id === null ? { ...message, delivery } : message,
  );
  return { ...thread, messages };
}

/** The server has it under `id`. An echo that came first, without our own id on it, is the same message. */
export function acknowledge(thread: Thread, clientId: string, id: string): Thread {
  const ours = thread.messages.find((message) => message.clientId === clientId);
  if (!ours || ours.id !== null) return thread;
  const others = thread.messages.filter((message) => message !== ours && message.id !== id);
  const sent: Message = { ...ours, id, delivery: 'sent', place: placeOf(id, thread) };
  return { ...thread, messages: ordered([...others, sent]) };
}

export function isAcknowledged(thread: Thread, clientId: string): boolean {
  return thread.messages.some((message) => message.clientId === clientId && message.id !== null);
}

/** From here on messages belong to another conversation with numbers of its own. */
export function nextConversation(thread: Thread): Thread {
  return { ...thread, conversation: thread.conversation + 1, typing: false };
}

export const stopTyping = (thread: Thread): Thread => (thread.typing ? { ...thread, typing: false } : thread);

/** Only the newest message may be answered by a tap, and only until it is answered. */
export function quickReplies(thread: Thread): readonly CardAction[] {
  const newest = thread.messages.at(-1);
  return newest && !newest.mine ? newest.actions : [];
}

/** How many messages of others came after the one last seen (all of them when it is not there). */
export function countUnread(thread: Thread, seenId: string | null): number {
  const seen = thread.messages.findIndex((message) => message.id === seenId && seenId !== null);
  return thread.messages.slice(seen + 1).filter((message) => !message.mine).length;
}
