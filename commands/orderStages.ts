/** The stages of an order: the business's own list, in their order, or the usual ones of a workshop. */
import type { Business, OrderStage } from '../scheduling/business';

/** CONTRACT's list for the demo workshop; a business that names none has these. */
export const USUAL_STAGES: readonly OrderStage[] = [
  'received',
  'inspecting',
  'waiting-approval',
  'waiting-parts',
  'in-progress',
  'quality-check',
  'ready',
  'collected',
].map((id) => ({ id }));

/** While the customer has an estimate to answer. */
export const WAITING_APPROVAL = 'waiting-approval';
/** When they have answered it. */
export const IN_PROGRESS = 'in-progress';
export const READY = 'ready';

export function stagesOf({ policy }: Pick<Business, 'policy'>): readonly OrderStage[] {
  const own = policy.orderStages ?? [];
  return own.length > 0 ? own : USUAL_STAGES;
}

/** −1 for a stage that the business does not have. */
export function placeOfStage(business: Pick<Business, 'policy'>, stage: string): number {
  return stagesOf(business).findIndex(({ id }) => id === stage);
}

export function firstStage(business: Pick<Business, 'policy'>): string {
  const [first] = stagesOf(business);
  if (first === undefined) throw new Error('a business has no stages at all');
  return first.id;
}

/** The last one ends the visit. */
export function endsVisit(business: Pick<Business, 'policy'>, stage: string): boolean {
  return stagesOf(business).at(-1)?.id === stage;
}
