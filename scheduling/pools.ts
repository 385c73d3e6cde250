/** Who can serve: the resources of a branch for each requirement of a service, narrowed to a wished person. */
import type { Business, Requirement, Resource, Service } from './business';

/** One requirement with the resources of the branch that can meet it, in order of preference. */
export interface Pool {
  readonly requirement: Requirement;
  readonly resources: readonly Resource[];
}

/** Why a branch cannot serve at any time, whatever is free. */
export type NoPool =
  /** The branch has nothing of that kind for the service. */
  | { readonly code: 'no-resource'; readonly kind: Resource['kind'] }
  /** The wished person does not do this service. */
  | { readonly code: 'wrong-person'; readonly resource: string }
  /** The wished person does it, but at another branch. */
  | { readonly code: 'wrong-branch'; readonly resource: string; readonly branch: string };

export type Pools =
  | { readonly kind: 'pools'; readonly pools: readonly Pool[] }
  | { readonly kind: 'none'; readonly reason: NoPool };

interface PoolAsk {
  readonly business: Business;
  readonly service: Service;
  readonly branch: string;
  readonly person?: string | undefined;
}

/** The pools of a service at a branch. A wished person stands alone in the first pool that has them. */
export function poolsOf(ask: PoolAsk): Pools {
  const pools = ask.service.needs.map((requirement) => poolOf(ask, requirement));
  const empty = pools.find((pool) => pool.resources.length === 0);
  if (empty) return { kind: 'none', reason: { code: 'no-resource', kind: empty.requirement.kind } };
  return ask.person === undefined ? { kind: 'pools', pools } : withPerson(ask, pools, ask.person);
}

/** Ids of all resources that could matter for the ask: whose busy time has to be known. */
export function resourcesOf(
  ask: Omit<PoolAsk, 'branch'> & { readonly branch?: string | undefined },
): readonly string[] {
  const branches = ask.branch === undefined ? ask.business.branches.map((each) => each.id) : [ask.branch];
  const pools = branches.map((branch) => poolsOf({ ...ask, branch }));
  const ids = pools
    .flatMap((each) => (each.kind === 'pools' ? each.pools : []))
    .flatMap((pool) => pool.resources);
  return [...new Set(ids.map((resource) => resource.id))].sort();
}

/** Whether some resource could be wanted by two requirements at once, so that they have to be matched together. */
export function overlap(pools: readonly Pool[]): boolean {
  const ids = pools.flatMap((pool) => pool.resources.map((resource) => resource.id));
  return new Set(ids).size < ids.length;
}

function poolOf({ business, branch }: PoolAsk, requirement: Requirement): Pool {
  const known = resourcesById(business.resources);
  const resources: Resource[] = [];
  for (const id of requirement.pool) {
    const resource = known.get(id);
    if (resource?.branch === branch) resources.push(resource);
  }
  return { requirement, resources };
}

const indexes = new WeakMap<readonly Resource[], ReadonlyMap<string, Resource>>();

function resourcesById(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  let index = indexes.get(resources);
  if (!index) indexes.set(resources, (index = new Map(resources.map((each) => [each.id, each]))));
  return index;
}

function withPerson(ask: PoolAsk, pools: readonly Pool[], person: string): Pools {
  const at = pools.findIndex((pool) => pool.resources.some((each) => each.id === person));
  if (at < 0) return { kind: 'none', reason: whyNot(ask, person) };
  const narrowed = pools.map((pool, index) =>
    index === at ? { ...pool, resources: pool.resources.filter((each) => each.id === person) } : pool,
  );
  return { kind: 'pools', pools: narrowed };
}

function whyNot({ business, service }: PoolAsk, person: string): NoPool {
  const skilled = service.needs.some((requirement) => requirement.pool.includes(person));
  const branch = business.resources.find((each) => each.id === person)?.branch;
  if (!skilled || branch === undefined) return { code: 'wrong-person', resource: person };
  return { code: 'wrong-branch', resource: person, branch };
}
