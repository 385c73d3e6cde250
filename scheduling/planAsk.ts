/** What is asked of a plan of several items, and what is found. */
import type { Candidate } from './assign';
import type { Business, Minute, Service } from './business';
import type { World } from './world';

/** One appointment of a plan. The first item begins the plan; each other one stands to items before it in the list. */
export interface PlanItem {
  readonly id: string;
  readonly service: Service;
  /** Who is served; absent is the customer. Items of one attendee never overlap, unless one begins `with` the other. */
  readonly attendee?: string | undefined;
  /** A person wished for. */
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  /** Begins at the same minute as that item. */
  readonly with?: string | undefined;
  /** Begins when these are over; where neither is said, after the item before it. */
  readonly after?: readonly string[] | undefined;
  /** One of the people of that item does this one too. */
  readonly samePersonAs?: string | undefined;
  /** Resources tried first: what it has already. */
  readonly staying?: readonly string[] | undefined;
  /** Nobody but exactly these people may do it, where they were agreed on by name. */
  readonly agreed?: readonly string[] | undefined;
}

export interface PlanAsk extends World {
  readonly business: Business;
  readonly branch: string;
  readonly items: readonly PlanItem[];
  /** All items begin in `[from, to)`. */
  readonly from: Minute;
  readonly to: Minute;
  readonly now: Minute;
  /** The longest wait between an item and those it comes after; 60 minutes where it is not said. */
  readonly maxWaitMinutes?: number | undefined;
  /** At most so many plans; 3 where it is not said. */
  readonly limit?: number | undefined;
}

export interface PlannedItem {
  readonly item: string;
  readonly start: Minute;
  /** Without buffers. */
  readonly end: Minute;
  /** Ways to serve it, best first: the first ones of all items go together, and so do the second ones, and so on. */
  readonly candidates: readonly Candidate[];
}

export interface Plan {
  readonly start: Minute;
  readonly end: Minute;
  /** In the order asked. */
  readonly items: readonly PlannedItem[];
}

export interface PlanSearch {
  /** Earliest first; for each minute at which a plan can begin the one that is over soonest. */
  readonly plans: readonly Plan[];
  /** Items that cannot be had in the window even alone. */
  readonly impossible: readonly string[];
  /** False where the search was given up: there may be other plans. */
  readonly complete: boolean;
}
