/** How fast a service can be done: one pace where everybody takes the same time, else one for each time somebody takes. */
import type { Business, Resource, Service } from './business';
import { durationOf } from './duration';
import type { Pool } from './pools';

/** Everybody who can do the service within so many minutes. */
export interface Pace {
  /** Minutes of the service without buffers. */
  readonly minutes: number;
  /** The pools without the people who take longer. */
  readonly pools: readonly Pool[];
}

export interface PaceAsk {
  readonly business: Business;
  readonly service: Service;
  readonly assetClass?: string | undefined;
}

/** The paces of a service, fastest first; the last one has everybody. The slowest of several people sets the pace. */
export function pacesOf(ask: PaceAsk, pools: readonly Pool[]): readonly [Pace, ...Pace[]] {
  const everybody = { minutes: plainMinutes(ask), pools };
  if (ask.service.minutesByPerson === undefined) return [everybody];
  const people = pools.filter(isOfPeople).flatMap((pool) => pool.resources);
  const times = [...new Set(people.map((each) => minutesOf(ask, each)))].sort((a, b) => a - b);
  const paces = times
    .map((minutes) => ({ minutes, pools: pools.map((pool) => within(ask, pool, minutes)) }))
    .filter((pace) => pace.pools.every((pool) => pool.resources.length > 0));
  const [fastest = everybody, ...slower] = paces;
  return [fastest, ...slower];
}

/** Minutes of the fastest pace: whoever does it, the service takes no less. */
export function leastMinutes(ask: PaceAsk, pools: readonly Pool[]): number {
  return pacesOf(ask, pools)[0].minutes;
}

/** Minutes that the service takes at least when this resource has a part in it; 0 for what is no person. */
export function minutesOf({ business, service, assetClass }: PaceAsk, resource: Resource): number {
  return resource.kind === 'person' ? durationOf(business, service, assetClass, resource.id) : 0;
}

function plainMinutes({ business, service, assetClass }: PaceAsk): number {
  return durationOf(business, service, assetClass);
}

function within(ask: PaceAsk, pool: Pool, minutes: number): Pool {
  if (!isOfPeople(pool)) return pool;
  return { ...pool, resources: pool.resources.filter((each) => minutesOf(ask, each) <= minutes) };
}

function isOfPeople(pool: Pool): boolean {
  return pool.requirement.kind === 'person';
}
