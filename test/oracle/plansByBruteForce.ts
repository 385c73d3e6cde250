/** Which plans of several items are possible, found by trying every combination of starts and resources. */
import type { AvailabilityAsk } from '../../scheduling/ask';
import type { PlanAsk, PlanItem } from '../../scheduling/planAsk';
import type { WorldCounts } from '../../scheduling/world';
import { minutesNeeded, withinAllLimits, waysAt, type Place, type Unit } from './bookable';
import { wallAt } from './wallClock';

interface Option {
  readonly item: PlanItem;
  readonly start: number;
  readonly end: number;
  readonly way: readonly Unit[];
}

/** For each minute at which a plan can begin the soonest it can be over. */
export function plansByBruteForce(ask: PlanAsk): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const options = ask.items.map((item) => optionsOf(ask, item));
  const extend = (chosen: readonly Option[]): void => {
    const next = options[chosen.length];
    if (!next) {
      const [first] = chosen;
      const end = Math.max(...chosen.map((each) => each.end));
      if (first) ends.set(first.start, Math.min(end, ends.get(first.start) ?? Infinity));
      return;
    }
    const inOrder = next.filter((option) => keepsOrder(ask, chosen, option));
    for (const option of inOrder) if (goesWith(ask, chosen, option)) extend([...chosen, option]);
  };
  extend([]);
  return ends;
}

/** Whether the items can begin at these minutes all at once. */
export function possibleByBruteForce(ask: PlanAsk, starts: readonly number[]): boolean {
  const options = ask.items.map((item, index) =>
    optionsOf({ ...ask, from: starts[index] ?? 0, to: (starts[index] ?? 0) + 1 }, item),
  );
  const reaches = (chosen: readonly Option[]): boolean =>
    chosen.length === options.length ||
    (options[chosen.length] ?? []).some(
      (option) =>
        keepsOrder(ask, chosen, option) && goesWith(ask, chosen, option) && reaches([...chosen, option]),
    );
  return reaches([]);
}

function optionsOf(ask: PlanAsk, item: PlanItem): readonly Option[] {
  const options: Option[] = [];
  for (let start = ask.from; start < ask.to; start += 1) {
    const place = placeOf(ask, item, start, ask.counts);
    for (const way of waysAt(place))
      options.push({ item, start, end: start + minutesNeeded(place.ask, way), way });
  }
  return options;
}

function placeOf(ask: PlanAsk, item: PlanItem, start: number, counts: WorldCounts | undefined): Place {
  const branch = ask.business.branches.find((each) => each.id === ask.branch);
  if (!branch) throw new Error(`no branch ${ask.branch}`);
  const { service, person, assetClass } = item;
  const seen = counts && { ...counts, service: counts.services.get(service.id) ?? new Map<string, number>() };
  const asked: AvailabilityAsk = { ...ask, service, person, assetClass, counts: seen };
  return { ask: asked, branch, start };
}

function goesWith(ask: PlanAsk, chosen: readonly Option[], option: Option): boolean {
  return (
    sharesPerson(chosen, option) &&
    chosen.every((other) => leavesAttendee(ask, other, option) && leavesUnits(other, option)) &&
    withinLimits(ask, chosen, option)
  );
}

function keepsOrder(ask: PlanAsk, chosen: readonly Option[], { item, start }: Option): boolean {
  const find = (id: string): Option | undefined => chosen.find((each) => each.item.id === id);
  if (item.with !== undefined && find(item.with)?.start !== start) return false;
  const previous = chosen.at(-1);
  const before = item.after?.map(find) ?? (item.with === undefined && previous ? [previous] : []);
  if (before.length === 0) return true;
  const over = Math.max(...before.map((each) => each?.end ?? Infinity));
  return start >= over && start <= over + (ask.maxWaitMinutes ?? 60);
}

function sharesPerson(chosen: readonly Option[], { item, way }: Option): boolean {
  if (item.samePersonAs === undefined) return true;
  const people = (units: readonly Unit[]): string[] =>
    units.flatMap(({ resource }) => (resource.kind === 'person' ? [resource.id] : []));
  const others = people(chosen.find((each) => each.item.id === item.samePersonAs)?.way ?? []);
  return people(way).some((id) => others.includes(id));
}

function leavesAttendee(ask: PlanAsk, other: Option, option: Option): boolean {
  const apart = other.item.attendee !== option.item.attendee;
  const overlap = other.start < option.end && option.start < other.end;
  return apart || !overlap || groupOf(ask, other.item) === groupOf(ask, option.item);
}

/** The first of all items that begin together. */
function groupOf(ask: PlanAsk, item: PlanItem): string {
  const leader = ask.items.find((each) => each.id === item.with);
  return leader ? groupOf(ask, leader) : item.id;
}

function leavesUnits(other: Option, option: Option): boolean {
  const shared = option.way.some((unit) =>
    other.way.some((taken) => taken.resource.id === unit.resource.id && taken.unit === unit.unit),
  );
  if (!shared) return true;
  const [first, second] = other.start <= option.start ? [other, option] : [option, other];
  const distance = Math.max(first.item.service.bufferAfter, second.item.service.bufferBefore);
  return second.start - first.end >= distance;
}

/** With everything chosen so far counted. */
function withinLimits(ask: PlanAsk, chosen: readonly Option[], option: Option): boolean {
  const { policy, resources } = ask.business;
  const limited = [
    policy.customerLimits,
    option.item.service.limits,
    ...resources.map((each) => each.limits),
  ];
  if (limited.every((limits) => limits === undefined)) return true;
  const counts = {
    customer: new Map(ask.counts?.customer),
    services: new Map([...(ask.counts?.services ?? [])].map(([id, days]) => [id, new Map(days)])),
    resources: new Map([...(ask.counts?.resources ?? [])].map(([id, days]) => [id, new Map(days)])),
  };
  for (const { item, start, way } of chosen) {
    const { date } = wallAt(start, placeOf(ask, item, start, counts).branch.zone);
    add(counts.customer, date);
    add(at(counts.services, item.service.id), date);
    for (const id of new Set(way.map((unit) => unit.resource.id))) add(at(counts.resources, id), date);
  }
  return withinAllLimits(placeOf(ask, option.item, option.start, counts), option.way);
}

function at(all: Map<string, Map<string, number>>, id: string): Map<string, number> {
  const own = all.get(id) ?? new Map<string, number>();
  all.set(id, own);
  return own;
}

function add(days: Map<string, number>, date: string): void {
  days.set(date, (days.get(date) ?? 0) + 1);
}
