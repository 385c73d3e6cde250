/** How long a service may take, whoever does it: how far what is taken has to be looked at. */
import type { Business, Service } from '../scheduling/business';
import { durationOf } from '../scheduling/duration';

/** Minutes of the service, without buffers, with the slowest person. */
export function longestMinutes(business: Business, service: Service, assetClass: string | undefined): number {
  const people = Object.keys(service.minutesByPerson ?? {});
  return Math.max(
    ...[undefined, ...people].map((person) => durationOf(business, service, assetClass, person)),
  );
}
