/** Reads an activity that a visitor posted to the web chat: what it says is taken, who it claims to be is not. */
import { z } from 'zod';
import type { Received, ReceivedKind } from '../channel';
import { wellFormed } from '../wellFormed';

export type PostedActivity =
  | { readonly kind: 'message'; readonly received: Received }
  | { readonly kind: 'typing' }
  /** Events and other activities that say nothing to us. */
  | { readonly kind: 'ignored' }
  /** A sentence on what is wrong with it. */
  | { readonly kind: 'malformed'; readonly reason: string };

/** What the server knows better than the activity. */
export interface PostedBy {
  /** Our end: the tenant's web chat. */
  readonly account: string;
  readonly conversationId: string;
  /** The token's user, in place of `from.id`. */
  readonly userId: string;
  /** Serves as the message's id where the client gave none. */
  readonly generatedId: string;
}

const IGNORED = new Set([
  'event',
  'conversationUpdate',
  'endOfConversation',
  'messageReaction',
  'invoke',
  'trace',
]);

/** Far more than a button carries; bottomless nesting would exhaust the stack of whoever writes it out. */
const DEEPEST_VALUE = 16;

const postedSchema = z.object({
  type: z.string().max(64),
  text: z.string().nullish(),
  value: z
    .unknown()
    .refine((value) => nestedAtMost(value, DEEPEST_VALUE), 'is nested too deeply')
    .optional(),
  locale: z.string().max(35).nullish(),
  channelData: z
    .object({ clientActivityID: z.string().max(128).nullish() })
    .nullish()
    .catch(null),
  attachments: z.array(z.object({ contentType: z.string() })).nullish(),
  from: z
    .object({ name: z.string().max(200).nullish() })
    .nullish()
    .catch(null),
});
type Posted = z.infer<typeof postedSchema>;

/** Of `channelData` only the client's own id is kept, which comes back with the echo. */
export function receiveActivity(activity: unknown, by: PostedBy): PostedActivity {
  const parsed = postedSchema.safeParse(activity);
  if (!parsed.success) return { kind: 'malformed', reason: reasonOf(parsed.error) };
  const posted = parsed.data;
  if (posted.type === 'typing') return { kind: 'typing' };
  if (IGNORED.has(posted.type)) return { kind: 'ignored' };
  if (posted.type !== 'message')
    return { kind: 'malformed', reason: 'this type of activity is not accepted' };
  const received = messageOf(posted, by);
  const empty = received.kind === 'text' && received.text === '';
  return empty ? { kind: 'malformed', reason: 'a message needs a text' } : { kind: 'message', received };
}

/**
 * The client's id is unique within its conversation only, so the provider id names both: one visitor can never make
 * another's message look like a repeat.
 */
function messageOf(posted: Posted, by: PostedBy): Received {
  const clientId = posted.channelData?.clientActivityID;
  const value = valueText(posted.value);
  const name = posted.from?.name;
  return {
    providerId: clientId ? `${by.conversationId}|${wellFormed(clientId)}` : by.generatedId,
    account: by.account,
    address: by.userId,
    kind: kindOf(posted),
    text: wellFormed(posted.text ?? value ?? ''),
    sentAt: null,
    ...(name ? { profileName: wellFormed(name) } : {}),
    details: detailsOf(posted, value, clientId ?? undefined),
  };
}

function kindOf(posted: Posted): ReceivedKind {
  const type = posted.attachments?.[0]?.contentType.toLowerCase();
  if (type !== undefined)
    return type.startsWith('image/') ? 'image' : type.startsWith('audio/') ? 'voice' : 'document';
  return posted.value === undefined || posted.value === null ? 'text' : 'button';
}

function detailsOf(
  posted: Posted,
  value: string | undefined,
  clientId: string | undefined,
): Record<string, string> {
  return {
    ...(value === undefined ? {} : { payload: wellFormed(value) }),
    ...(posted.locale ? { locale: wellFormed(posted.locale) } : {}),
    ...(clientId ? { clientActivityId: wellFormed(clientId) } : {}),
  };
}

function nestedAtMost(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => nestedAtMost(inner, levels - 1));
}

function valueText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') || 'activity'}: ${issue?.message ?? 'not an activity'}`;
}
