/** Services as the outside sees them: minutes, and the price in major units. */
import { nameIn } from '../../locales';
import { toMajor } from '../../locales/money';
import type { Business, Service } from '../../scheduling/business';

export interface PresentedService {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly buffer: { readonly before: number; readonly after: number };
  readonly price: { readonly amount: number; readonly currency: string };
}

export function presentService(service: Service, business: Business, language: string): PresentedService {
  return {
    id: service.id,
    name: nameIn(service.names, language),
    minutes: service.minutes,
    buffer: { before: service.bufferBefore, after: service.bufferAfter },
    price: { amount: toMajor(service.price, business.currency), currency: business.currency },
  };
}
