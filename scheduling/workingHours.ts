/** When a resource works: its own hours and exceptions, within those of its branch. */
import type { Branch, HoursException, LocalDate, Minute, Resource } from './business';
import { covers, intersect, type Intervals } from './interval';
import { exceptionOn, hoursOn, openIntervals, type Hours, type Opening } from './openingHours';
import { toLocalDate } from './zone';

/** A resource that does not work over a whole appointment while its branch may be open. */
export interface NotWorking {
  readonly code: 'not-working';
  readonly kind: Resource['kind'];
  readonly resource: string;
  /** Local day of the start. */
  readonly date: LocalDate;
  /** Its own hours on that day; empty on a day off. */
  readonly hours: readonly Hours[];
  /** Why the day is an exception, as the business put it. */
  readonly reason: string | null;
}

const rosters = new WeakMap<Resource, { readonly branch: Branch; readonly roster: Opening }>();

/** The minutes at which the branch is open and the resource works, at least over `[from, to)`. */
export function workingIntervals(resource: Resource, branch: Branch, from: Minute, to: Minute): Intervals {
  const open = openIntervals(branch, from, to);
  const roster = rosterOf(resource, branch);
  return roster ? intersect(open, openIntervals(roster, from, to)) : open;
}

/** Whether a resource has hours or exceptions of its own. */
export function hasRoster(resource: Resource): boolean {
  return resource.hours !== undefined || (resource.exceptions ?? []).length > 0;
}

/** Why the resource cannot be there over all of `[from, to)`, or null when only the branch decides. */
export function notWorking(resource: Resource, branch: Branch, from: Minute, to: Minute): NotWorking | null {
  const roster = rosterOf(resource, branch);
  if (!roster || covers(openIntervals(roster, from, to), from, to)) return null;
  const date = toLocalDate(from, branch.zone);
  const reason = exceptionOn(roster, date)?.reason ?? null;
  return {
    code: 'not-working',
    kind: resource.kind,
    resource: resource.id,
    date,
    hours: hoursOn(roster, date),
    reason,
  };
}

/** A resource without hours of its own keeps the branch's, and its exceptions stand before those of the branch. */
function rosterOf(resource: Resource, branch: Branch): Opening | null {
  if (!hasRoster(resource)) return null;
  const known = rosters.get(resource);
  if (known?.branch === branch) return known.roster;
  const roster = {
    zone: branch.zone,
    hours: resource.hours ?? branch.hours,
    exceptions: [...(resource.hours ? [] : branch.exceptions), ...ownExceptions(resource)],
  };
  rosters.set(resource, { branch, roster });
  return roster;
}

function ownExceptions(resource: Resource): readonly HoursException[] {
  return resource.exceptions ?? [];
}
