/** The Bot Framework's adapter of this house: a turn's activity in, and what the bot sends kept for the turn's commit. */
import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ActivityHandler,
  type ResourceResponse,
} from 'botbuilder';
import { repliedWith } from './activity';
import type { WordedReply } from './say';
import type { TurnWork } from './turnWork';

const WORK = Symbol('the work of this turn');

/** Nothing is sent from here: a reply becomes an outbox row of the transaction that it was said in, or nothing. */
export class TurnAdapter extends BotAdapter {
  /** Runs the turn's activity through the middleware and then the bot. */
  async hear(work: TurnWork, bot: ActivityHandler): Promise<void> {
    const context = new TurnContext(this, work.activity);
    context.turnState.set(WORK, work);
    await this.runMiddleware(context, (guarded) => bot.run(guarded));
  }

  sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const work = workOf(context);
    const replies = activities.map(repliedWith).filter((reply): reply is WordedReply => reply !== null);
    work.replies.push(...replies);
    return Promise.resolve(activities.map((activity) => ({ id: activity.id ?? '' })));
  }

  updateActivity(): Promise<void> {
    return Promise.reject(new Error('what was said is not changed: say something new'));
  }

  deleteActivity(): Promise<void> {
    return Promise.reject(new Error('what was said is not taken back: say something new'));
  }

  continueConversation(): Promise<void> {
    return Promise.reject(new Error('messages outside a turn are outbox rows of a command'));
  }
}

/** The turn that a context belongs to. */
export function workOf(context: TurnContext): TurnWork {
  const work = context.turnState.get<TurnWork | undefined>(WORK);
  if (work === undefined) throw new Error('this context is not of a turn');
  return work;
}
