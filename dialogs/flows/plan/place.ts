/** Taking time for a whole plan: moved where it stands, found and held where it is new; what stood before is never lost. */
import type {
  ChosenItemInput,
  HoldPlanResult,
  MovePlanResult,
  PlanItemInput,
  PlanOffer,
  PlanRefusal,
  PlanView,
} from '../../../commands/plans/types';
import type { BookingView, HoldInput } from '../../../commands/types';
import type { LocalDateTime } from '../../../scheduling/business';
import { wishOf } from '../../asks/when/wish';
import type { Place } from '../../asks/when/place';
import { same } from '../../json';
import type { Json } from '../../talk';
import { findPlan, plansNear, type Search } from './search';

// a type, not an interface: it is stored, and only types are checked to be plain JSON
export type PlanInputs = {
  readonly branch: string;
  readonly items: readonly Json[];
  readonly wish: Json;
  /** Starts wished for single items. */
  readonly at: Readonly<Record<string, string>>;
};

/** A held plan with the items that it holds, in order. */
export interface Kept {
  readonly plan: PlanView;
  readonly inputs: PlanInputs;
}

export type Placed =
  | { readonly kind: 'held'; readonly plan: PlanView }
  | {
      readonly kind: 'none';
      readonly offers: readonly PlanOffer[];
      readonly inTheWay: readonly string[];
      readonly restored: Restored;
    }
  | {
      readonly kind: 'refused';
      readonly item: string | null;
      readonly refusal: PlanRefusal;
      readonly restored: Restored;
    };

/** What stood before stands again, under a new id. */
export interface Restored {
  readonly plan?: PlanView;
  readonly single?: BookingView;
}

export interface Wanted {
  readonly inputs: PlanInputs;
  readonly place: Place;
  readonly key: string;
  readonly kept: Kept | undefined;
  /** The hold of one appointment that the plan grows out of. */
  readonly single: { readonly view: BookingView; readonly input: HoldInput } | undefined;
}

export async function placePlan(wanted: Wanted): Promise<Placed> {
  const moved = await moveKept(wanted);
  if (moved) return moved;
  await release(wanted);
  const found = await holdNew(wanted);
  return found.kind === 'held' ? found : { ...found, restored: await restore(wanted) };
}

/** The same items at known starts: taken and freed at once. Null where they have to be looked for. */
async function moveKept(wanted: Wanted): Promise<Placed | null> {
  const { kept, inputs, place, key } = wanted;
  const starts = knownStarts(wanted);
  if (!kept || !starts || !sameItems(inputs, kept) || losesAttendee(inputs, kept)) return null;
  const items = chosen(itemsOf(inputs), starts).map((item, index) => ({
    ...item,
    bookingId: kept.plan.items[index]?.id ?? '',
  }));
  const { customer, plans } = place.scene.world;
  const input = { planId: kept.plan.planId, branch: inputs.branch, items, customerId: customer.id };
  const result = await plans.movePlan(input, key);
  const wishesStarts = Object.keys(inputs.at).length > 0;
  return result.kind === 'held' || wishesStarts ? placedBy(result) : null;
}

function placedBy(result: MovePlanResult): Placed | null {
  switch (result.kind) {
    case 'held':
      return result;
    case 'taken':
      return { kind: 'none', offers: result.alternatives, inTheWay: [], restored: {} };
    case 'refused':
      return result.alternatives.length > 0
        ? { kind: 'none', offers: result.alternatives, inTheWay: item(result.item), restored: {} }
        : { ...result, restored: {} };
    case 'gone':
      return null;
  }
}

function item(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}

async function holdNew(wanted: Wanted): Promise<Placed> {
  const { inputs, place, key } = wanted;
  const starts = knownStarts(wanted);
  const items = itemsOf(inputs);
  const again = starts && (await hold(wanted, chosen(items, starts), `${key} again`));
  if (again?.kind === 'held') return again;
  const search: Search = { place, items, starts: startsBefore(wanted) };
  const wish = wishOf(inputs.wish) ?? {};
  const found = await findPlan(search, wish);
  if (found.kind === 'refused') return { ...found, restored: {} };
  if (found.kind === 'none') {
    const alone = found.inTheWay.length > 0;
    return {
      kind: 'none',
      inTheWay: alone ? found.inTheWay : [],
      offers: await plansNear(search, wish),
      restored: {},
    };
  }
  const held = await hold(wanted, chosen(items, startsOf(found.plan)), key);
  return held.kind === 'held'
    ? held
    : (placedBy(held) ?? { kind: 'none', offers: [], inTheWay: [], restored: {} });
}

function hold(
  { inputs, place }: Wanted,
  items: readonly ChosenItemInput[],
  key: string,
): Promise<HoldPlanResult> {
  const { customer, conversationId, plans } = place.scene.world;
  return plans.holdPlan({ branch: inputs.branch, items, customerId: customer.id, conversationId }, key);
}

async function release({ place, kept, single }: Wanted): Promise<void> {
  const { plans, commands } = place.scene.world;
  if (kept) await plans.releasePlan(kept.plan.planId);
  if (single) await commands.release(single.view.id);
}

/** In the same transaction: nobody else has seen it free. */
async function restore(wanted: Wanted): Promise<Restored> {
  const { kept, single, place, key } = wanted;
  const { world } = place.scene;
  if (single) {
    const result = await world.commands.hold(single.input, `${key} back`);
    return result.kind === 'held' ? { single: result.hold } : {};
  }
  if (!kept) return {};
  const items = chosen(itemsOf(kept.inputs), startsKept(kept));
  const result = await hold({ ...wanted, inputs: kept.inputs }, items, `${key} back`);
  return result.kind === 'held' ? { plan: result.plan } : {};
}

/** Starts of all items, where nothing has to be looked for: those wished for, and those that stand while the wish is the same. */
function knownStarts({ inputs, kept }: Wanted): Readonly<Record<string, LocalDateTime>> | null {
  const stood = kept && same(kept.inputs.wish, inputs.wish) ? startsKept(kept) : {};
  const known = { ...stood, ...inputs.at };
  return itemsOf(inputs).every(({ id }) => known[id] !== undefined) ? known : null;
}

function startsBefore({ kept, single, inputs }: Wanted): Readonly<Record<string, LocalDateTime>> {
  const [first] = itemsOf(inputs);
  const alone = single && first ? { [first.id]: single.view.start } : {};
  return { ...alone, ...(kept ? startsKept(kept) : {}) };
}

function startsKept({ plan, inputs }: Kept): Readonly<Record<string, LocalDateTime>> {
  const entries = itemsOf(inputs).flatMap(({ id }, index) => {
    const start = plan.items[index]?.start;
    return start === undefined ? [] : [[id, start] as const];
  });
  return Object.fromEntries(entries);
}

function startsOf({ items }: PlanOffer): Readonly<Record<string, LocalDateTime>> {
  return Object.fromEntries(items.map(({ item: id, start }) => [id, start]));
}

function chosen(
  items: readonly PlanItemInput[],
  starts: Readonly<Record<string, LocalDateTime>>,
): readonly ChosenItemInput[] {
  return items.flatMap((each) => {
    const start = starts[each.id];
    return start === undefined ? [] : [{ ...each, start }];
  });
}

function sameItems(inputs: PlanInputs, kept: Kept): boolean {
  const ids = (of: PlanInputs) => itemsOf(of).map(({ id }) => id);
  return same(ids(inputs), ids(kept.inputs));
}

/** A hold that moves keeps who comes unless somebody else does: for who writes it is made anew. */
function losesAttendee(inputs: PlanInputs, kept: Kept): boolean {
  return itemsOf(inputs).some(
    ({ attendee }, place) => attendee === undefined && itemsOf(kept.inputs)[place]?.attendee !== undefined,
  );
}

/** The deed's inputs were made by `inputsOf`. */
export function itemsOf({ items }: PlanInputs): readonly PlanItemInput[] {
  return items as unknown as readonly PlanItemInput[];
}
