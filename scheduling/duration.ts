/** How long a service takes, by what it is done on and who does it. */
import type { Business, Service } from './business';

/** Factors have at most three decimals; thousandths keep the sums whole. */
const THOUSAND = 1000;

/**
 * Minutes of the service without buffers. A class with a factor (a van) takes longer, rounded up to the grid; buffers do not
 * grow. A class that is not listed, or none, takes the plain time.
 * @param person resource id of who does it, where the service takes people different times
 */
export function durationOf(
  business: Business,
  service: Service,
  assetClass?: string,
  person?: string,
): number {
  const minutes = (person === undefined ? undefined : service.minutesByPerson?.[person]) ?? service.minutes;
  const factor = thousandthsOf(business, assetClass);
  if (factor === THOUSAND) return minutes;
  const grid = business.policy.gridMinutes;
  return Math.ceil((minutes * factor) / (THOUSAND * grid)) * grid;
}

/** Factor of an asset class in thousandths; 1000 where the class is not listed. */
export function thousandthsOf(business: Business, assetClass: string | undefined): number {
  const found = business.assets?.classes.find((each) => each.id === assetClass);
  return Math.round((found?.factor ?? 1) * THOUSAND);
}
