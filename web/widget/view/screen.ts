/** All that the chat shows at one moment. */

import type { CardAction } from '../directline/activity';
import type { SessionStatus } from '../directline/session';
import type { Message } from '../talk/thread';

export interface Screen {
  readonly open: boolean;
  readonly name: string;
  readonly status: SessionStatus;
  readonly messages: readonly Message[];
  readonly typing: boolean;
  readonly replies: readonly CardAction[];
  /** Nothing has been said yet. */
  readonly greets: boolean;
  readonly unread: number;
  /** Epoch milliseconds. */
  readonly now: number;
}
