/** The commands around a visit as one conversation may call them: bound to its transaction, its clock and its customer. */
import { agreePrice } from './agreePrice';
import { answerEstimate } from './answerEstimate';
import { articleOn } from './articleOn';
import type { About } from './bind';
import { estimatePrice } from './estimatePrice';
import { estimatesOf } from './estimatesOf';
import { historyOf, sameAsLast } from './historyOf';
import { ordersOf } from './ordersOf';
import { changeProfile, profileOf } from './profile';
import { reportLate } from './reportLate';
import type { CommandContext } from './types';
import type { VisitCommands } from './visitTypes';

/**
 * @param context give it the `seen` and `later` of `bindCommands`, where a turn has both
 * @param about the customer and the conversation it is about
 */
export function bindVisit(context: CommandContext, about: About): VisitCommands {
  const { customerId } = about;
  return {
    orders: () => ordersOf(context, customerId),
    estimatePrice: (input, key) => estimatePrice(context, { ...input, ...about }, key),
    agreePrice: (input) => agreePrice(context, input),
    estimates: () => estimatesOf(context, customerId),
    answerEstimate: (answer, evidence, key) => answerEstimate(context, answer, evidence, key),
    articleOn: (topic, language) => Promise.resolve(articleOn(context, topic, language)),
    profile: () => profileOf(context, customerId),
    changeProfile: (change) => changeProfile(context, customerId, change),
    history: (input) => historyOf(context, customerId, input),
    sameAsLast: () => sameAsLast(context, customerId),
    reportLate: (input, key) => reportLate(context, input, key),
  };
}
