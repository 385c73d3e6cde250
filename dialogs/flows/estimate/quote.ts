/** The estimate itself: kept with a reference, told with how long it stands, and offered to be booked at that price. */
import type { EstimatePriceResult, EstimateView } from '../../../commands/visitTypes';
import type { Act } from '../../../understanding/acts';
import type { Saying } from '../../../locales/saying';
import { dateFact, moneyFact, say, words } from '../../facts';
import { deed, type Question, type Scene, type Slots } from '../../flow';
import { toJson } from '../../json';
import { mentionOf } from '../../asks/asset';
import type { World } from '../../talk';
import { classSettled } from './kind';
import { minutesOf, priceLines } from './prices';
import { SERVICES, servicesIn } from './services';

export const QUOTED = 'quoted';

type Wished = {
  readonly services: readonly string[];
  /** Absent: the kind of vehicle is not known. */
  readonly assetClass?: string | null;
};

export const quote = deed<Wished, EstimatePriceResult>({
  id: QUOTED,
  inputs: ({ settled }) => {
    const services = servicesIn(settled);
    const assetClass = classSettled(settled);
    return services.length === 0 ? null : { services, ...(assetClass !== undefined && { assetClass }) };
  },
  run: (wished, { world }, key) => world.visits.estimatePrice(wished, key),
  results: {
    estimated: ({ estimate }, scene) => ({
      keep: toJson({ estimate: estimate.id }),
      says: [told(scene.world, estimate, classSettled(scene.settled))],
      aside: { step: 'offer.book', question: bookToo(scene.frame.slots, servicesIn(scene.settled)) },
    }),
    'unknown-service': () => ({ clears: [SERVICES] }),
  },
});

function told(world: World, estimate: EstimateView, assetClass: string | null | undefined): Saying {
  const { business } = world;
  const lines = estimate.lines.flatMap(({ service, amount, most }) =>
    service === null
      ? []
      : [{ service, amount, most, minutes: minutesOf(business, service, assetClass ?? null) }],
  );
  const { total, totalMost, validUntilDay } = estimate;
  const several = estimate.lines.length > 1;
  return say('estimateTalk.told', {
    lines: priceLines(world, lines),
    total: several ? sumFact(world, total, totalMost) : undefined,
    until: validUntilDay === null ? undefined : dateFact(validUntilDay),
  });
}

function sumFact({ business }: World, least: number, most: number) {
  const total = moneyFact(business, least);
  return most > least ? words('estimateTalk.sumRange', { total, most: moneyFact(business, most) }) : total;
}

/** What was asked about need not be said again. */
function bookToo(slots: Slots, services: readonly string[]): Question {
  const mention = mentionOf(slots['asset']);
  const named =
    mention !== null && mention.label !== 'car' && mention.label !== mention.class ? mention : null;
  const informs: readonly Act[] = [
    ...services.map((value): Act => ({ act: 'inform', slot: 'service', value })),
    ...(named ? [{ act: 'inform', slot: 'asset', value: named } as const] : []),
  ];
  return {
    asking: 'choice',
    says: [say('answer.bookToo')],
    hint: say('repair.menuHint'),
    choices: [
      { label: words('choice.yes'), acts: [{ act: 'request', intent: 'book' }, ...informs] },
      { label: words('choice.no'), acts: [{ act: 'deny' }] },
    ],
  };
}

/** The estimate that a booking begun right after it is made at. */
export function estimateOf(scene: Pick<Scene, 'frame'>): string | undefined {
  const kept = scene.frame.facts[QUOTED]?.value;
  return typeof kept === 'object' && kept !== null && 'estimate' in kept && typeof kept.estimate === 'string'
    ? kept.estimate
    : undefined;
}
