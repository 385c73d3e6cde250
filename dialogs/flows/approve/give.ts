/** Giving the answer to the workshop: bound to the version that was shown, with what was shown and what was written as evidence. */
import type {
  AnswerEstimateResult,
  EstimateDifference,
  EstimateEvidence,
  EstimateView,
} from '../../../commands/visitTypes';
import type { Fact, Saying } from '../../../locales/saying';
import { listFact, moneyFact, say, words } from '../../facts';
import { deed, type Outcome, type SayStep, type Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Frame, World } from '../../talk';
import { slotText } from '../../turn';
import { AGREED } from './agree';
import { ANSWERS, answeredIn, ESTIMATE, PLAIN, SAID } from './answers';
import { linesFact, putFrom, sumOf } from './put';

export const GIVEN = 'given';

type Answer = {
  readonly estimateId: string;
  readonly version: number;
  readonly lines: readonly { readonly id: number; readonly approve: boolean }[];
};

export const give = deed<Answer, AnswerEstimateResult>({
  id: GIVEN,
  seals: true,
  inputs: ({ frame }) => {
    const answered = answeredIn(frame.slots);
    const agreed = AGREED in frame.facts || frame.slots[PLAIN] === true;
    if (!answered || answered.open.length > 0 || !agreed) return null;
    const { put, yes } = answered;
    const lines = put.lines.map(({ id }) => ({ id, approve: yes.some((line) => line.id === id) }));
    return { estimateId: put.id, version: put.version, lines };
  },
  run: (answer, { world, frame }, key) => world.visits.answerEstimate(answer, evidenceOf(frame), key),
  results: {
    answered: () => ({ keep: true }),
    stale: ({ estimate, difference }, { world }) => putAnew(estimate, [stale(world, difference)]),
    'unknown-line': ({ estimate }) => putAnew(estimate, []),
    settled: () => ({ says: [say('approve.settled'), say('repair.orPerson')], ends: true }),
    over: () => ({ says: [say('approve.over')], ends: true }),
    unknown: () => ({ says: [say('approve.none')], ends: true }),
  },
});

/** What was said to the older version is no answer to this one. */
function putAnew(estimate: EstimateView, says: readonly Saying[]): Outcome {
  const put = putFrom(estimate);
  if (!put) return { says, ends: true };
  return {
    drops: [AGREED, SAID],
    sets: { [ESTIMATE]: toJson(put), [ANSWERS]: null, [PLAIN]: null },
    says,
  };
}

function evidenceOf({ facts }: Frame): EstimateEvidence {
  const kept = facts[SAID]?.value;
  const said = isRecord(kept) ? kept : {};
  const shown = slotText(said, 'shown');
  return { reply: slotText(said, 'reply') ?? '', ...(shown !== undefined && { shown }) };
}

function stale({ business }: World, difference: readonly EstimateDifference[]): Saying {
  const lines = difference.map(({ title, before, after }): Fact => {
    const facts = {
      title,
      before: before === null ? undefined : moneyFact(business, before),
      after: after === null ? undefined : moneyFact(business, after),
    };
    if (before === null) return words('approve.added', facts);
    return after === null ? words('approve.gone', facts) : words('approve.was', facts);
  });
  return say('approve.stale', { lines: listFact(lines, 'lines') });
}

export const sayGiven: SayStep = {
  kind: 'say',
  id: 'saidGiven',
  inputs: ({ frame }) => frame.facts[GIVEN]?.inputs ?? null,
  says: (scene) => (GIVEN in scene.frame.facts ? [given(scene)] : []),
};

function given({ world, frame }: Scene): Saying {
  const answered = answeredIn(frame.slots);
  const [yes, no] = [answered?.yes ?? [], answered?.no ?? []];
  return say(yes.length > 0 ? 'approve.given' : 'approve.givenNone', {
    yes: linesFact(world, yes),
    sum: moneyFact(world.business, sumOf(yes)),
    no: listFact(
      no.map(({ title }) => title),
      'and',
    ),
  });
}
