/** Between the house's messages and the Bot Framework's activities: what comes in, and what the bot sends. */
import { ActivityTypes, type Activity } from 'botbuilder';
import type { LoadedConversation, PendingMessage } from '../models/records';
import type { WordedReply } from './say';

/** The messages of a turn as one activity: a burst is heard as one thing said, line by line. */
export function incomingActivity(
  loaded: LoadedConversation,
  messages: readonly PendingMessage[],
): Partial<Activity> {
  const last = messages.at(-1);
  return {
    type: ActivityTypes.Message,
    id: `${loaded.conversationId}|${String(last?.number ?? 0)}`,
    channelId: loaded.channel,
    serviceUrl: '',
    conversation: { id: loaded.conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: loaded.addressId, name: '' },
    recipient: { id: loaded.tenantId, name: '' },
    text: messages.map((message) => message.text).join('\n'),
    timestamp: new Date(last?.receivedAt ?? 0),
  };
}

/** A worded reply as an activity; the choices are its suggested actions. */
export function replyActivity(reply: WordedReply): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    ...(reply.choices.length === 0
      ? {}
      : {
          suggestedActions: {
            to: [],
            actions: reply.choices.map((label) => ({ type: 'imBack', title: label, value: label })),
          },
        }),
  };
}

/** The reply in an activity that the bot sent; null for activities without words, such as typing. */
export function repliedWith(activity: Partial<Activity>): WordedReply | null {
  if (activity.type !== ActivityTypes.Message || activity.text === undefined) return null;
  return {
    text: activity.text,
    choices: (activity.suggestedActions?.actions ?? []).map((action) => action.title),
  };
}
