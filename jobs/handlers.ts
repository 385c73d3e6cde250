/** Every bell there is, and who answers it. */
import { conversationOfBell, RELAY_BELL, TURN_BELL } from '../bot/bells';
import type { Bot } from '../bot/turn';
import type { BotParts } from '../bot/parts';
import type { BellHandlers } from '../platform/queue';
import { relay } from './relay';

/** For `queue.start`; a handler that throws is left to the sweep. */
export function bellHandlers(bot: Bot, parts: BotParts): BellHandlers {
  return {
    [TURN_BELL]: async (key) => {
      await bot.answerBell(conversationOfBell(key));
    },
    [RELAY_BELL]: async () => {
      await relay(parts);
    },
  };
}
