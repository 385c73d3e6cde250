/** What is asked of availability: one service, by whom, on what, seen at one moment with what is taken. */
import type { Branch, Business, Minute, Service } from './business';
import type { BusyByResource } from './busy';
import type { Counts } from './limits';

export interface Ask {
  readonly business: Business;
  readonly service: Service;
  /** Id of a person wished for, kept as a condition; absent is whoever is free. */
  readonly person?: string | undefined;
  /** Class of what is worked on (`van`). */
  readonly assetClass?: string | undefined;
  /** The present minute (`minuteOf`). */
  readonly now: Minute;
  /** What is taken, without the asker's own rows that are to be moved. */
  readonly busy: BusyByResource;
  /** What counts against daily and weekly limits; absent is nothing. */
  readonly counts?: Counts | undefined;
}

/** Starts in `[from, to)` at one branch, or at all of them. */
export interface AvailabilityAsk extends Ask {
  readonly branch?: string | undefined;
  readonly from: Minute;
  readonly to: Minute;
  /** At most so many slots, earliest first. */
  readonly limit?: number | undefined;
}

/** One start at one branch. */
export interface StartAsk extends Ask {
  readonly branch: string;
  readonly start: Minute;
}

/** A bookable start. */
export interface TimeSlot {
  readonly start: Minute;
  /** End of the service, without buffers; where people differ in pace, with those of the free who end first. */
  readonly end: Minute;
  readonly branch: string;
  /** Ids of the persons free for it, in the order of the pool; empty for a service that needs no person. */
  readonly resources: readonly string[];
}

/** The branch of that id. Throws for an unknown one: ids are checked where they come in. */
export function branchOf(business: Business, id: string): Branch {
  const branch = business.branches.find((each) => each.id === id);
  if (!branch) throw new RangeError(`${business.slug} has no branch "${id}"`);
  return branch;
}
