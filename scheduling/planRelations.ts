/** How the items of a plan stand to each other, by their places in the list. */
import { durationOf } from './duration';
import type { Minute } from './business';
import type { PlanAsk, PlanItem } from './planAsk';

export interface Relation {
  /** Items that are over when this one begins. */
  readonly after: readonly number[];
  /** The item that this one begins with. */
  readonly with: number | null;
  /** The item with which this one shares a person. */
  readonly person: number | null;
  /** The first of all items that begin together, itself if it stands alone. */
  readonly group: number;
}

/** Throws a RangeError where an item stands to one that is not before it. */
export function relationsOf(items: readonly PlanItem[]): readonly Relation[] {
  const relations: Relation[] = [];
  for (const [own, item] of items.entries()) {
    const before = (id: string): number => indexBefore(items, own, id);
    const together = item.with === undefined ? null : before(item.with);
    relations.push({
      after: item.after?.map(before) ?? (own === 0 || together !== null ? [] : [own - 1]),
      with: together,
      person: item.samePersonAs === undefined ? null : before(item.samePersonAs),
      group: together === null ? own : (relations[together]?.group ?? own),
    });
  }
  return relations;
}

/** For each item the minutes that the items after it need at least, once it is over. */
export function restMinutes(ask: PlanAsk, relations: readonly Relation[]): readonly number[] {
  const rest = relations.map(() => 0);
  for (let index = relations.length - 1; index >= 0; index -= 1) {
    const item = ask.items[index];
    const own = (item ? leastMinutesOf(ask, item) : 0) + (rest[index] ?? 0);
    for (const before of relations[index]?.after ?? []) rest[before] = Math.max(rest[before] ?? 0, own);
  }
  return rest;
}

/**
 * The first item whose start its relations, or another item of the same attendee, forbid whoever does it; null is none. That
 * items come one after the other where nothing is said is only how plans are searched: chosen starts may differ.
 */
export function outOfPlace(
  ask: PlanAsk,
  relations: readonly Relation[],
  starts: readonly Minute[],
): string | null {
  const endOf = (index: number): Minute => {
    const item = ask.items[index];
    return (starts[index] ?? 0) + (item ? leastMinutesOf(ask, item) : 0);
  };
  const found = relations.findIndex(({ after, with: together, group }, own) => {
    const start = starts[own] ?? 0;
    const overlapping = ask.items.findIndex(
      ({ attendee }, other) =>
        other < own &&
        attendee === ask.items[own]?.attendee &&
        relations[other]?.group !== group &&
        (starts[other] ?? 0) < endOf(own) &&
        start < endOf(other),
    );
    return (
      overlapping >= 0 ||
      (together !== null && starts[together] !== start) ||
      (ask.items[own]?.after !== undefined && after.some((index) => start < endOf(index)))
    );
  });
  return ask.items[found]?.id ?? null;
}

function leastMinutesOf({ business }: PlanAsk, { service, assetClass }: PlanItem): number {
  const people = Object.keys(service.minutesByPerson ?? {});
  const minutes = people.map((person) => durationOf(business, service, assetClass, person));
  return Math.min(durationOf(business, service, assetClass), ...minutes);
}

function indexBefore(items: readonly PlanItem[], own: number, id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index >= 0 && index < own) return index;
  throw new RangeError(`item "${items[own]?.id ?? ''}" of a plan stands to "${id}", which is not before it`);
}
