/** Several services in one breath: one plan of all of them; and a plan that is being made is changed item by item. */
import type { ActOf } from '../../understanding/acts';
import { say } from '../facts';
import type { Inform, Slots } from '../flow';
import { book } from '../flows/book';
import { HOLD } from '../flows/booking/hold';
import { plan } from '../flows/plan';
import { added, BEFORE, ITEMS, itemsJson, type PlanItem } from '../flows/plan/items';
import { mentionOf } from '../asks/asset';
import { attendeeIn } from '../attendee';
import { actsOf, says, without, type Hearing, type Said } from '../said';
import type { Frame } from '../talk';
import { keepFrame, openFrame, slotText, topFrame, type Turn } from '../turn';
import { asItWas, changed, itemsSaid } from './planChanges';
import { separately } from './separately';
import { waitBeneath } from './waiting';

/** What a request for one thing and a plan have in common. */
const SHARED = [
  'branch',
  'asset',
  'person',
  'name',
  'phone',
  'when',
  'when.before',
  'when.limits',
  'when.beside',
];
const SHARED_FACTS = [HOLD, 'kept', 'named', 'phoned'];

/** Before anything is cancelled or begun: "cancel the colour" takes it off the plan. */
export const planTold: Hearing = async (turn, said) => {
  const draft = topFrame(turn);
  if (draft?.flow !== 'plan') return said;
  if (says(said, 'separately')) return separately(turn, draft, said);
  const back = turn.before.asked?.step === 'when' && BEFORE in draft.slots && onlyNo(said);
  return back ? asItWas(turn, draft, said) : changed(turn, draft, said);
};

function onlyNo(said: readonly Said[]): boolean {
  return says(said, 'deny') && !says(said, 'inform');
}

export const several: Hearing = async (turn, said) => {
  const draft = beginsPlan(turn, said) ? openFrame(turn, book) : topFrame(turn);
  if (!draft || !turn.flows[draft.flow]?.drafts) return said;
  if (draft.flow !== 'book' && draft.flow !== 'availability') return said;
  const services = servicesSaid(said);
  // one of them is asked for, in so many words
  if (services.some(({ either }) => either)) return said.filter(({ act }) => !isService(act));
  if (isAddition(draft, said, services)) return addition(turn, draft, said, services);
  const begun = !turn.before.frames.some(({ id }) => id === draft.id);
  const asked = says(said, 'request') || begun || turn.before.asked?.asking === 'service';
  const told = services.some(({ item }) => item !== undefined);
  return services.length > 1 && (asked || told) ? toPlan(turn, draft, said, services) : said;
};

/** Out of the blue: who names several things wants them, unless something is asked about them. */
function beginsPlan(turn: Turn, said: readonly Said[]): boolean {
  const begins = turn.frames.length === 0 && !says(said, 'request') && !says(said, 'ask');
  const services = begins ? servicesSaid(said) : [];
  return services.length > 1 && !services.some(({ either }) => either);
}

type Service = Extract<ActOf<'inform'>, { readonly slot: 'service' }>;

/**
 * What a later message names replaces what stood, as it would in a turn of its own, unless it is one more or one of those named
 * already.
 */
function servicesSaid(said: readonly Said[]): readonly Service[] {
  const more = actsOf(said, 'request').some((request) => request.more === true);
  const named = said.flatMap(({ act, message }) => (isService(act) ? [{ act, message }] : []));
  if (more) return named.map(({ act }) => act);
  return named.reduce<readonly Service[]>((all, { act, message }) => {
    const beside = named.filter((other) => other.message === message).map((other) => other.act);
    const known =
      all.some(({ value }) => value === act.value) && !beside.some((other) => all.includes(other));
    if (known) return all;
    return beside.some((other) => all.includes(other)) ? [...all, act] : [act];
  }, []);
}

function isService(act: Said['act']): act is Service {
  return act.act === 'inform' && act.slot === 'service' && !act.not;
}

/** "Add a brake check": one more, not another one. */
function isAddition(draft: Frame, said: readonly Said[], services: readonly Inform[]): boolean {
  const standing = slotText(draft.slots, 'service');
  const more = actsOf(said, 'request').some((request) => request.more === true);
  const toSomebody = actsOf(said, 'inform').some(({ slot }) => slot === 'attendee');
  return more && standing !== undefined && services.some(({ value }) => value !== standing || toSomebody);
}

/** On a day of its own, or with a yes to what was read back, it is another appointment; else both are one plan. */
function addition(
  turn: Turn,
  draft: Frame,
  said: readonly Said[],
  services: readonly Service[],
): readonly Said[] {
  const ownTime = actsOf(said, 'inform').some(({ slot }) => slot === 'when');
  if (ownTime || says(said, 'affirm')) return waitBeneath(turn, draft, said);
  return toPlan(turn, draft, said, services, [itemOf(draft)]);
}

/** The one thing that was being made, with what was said of it. */
function itemOf({ slots }: Frame): PlanItem {
  const attendee = attendeeIn(slots['attendee']);
  const asset = mentionOf(slots['asset']);
  const person = slotText(slots, 'person');
  return {
    ...{ id: '1', service: slotText(slots, 'service') ?? '' },
    ...(attendee && { attendee }),
    ...(asset && { asset }),
    ...(person !== undefined && person !== 'any' && { person }),
  };
}

/** The same frame goes on as a plan: what it holds stands until all of the plan is held. */
function toPlan(
  turn: Turn,
  draft: Frame,
  said: readonly Said[],
  services: readonly Service[],
  standing: readonly PlanItem[] = [],
): readonly Said[] {
  const adding = standing.length > 0 ? itemsSaid(said, true) : undefined;
  const informs = adding?.informs ?? services;
  const used = adding?.used ?? actsOf(said, 'inform').filter(isService);
  const items = informs.reduce((all, { value, item }) => added(all, value, item ?? {}), standing);
  const shared =
    standing.length > 0 ? SHARED.filter((name) => name !== 'asset' && name !== 'person') : SHARED;
  const slots: Slots = {
    ...only(draft.slots, shared),
    ...assetOf(draft, standing),
    [ITEMS]: itemsJson(items),
    ...(standing.length > 0 && HOLD in draft.facts && { [BEFORE]: itemsJson(standing) }),
  };
  keepFrame(turn, {
    ...draft,
    ...{ flow: plan.id, version: plan.version },
    slots,
    facts: only(draft.facts, SHARED_FACTS),
  });
  turn.progress = true;
  if (standing.length > 0) turn.says.push(say('plan.added'));
  const left = said.filter(({ act }) => !(act.act === 'inform' && used.includes(act)));
  return standing.length > 0 ? without(left, 'request') : left;
}

/** The vehicle of what was being made is taken to be that of the next as well. */
function assetOf({ slots }: Frame, standing: readonly PlanItem[]): Slots {
  const asset = slots['asset'];
  return standing.length > 0 && asset !== undefined ? { asset } : {};
}

function only<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}
