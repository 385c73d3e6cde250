/** Who is asked first of several who could: the same as before, then by the business's policy. Deterministic. */
import { branchOf, type StartAsk } from './ask';
import type { Busy } from './busy';
import type { AssignmentPolicy, Resource } from './business';
import type { Pool } from './pools';
import { dayBounds, toLocalDate } from './zone';

/** A start, and what decides between several who are free; a wish for a person is a condition (`person`), not one of these. */
export interface PreferenceAsk extends StartAsk {
  /** Resources tried first: those of the time held or booked so far, or of the customer's last visit. */
  readonly staying?: readonly string[] | undefined;
  /** Who comes first of those who are free; absent is the business's own policy. */
  readonly policy?: AssignmentPolicy | undefined;
  /** Appointments each resource was given lately, for `round-robin`; how far back is up to who asks. */
  readonly given?: ReadonlyMap<string, number> | undefined;
}

/** The pool in the order to be tried: who stays first, then by policy; ties keep the pool's order. */
export function preferred(ask: PreferenceAsk, pool: Pool): readonly Resource[] {
  const weight = weightOf(ask);
  const ranked = pool.resources.map((resource) => ({
    resource,
    stays: ask.staying?.includes(resource.id) ? 0 : 1,
    weight: weight(resource),
  }));
  return ranked.sort((a, b) => a.stays - b.stays || a.weight - b.weight).map((each) => each.resource);
}

/** What a resource carries already; who carries least comes first. */
function weightOf(ask: PreferenceAsk): (resource: Resource) => number {
  const policy = ask.policy ?? ask.business.policy.assignment ?? 'priority';
  switch (policy) {
    case 'priority':
      return () => 0;
    case 'least-busy':
      return loadOnDay(ask);
    case 'round-robin':
      return (resource) => ask.given?.get(resource.id) ?? 0;
  }
}

/** Minutes of service a resource has on the local day of the start. */
function loadOnDay(ask: PreferenceAsk): (resource: Resource) => number {
  const { zone } = branchOf(ask.business, ask.branch);
  const day = dayBounds(toLocalDate(ask.start, zone), zone);
  const within = (row: Busy): number =>
    Math.max(0, Math.min(row.end, day.to) - Math.max(row.start, day.from));
  return (resource) => (ask.busy.get(resource.id) ?? []).reduce((sum, row) => sum + within(row), 0);
}
