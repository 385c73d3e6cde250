/** Price and duration: of the service that was asked about or is being booked, else of all. */
import type { Service } from '../../scheduling/business';
import { durationOf } from '../../scheduling/duration';
import { priceOf } from '../../scheduling/price';
import type { Fact, Saying } from '../../locales/saying';
import { listFact, moneyFact, nameFact, say, serviceOf, words } from '../facts';
import type { Inform } from '../flow';
import { STANDING } from '../flows/reschedule/standing';
import { isRecord } from '../json';
import { slotRecord, slotText, topFrame, type Turn } from '../turn';

export function priceAnswer(turn: Turn, about: readonly Inform[]): readonly Saying[] {
  const { business } = turn.world;
  const asked = about.findLast((inform) => inform.slot === 'service')?.value;
  const slots = topFrame(turn)?.slots ?? {};
  const spokenOf = slotText(slots, 'service') ?? movedService(turn);
  const one = serviceOf(business, typeof asked === 'string' ? asked : spokenOf);
  const assetClass = classAsked(about) ?? slotText(slotRecord(slots, 'asset') ?? {}, 'class');
  const services = one ? [one] : business.services;
  const lines = services.map((service) => priceLine(turn, service, assetClass));
  return [say('answer.lines', { lines: listFact(lines, 'lines') })];
}

/** While an appointment is being moved, it is about that one. */
function movedService(turn: Turn): string | undefined {
  const standing = topFrame(turn)?.facts[STANDING]?.value;
  return isRecord(standing) ? slotText(standing, 'service') : undefined;
}

function classAsked(about: readonly Inform[]): string | undefined {
  const asset = about.findLast((inform) => inform.slot === 'asset');
  return asset?.slot === 'asset' ? asset.value.class : undefined;
}

function priceLine({ world }: Turn, service: Service, assetClass: string | undefined): Fact {
  const { business } = world;
  return words('answer.price', {
    service: nameFact(service.names),
    price: moneyFact(business, priceOf(business, service, assetClass)),
    duration: { kind: 'minutes', minutes: durationOf(business, service, assetClass) },
  });
}
