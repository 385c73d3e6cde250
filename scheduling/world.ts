/** What is taken and counted, and what it becomes when one more appointment of the same customer is made. */
import type { Candidate } from './assign';
import type { LocalDate, Service } from './business';
import type { Busy, BusyByResource } from './busy';
import type { Counts, DayCounts } from './limits';

/** What counts against limits where several services are asked for at once. */
export interface WorldCounts {
  /** By resource id. */
  readonly resources: ReadonlyMap<string, DayCounts>;
  /** By service id. */
  readonly services: ReadonlyMap<string, DayCounts>;
  readonly customer: DayCounts;
}

export interface World {
  readonly busy: BusyByResource;
  /** Absent is nothing counted so far. */
  readonly counts?: WorldCounts | undefined;
}

const NOTHING_COUNTED: WorldCounts = { resources: new Map(), services: new Map(), customer: new Map() };

/** The part of a world that matters for one service. */
export function seenBy(
  world: World,
  service: Service,
): { readonly busy: BusyByResource; readonly counts: Counts } {
  const { resources, services, customer } = world.counts ?? NOTHING_COUNTED;
  return {
    busy: world.busy,
    counts: { resources, customer, service: services.get(service.id) ?? new Map() },
  };
}

/** @param date the local day on which the appointment begins */
export function afterTaking(world: World, service: Service, date: LocalDate, candidate: Candidate): World {
  const counts = world.counts ?? NOTHING_COUNTED;
  const resources = new Map(counts.resources);
  for (const id of new Set(candidate.map((row) => row.resource))) {
    resources.set(id, oneMore(resources.get(id), date));
  }
  const services = new Map(counts.services).set(service.id, oneMore(counts.services.get(service.id), date));
  return {
    busy: withRows(world.busy, candidate),
    counts: { resources, services, customer: oneMore(counts.customer, date) },
  };
}

function withRows(busy: BusyByResource, candidate: Candidate): BusyByResource {
  const rows = new Map<string, readonly Busy[]>(busy);
  for (const { resource, ...row } of candidate) rows.set(resource, [...(rows.get(resource) ?? []), row]);
  return rows;
}

function oneMore(counts: DayCounts | undefined, date: LocalDate): DayCounts {
  return new Map(counts).set(date, (counts?.get(date) ?? 0) + 1);
}
