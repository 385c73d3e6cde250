/** All commands as one conversation may call them, on one transaction: what one of them has seen, the others know. */
import { bindCommands, bindPlans, bindVisit, bindWaitlist, type About } from '../commands';
import type { CommandContext } from '../commands/types';
import type { AllCommands } from '../dialogs/talk';

/** @param context as `sharedContext` makes it */
export function bindAll(context: CommandContext, about: About): AllCommands {
  return {
    commands: bindCommands(context, undefined, about),
    plans: bindPlans(context),
    visits: bindVisit(context, about),
    waitlist: bindWaitlist(context, about),
  };
}
