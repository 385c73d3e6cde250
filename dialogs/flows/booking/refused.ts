/** What is said and asked anew when a rule refuses a time: each rule by its name, with the first start it allows. */
import type { Refusal, TimeSlotView } from '../../../commands/types';
import { hoursOn } from '../../../scheduling/openingHours';
import type { Fact } from '../../../locales/saying';
import { offersJson } from '../../asks/when';
import { branchById, branchToTell, dateFact, listFact, momentFact, say, timeFact, words } from '../../facts';
import type { Outcome, Scene } from '../../flow';
import { timeOfMinute } from '../../../scheduling/localDate';
import { slotText } from '../../turn';

type Rule = Refusal['rule'];

/** For each rule the slot that is asked anew and the words that say why. */
const RULES: Readonly<
  Record<Rule, { readonly clears: readonly string[]; readonly key: string; readonly ends?: true }>
> = {
  'too-soon': { clears: ['when'], key: 'refused.tooSoon' },
  'beyond-horizon': { clears: ['when'], key: 'refused.beyondHorizon' },
  past: { clears: ['when'], key: 'refused.past' },
  closed: { clears: ['when'], key: 'refused.closed' },
  'off-grid': { clears: ['when'], key: 'refused.offGrid' },
  gap: { clears: ['when'], key: 'refused.gap' },
  repeated: { clears: ['when'], key: 'refused.repeated' },
  'unknown-service': { clears: ['service'], key: 'refused.service' },
  'unknown-branch': { clears: ['branch'], key: 'refused.branch' },
  'unknown-resource': { clears: ['person'], key: 'refused.person' },
  'wrong-person': { clears: ['person'], key: 'refused.person' },
  'wrong-branch': { clears: ['branch'], key: 'refused.branch' },
  'limit-reached': { clears: ['when'], key: 'refused.limit' },
  'too-many-holds': { clears: [], key: 'refused.tooManyHolds', ends: true },
};

export function refused(scene: Scene, refusal: Refusal, alternatives: readonly TimeSlotView[]): Outcome {
  const { clears, key, ends } = RULES[refusal.rule];
  const aboutTime = clears.includes('when');
  return {
    clears,
    says: [say(key, factsOf(scene, refusal))],
    ...(aboutTime && { sets: { 'when.offers': offersJson(offered(scene, refusal, alternatives)) } }),
    ...(ends && { ends }),
  };
}

/** A time that does not exist is answered with the nearest two that do, all else with what is free near it. */
function offered(
  scene: Scene,
  { rule, readings }: Refusal,
  alternatives: readonly TimeSlotView[],
): readonly { readonly start: string; readonly branch: string }[] {
  const branch = slotText(scene.settled, 'branch') ?? '';
  // an hour that comes twice reads the same both times: only another one tells them apart
  if (!readings || rule === 'repeated' || readings[0] === readings[1]) return alternatives;
  return readings.map((start) => ({ start, branch }));
}

function factsOf(scene: Scene, { bound }: Refusal): Readonly<Record<string, Fact | undefined>> {
  const { business } = scene.world;
  const start = slotText(scene.settled, 'when');
  const branch = slotText(scene.settled, 'branch');
  return {
    when: start === undefined ? undefined : momentFact(start),
    date: start === undefined ? undefined : dateFact(start),
    bound: bound === undefined ? undefined : momentFact(bound),
    hours: start === undefined ? undefined : hoursFact(scene, start.slice(0, 10)),
    branch: branchToTell(business, branch),
    step: { kind: 'minutes', minutes: business.policy.gridMinutes },
  };
}

/** The hours of that day: "08:00–17:00"; undefined on a closed one. */
function hoursFact(scene: Scene, date: string): Fact | undefined {
  const branch = branchById(scene.world.business, slotText(scene.settled, 'branch'));
  const spans = branch ? hoursOn(branch, date) : [];
  const facts = spans.map(({ from, to }) =>
    words('when.span', { from: timeFact(timeOfMinute(from)), to: timeFact(timeOfMinute(to)) }),
  );
  return listFact(facts, 'and');
}
