/** The search for one plan that begins at a given minute: item by item, given up where it can no longer be the soonest over. */
import type { AssignAsk, Candidate } from './assign';
import { assign, footprintOf, personsOf } from './assign';
import { bookableStarts } from './availability';
import type { Branch, Minute } from './business';
import type { Plan, PlanAsk, PlanItem } from './planAsk';
import type { Relation } from './planRelations';
import { afterTaking, seenBy, type World } from './world';
import { toLocalDate } from './zone';

export interface Searched {
  readonly ask: PlanAsk;
  readonly branch: Branch;
  readonly maxWait: number;
  readonly relations: readonly Relation[];
  /** For each item the minutes that others need after it. */
  readonly rest: readonly number[];
  /** Looks at calendars that may still be had; shared by all searches of one question. */
  readonly looks: { left: number };
}

/** A place on the clock that an item has to have; without an end any end will do. */
interface Wanted {
  readonly start: Minute;
  readonly end?: Minute | undefined;
}

interface Placed extends Wanted {
  readonly start: Minute;
  readonly end: Minute;
  readonly candidate: Candidate;
}

/** The items placed so far, and what is then taken. */
interface Draft {
  readonly placed: readonly Placed[];
  readonly world: World;
}

/** As many ways as the database tries. */
const MOST_CANDIDATES = 8;
/** Ways to serve one item that are looked at: more than the database tries, because the items after it may need another. */
const WIDTH = 16;

/** The plan that begins at `start` and is over soonest, or null where there is none within the looks left. */
export function earliestPlan(searched: Searched, start: Minute): Plan | null {
  const best: { end: Minute; placed: readonly Placed[] | null } = { end: Infinity, placed: null };
  const explore = (draft: Draft): void => {
    const index = draft.placed.length;
    if (index === searched.ask.items.length) {
      best.placed = draft.placed;
      best.end = endOf(draft.placed);
      return;
    }
    for (const next of index === 0 ? [start] : startsAfter(searched, draft)) {
      for (const further of placements(searched, draft, next)) {
        const end = (further.placed[index]?.end ?? 0) + (searched.rest[index] ?? 0);
        if (Math.max(end, endOf(further.placed)) < best.end) explore(further);
      }
    }
  };
  explore({ placed: [], world: searched.ask });
  return best.placed ? planOf(searched, best.placed) : null;
}

/** The plan whose items begin at these minutes, in the order asked, or null where nobody can serve them all at once. */
export function planAt(searched: Searched, starts: readonly Minute[]): Plan | null {
  const wanted = starts.map((start) => ({ start }));
  const [found] = sameTimes(searched, { placed: [], world: searched.ask }, wanted);
  return found ? planOf(searched, found) : null;
}

/** The question about one item in a world. */
export function askFor({ ask }: Searched, world: World, item: PlanItem): Omit<AssignAsk, 'start'> {
  const { business, branch, now } = ask;
  const { service, person, assetClass } = item;
  return { business, branch, now, service, person, assetClass, ...seenBy(world, service) };
}

/** The minutes at which the next item can begin by its relations and by the calendars, ascending. */
function startsAfter(searched: Searched, { placed, world }: Draft): readonly Minute[] {
  const { ask, relations, maxWait } = searched;
  const [item, relation] = [ask.items[placed.length], relations[placed.length]];
  if (!item || !relation) return [];
  let [from, to] = [ask.from, ask.to];
  const together = relation.with === null ? undefined : placed[relation.with];
  if (together) [from, to] = [together.start, together.start + 1];
  if (relation.after.length > 0) {
    const over = Math.max(...relation.after.map((index) => placed[index]?.end ?? 0));
    [from, to] = [Math.max(from, over), Math.min(to, over + maxWait + 1)];
  }
  if (from >= to || !look(searched)) return [];
  return bookableStarts({ ...askFor(searched, world, item), from, to });
}

/** Ways to place the next item at a start, best first. */
function* placements(searched: Searched, draft: Draft, start: Minute): Generator<Draft> {
  const { ask, branch } = searched;
  const item = ask.items[draft.placed.length];
  if (!item) return;
  for (const candidate of candidatesAt(searched, draft, item, start)) {
    const end = candidate[0]?.end ?? footprintOf({ ...askFor(searched, draft.world, item), start }).end;
    const placed = { start, end, candidate };
    if (disturbsAttendee(searched, draft, placed)) continue;
    const date = toLocalDate(start, branch.zone);
    const world = afterTaking(draft.world, item.service, date, candidate);
    yield { placed: [...draft.placed, placed], world };
  }
}

function* candidatesAt(
  searched: Searched,
  draft: Draft,
  item: PlanItem,
  start: Minute,
): Generator<Candidate> {
  const shared = searched.relations[draft.placed.length]?.person ?? null;
  const ask = {
    ...askFor(searched, draft.world, item),
    start,
    staying: usedBy(searched, draft, item),
    limit: WIDTH,
  };
  if (shared === null) {
    if (look(searched)) yield* withPeople(searched, item, assign(ask));
    return;
  }
  for (const person of personsOf(searched.ask, draft.placed[shared]?.candidate ?? [])) {
    if (look(searched)) yield* withPeople(searched, item, assign({ ...ask, including: person }));
  }
}

/** Those with exactly the people agreed on, where any were. */
function withPeople(
  { ask }: Searched,
  { agreed }: PlanItem,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (agreed === undefined) return candidates;
  return candidates.filter((candidate) => {
    const people = personsOf(ask, candidate);
    return people.length === agreed.length && people.every((person) => agreed.includes(person));
  });
}

/** What the item has already is tried first, and then who and what served the same attendee before. */
function usedBy({ ask }: Searched, { placed }: Draft, item: PlanItem): readonly string[] | undefined {
  const before = placed.filter((_, index) => ask.items[index]?.attendee === item.attendee);
  if (before.length === 0 && item.staying === undefined) return undefined;
  return [...(item.staying ?? []), ...before.flatMap((each) => each.candidate.map((row) => row.resource))];
}

function disturbsAttendee({ ask, relations }: Searched, { placed }: Draft, next: Placed): boolean {
  const own = placed.length;
  return placed.some(
    (other, index) =>
      ask.items[index]?.attendee === ask.items[own]?.attendee &&
      relations[index]?.group !== relations[own]?.group &&
      other.start < next.end &&
      next.start < other.end,
  );
}

/** The plan with this and further ways to serve it at the very same times. */
function planOf(searched: Searched, found: readonly Placed[]): Plan {
  const ways: (readonly Placed[])[] = [found];
  for (const way of sameTimes(searched, { placed: [], world: searched.ask }, found)) {
    if (ways.length >= MOST_CANDIDATES) break;
    if (!ways.some((known) => sameRows(known, way))) ways.push(way);
  }
  const items = searched.ask.items.map((item, index) => {
    const { start, end } = found[index] ?? { start: 0, end: 0 };
    return { item: item.id, start, end, candidates: ways.map((way) => way[index]?.candidate ?? []) };
  });
  return { start: items[0]?.start ?? 0, end: endOf(found), items };
}

function* sameTimes(
  searched: Searched,
  draft: Draft,
  wanted: readonly Wanted[],
): Generator<readonly Placed[]> {
  const next = wanted[draft.placed.length];
  if (!next) {
    yield draft.placed;
    return;
  }
  for (const further of placements(searched, draft, next.start)) {
    const end = further.placed.at(-1)?.end;
    if (next.end === undefined || end === next.end) yield* sameTimes(searched, further, wanted);
  }
}

function sameRows(left: readonly Placed[], right: readonly Placed[]): boolean {
  const key = (way: readonly Placed[]): string =>
    way.map(({ candidate }) => candidate.map((row) => `${row.resource}#${row.unit}`).join()).join(';');
  return key(left) === key(right);
}

function endOf(placed: readonly Placed[]): Minute {
  return Math.max(...placed.map((each) => each.end));
}

function look({ looks }: Searched): boolean {
  looks.left -= 1;
  return looks.left >= 0;
}
