/** The jobs that run by themselves: an explicit list, each with its own pace. */
import type { BotParts } from '../bot/parts';
import type { Log } from '../platform/log';
import { zoneRulesVersion } from '../platform/zoneRules';
import { runtimeRules } from '../scheduling/recompute';
import { expireHolds } from './expireHolds';
import { forgetAnswers } from './forgetAnswers';
import { offerWaitlist } from './offerWaitlist';
import { untilRecomputed } from './recomputeInstants';
import { sweep, SWEEP_MILLIS } from './sweep';
import { every } from './timer';

export interface Jobs {
  stop(): Promise<void>;
}

const EXPIRY_MILLIS = 60_000;
const RECOMPUTING_MILLIS = 60_000;
const FORGETTING_MILLIS = 3_600_000;

/** Each runs once at the start and then at its pace, until it is stopped; stopping waits for what is under way. */
export function startJobs(parts: BotParts, log: Log): Jobs {
  const recomputed = untilRecomputed(parts, { version: zoneRulesVersion, rules: runtimeRules });
  const timers = [
    every({ name: 'recompute-instants', everyMillis: RECOMPUTING_MILLIS, log }, recomputed),
    every({ name: 'sweep', everyMillis: SWEEP_MILLIS, log }, () => sweep(parts)),
    every({ name: 'expire-holds', everyMillis: EXPIRY_MILLIS, log }, () => expireHolds(parts)),
    every({ name: 'offer-waitlist', everyMillis: SWEEP_MILLIS, log }, () => offerWaitlist(parts)),
    every({ name: 'forget-answers', everyMillis: FORGETTING_MILLIS, log }, () => forgetAnswers(parts)),
  ];
  return {
    async stop() {
      await Promise.all(timers.map((timer) => timer.stop()));
    },
  };
}
