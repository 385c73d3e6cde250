/** The waitlist's commands as one conversation may call them: bound to its transaction, its clock and its customer. */
import type { About } from './bind';
import type { CommandContext } from './types';
import { declineOffer } from './waitlist/answer';
import { joinWaitlist } from './waitlist/join';
import { leaveWaitlist } from './waitlist/leave';
import { waitlistOf } from './waitlist/list';
import type { WaitlistCommands } from './waitlist/types';

/** @param context as `bindCommands` makes it: with what was seen, and with what waits to be kept */
export function bindWaitlist(context: CommandContext, about: About): WaitlistCommands {
  return {
    join: (input, key) => joinWaitlist(context, { ...input, ...about }, key),
    leave: (entryId) => leaveWaitlist(context, entryId),
    waits: () => waitlistOf(context, about.customerId),
    decline: (hold) => declineOffer(context, hold),
  };
}
