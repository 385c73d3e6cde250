/** Prices in words: a line for each service, a range where the kind of vehicle is not known. */
import type { Business } from '../../../scheduling/business';
import { durationOf } from '../../../scheduling/duration';
import { priceOf } from '../../../scheduling/price';
import type { Fact } from '../../../locales/saying';
import { listFact, moneyFact, serviceFact, serviceOf, words } from '../../facts';
import type { World } from '../../talk';

/** Minor units; a range where they differ. */
export interface Priced {
  readonly service: string;
  readonly amount: number;
  readonly most: number;
  /** Null where it depends on the vehicle. */
  readonly minutes: number | null;
}

/** By the price list of today, over all kinds of vehicles. */
export function ranges(business: Business, services: readonly string[]): readonly Priced[] {
  const classes = [undefined, ...(business.assets?.classes ?? []).map(({ id }) => id)];
  return services.flatMap((id) => {
    const service = serviceOf(business, id);
    if (!service) return [];
    const prices = classes.map((each) => priceOf(business, service, each));
    return [{ service: id, amount: Math.min(...prices), most: Math.max(...prices), minutes: null }];
  });
}

export function minutesOf(business: Business, id: string, assetClass: string | null): number | null {
  const service = serviceOf(business, id);
  return service ? durationOf(business, service, assetClass ?? undefined) : null;
}

export function priceLines(world: World, lines: readonly Priced[]): Fact | undefined {
  return listFact(
    lines.map((line) => lineFact(world.business, line)),
    'lines',
  );
}

function lineFact(business: Business, { service, amount, most, minutes }: Priced): Fact {
  const name = serviceFact(business, service);
  const price = moneyFact(business, amount);
  if (most > amount)
    return words('estimateTalk.range', { service: name, price, most: moneyFact(business, most) });
  if (minutes === null) return words('estimateTalk.line', { service: name, price });
  return words('answer.price', { service: name, price, duration: { kind: 'minutes', minutes } });
}
