/** What a service costs, and what of it is paid beforehand: integers of the minor currency unit, halves rounded up. */
import type { Business, Service } from './business';
import { thousandthsOf } from './duration';

/** Price in minor units, with the factor of the asset class. */
export function priceOf(business: Business, service: Service, assetClass?: string): number {
  return Math.floor((service.price * thousandthsOf(business, assetClass) + 500) / 1000);
}

/** Deposit in minor units of a price that `priceOf` gave; 0 where none is asked. */
export function depositOf(service: Service, price: number): number {
  return percentOf(price, service.depositPercent);
}

/** A percentage of an amount, a half rounded up. */
export function percentOf(amount: number, percent: number): number {
  return Math.floor((amount * percent + 50) / 100);
}
