/** Staff decide against the rules: who may, and the business as it looks when only what is taken stands in the way. */
import type { Branch, Business, Requirement, Resource, Service } from '../scheduling/business';
import type { CommandContext, Override } from './types';

/** Throws when a customer overrides: that is never asked for, so it is a fault of the caller. */
export function assertMayOverride({ actor }: CommandContext, override: Override | undefined): void {
  if (override !== undefined && actor.kind !== 'agent' && actor.kind !== 'api') {
    throw new Error(`"${actor.kind}" may not override the rules of the business`);
  }
}

/** Everybody is always there, nobody is full, and the person wished for does every service that takes a person. */
export function withoutRules(business: Business, person: string | undefined): Business {
  return {
    ...business,
    branches: business.branches.map(alwaysOpen),
    resources: business.resources.map(alwaysThere),
    services: business.services.map((service) => doneBy(service, person, business)),
  };
}

const WEEK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));

function alwaysOpen(branch: Branch): Branch {
  return { ...branch, hours: WEEK, exceptions: [] };
}

function alwaysThere(resource: Resource): Resource {
  return { ...resource, hours: undefined, exceptions: undefined, limits: undefined };
}

function doneBy(service: Service, person: string | undefined, { resources }: Business): Service {
  const isPerson = resources.some(({ id, kind }) => id === person && kind === 'person');
  const can = service.needs.some(({ pool }) => person !== undefined && pool.includes(person));
  if (person === undefined || !isPerson || can) return service;
  const at = service.needs.findIndex(({ kind }) => kind === 'person');
  const widened = (need: Requirement): Requirement => ({ ...need, pool: [...need.pool, person] });
  return { ...service, needs: service.needs.map((need, index) => (index === at ? widened(need) : need)) };
}
