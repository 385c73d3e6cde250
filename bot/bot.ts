/** The bot: what is heard before any talk as middleware, and talk itself as an activity handler. */
import { ActivityHandler, type Middleware } from 'botbuilder';
import { TurnAdapter, workOf } from './adapter';
import { commitTurn } from './commit';
import { complianceDecision, silence } from './compliance';
import { hearMessages } from './hear';
import type { BotParts } from './parts';
import { decideTalk } from './talkTurn';

/** The order is the policy: compliance words before everything, then who speaks, then the talk. */
export function createAdapter(parts: BotParts): TurnAdapter {
  const adapter = new TurnAdapter();
  adapter.use(complianceWords(parts), oneSpeaker(parts));
  return adapter;
}

/** STOP, START and HELP are heard in every state and whoever owns the conversation. */
function complianceWords(parts: BotParts): Middleware {
  return {
    async onTurn(context, next) {
      const decide = complianceDecision(workOf(context).section.kind);
      if (decide === null) return next();
      await commitTurn(context, parts, decide);
    },
  };
}

/** While an agent owns the conversation the bot takes note and is silent. */
function oneSpeaker(parts: BotParts): Middleware {
  return {
    async onTurn(context, next) {
      if (workOf(context).loaded.owner !== 'agent') return next();
      await commitTurn(context, parts, silence);
    },
  };
}

/** Answers messages; other activities of the Bot Framework are not heard. */
export class HouseBot extends ActivityHandler {
  constructor(parts: BotParts) {
    super();
    this.onMessage(async (context, next) => {
      await talk(context, parts);
      await next();
    });
  }
}

/** Understanding happens before the transaction; what it yields is thrown away if something came in between. */
async function talk(context: Parameters<typeof workOf>[0], parts: BotParts): Promise<void> {
  const { section, loaded, talk: before, business, times } = workOf(context);
  const began = parts.stopwatch();
  const hearings = hearMessages(section.messages, loaded, before, business);
  times.understanding = parts.stopwatch() - began;
  await commitTurn(context, parts, (inside) => decideTalk(inside, hearings));
}
