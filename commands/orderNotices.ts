/** What customers are told of their orders; where nobody can be reached by message, the team is asked to call. */
import { putNotice } from '../models/statements/orderNotices';
import { raiseTask } from './raiseTask';
import type { CommandContext } from './types';

/** News of a car on the lift is no news a day later. */
const LASTS_MILLIS = 24 * 3_600_000;

export interface Notice {
  readonly customerId: string;
  readonly conversationId: string | null;
  /** A saying of the locales: key and typed facts (`locales/saying.ts`). */
  readonly saying: { readonly key: string; readonly with: Readonly<Record<string, unknown>> };
  /** For the agent who calls where no message can be sent. */
  readonly instead: string;
  /** The deed's idempotency key. */
  readonly key: string;
}

/** Answers the id of the message; null where a task was raised instead. */
export async function notify(context: CommandContext, notice: Notice): Promise<string | null> {
  const { tx, clock, newId } = context;
  const { customerId, conversationId, saying, instead, key } = notice;
  const [id, at] = [newId(), clock.now()];
  if (await putNotice(tx, { id, customerId, conversationId, saying, at, expiresAt: at + LASTS_MILLIS }))
    return id;
  await raiseTask(context, { kind: 'callback', text: instead, customerId, conversationId }, `notice/${key}`);
  return null;
}

/** As a customer would say it; undefined where the visit is about no thing, so that its line is dropped. */
export function assetFact(
  asset: { readonly label: string; readonly plate: string | null } | null,
): string | undefined {
  if (asset === null) return undefined;
  return asset.plate === null ? asset.label : `${asset.label} ${asset.plate}`;
}
