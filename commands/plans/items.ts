/** From the items a caller names to those that scheduling reckons with, or what is wrong with them. */
import type { Branch, Business, Service } from '../../scheduling/business';
import type { PlanItem } from '../../scheduling/planAsk';
import { poolsOf } from '../../scheduling/pools';
import { byPool } from '../refusals';
import type { Refusal } from '../types';
import type { PlanItemInput, PlanRefusal, PlanRefused } from './types';

/** More than anybody asks for in one sentence; the search for a plan grows with them. */
export const MOST_ITEMS = 8;

export interface PlanWish {
  readonly branch: Branch;
  readonly items: readonly PlanItem[];
}

export type Resolved = { readonly kind: 'items'; readonly wish: PlanWish } | PlanRefused;

/** Every id is looked up here; a branch, service or person that is not there, or never serves there, is named. */
export function itemsOf(business: Business, branchId: string, inputs: readonly PlanItemInput[]): Resolved {
  if (inputs.length === 0) return refusedPlan({ rule: 'no-items', value: '0' });
  if (inputs.length > MOST_ITEMS)
    return refusedPlan({ rule: 'too-many-items', value: String(inputs.length) });
  const branch = business.branches.find((each) => each.id === branchId);
  if (!branch) return refusedPlan({ rule: 'unknown-branch', value: branchId });
  const items: PlanItem[] = [];
  for (const input of inputs) {
    const known = items.map((each) => each.id);
    const found = itemOf(business, branch, input, known);
    if ('rule' in found) return refusedPlan(found, input.id);
    items.push(found);
  }
  return { kind: 'items', wish: { branch, items } };
}

export function refusedPlan(refusal: PlanRefusal, item: string | null = null): PlanRefused {
  return { kind: 'refused', item, refusal };
}

function itemOf(
  business: Business,
  branch: Branch,
  input: PlanItemInput,
  known: readonly string[],
): PlanItem | PlanRefusal {
  if (known.includes(input.id)) return { rule: 'same-item-twice', value: input.id };
  const related = [input.with, input.samePersonAs, ...(input.after ?? [])];
  const unknown = related.find((id) => id !== undefined && !known.includes(id));
  if (unknown !== undefined) return { rule: 'unknown-item', value: unknown };
  const service = business.services.find((each) => each.id === input.service);
  if (!service) return { rule: 'unknown-service', value: input.service };
  const refusal = personRefused(business, branch, service, input.person);
  if (refusal) return refusal;
  const { id, person, assetClass, with: together, after, samePersonAs } = input;
  // What one vehicle waits for, another need not.
  const attendee = input.attendee ?? input.assetId;
  return { id, service, attendee, person, assetClass, with: together, after, samePersonAs };
}

function personRefused(
  business: Business,
  branch: Branch,
  service: Service,
  person: string | undefined,
): Refusal | null {
  if (person !== undefined && !business.resources.some((each) => each.id === person)) {
    return { rule: 'unknown-resource', value: person };
  }
  const found = poolsOf({ business, service, branch: branch.id, person });
  return found.kind === 'none' ? byPool(found.reason, branch) : null;
}
