/** Which starts are bookable, found by trying every minute against the rules as they are written down: obvious, and very slow. */
import type { AvailabilityAsk } from '../../scheduling/ask';
import type { BookingLimits, Branch, Requirement, Resource } from '../../scheduling/business';
import { dayBefore, wallAt, weekdayOf } from './wallClock';

export interface OracleSlot {
  readonly start: number;
  readonly end: number;
  readonly branch: string;
  readonly resources: readonly string[];
}

export interface Unit {
  readonly resource: Resource;
  readonly unit: number;
}

export interface Place {
  readonly ask: AvailabilityAsk;
  readonly branch: Branch;
  readonly start: number;
}

export function bookableByBruteForce(ask: AvailabilityAsk): readonly OracleSlot[] {
  const slots: OracleSlot[] = [];
  for (let start = ask.from; start < ask.to; start += 1) {
    for (const branch of ask.business.branches) {
      if (ask.branch !== undefined && ask.branch !== branch.id) continue;
      const slot = slotByBruteForce({ ask, branch, start });
      if (slot) slots.push(slot);
    }
  }
  return slots;
}

function slotByBruteForce(place: Place): OracleSlot | null {
  const ways = waysAt(place);
  if (ways.length === 0) return null;
  const { ask, branch, start } = place;
  const people = new Set(
    ways.flat().flatMap(({ resource }) => (isPerson(ask, resource) ? [resource.id] : [])),
  );
  const end = start + Math.min(...ways.map((way) => minutesNeeded(ask, way)));
  return { start, end, branch: branch.id, resources: [...people] };
}

/** Resources are named in a slot when they are in a pool of people. */
function isPerson(ask: AvailabilityAsk, resource: Resource): boolean {
  return ask.service.needs.some((need) => need.kind === 'person' && need.pool.includes(resource.id));
}

export function minutesNeeded(ask: AvailabilityAsk, way: readonly Unit[]): number {
  const { service } = ask;
  const own = way.flatMap(({ resource }) =>
    resource.kind === 'person'
      ? [withFactor(ask, service.minutesByPerson?.[resource.id] ?? service.minutes)]
      : [],
  );
  return own.length > 0 ? Math.max(...own) : withFactor(ask, service.minutes);
}

function withFactor({ business, assetClass }: AvailabilityAsk, plain: number): number {
  const factor = business.assets?.classes.find((each) => each.id === assetClass)?.factor ?? 1;
  if (factor === 1) return plain;
  let minutes = 0;
  while (minutes < plain * factor) minutes += business.policy.gridMinutes;
  return minutes;
}

function allowedByRules({ ask, branch, start }: Place): boolean {
  const { policy } = ask.business;
  if (start < ask.now || start - ask.now < policy.minimumNoticeMinutes) return false;
  if (start - ask.now > policy.horizonDays * 24 * 60) return false;
  const sinceOffset = wallAt(start, branch.zone).minute - (policy.gridOffsetMinutes ?? 0);
  if (Math.abs(sinceOffset % policy.gridMinutes) !== 0) return false;
  const place = { ask, branch, start };
  return (
    belowLimits(place, ask.service.limits, ask.counts?.service) &&
    belowLimits(place, policy.customerLimits, ask.counts?.customer)
  );
}

function belowLimits(
  { ask, branch, start }: Place,
  limits: BookingLimits | undefined,
  counts: ReadonlyMap<string, number> | undefined,
): boolean {
  const { date } = wallAt(start, branch.zone);
  const sameWeek = [...(counts ?? [])].filter(
    ([other]) => weekBeginning(other, ask.business.weekStart) === weekBeginning(date, ask.business.weekStart),
  );
  const inWeek = sameWeek.reduce((sum, [, count]) => sum + count, 0);
  return (counts?.get(date) ?? 0) < (limits?.perDay ?? Infinity) && inWeek < (limits?.perWeek ?? Infinity);
}

function weekBeginning(date: string, weekStart: number): string {
  let day = date;
  while (weekdayOf(day) !== weekStart) day = dayBefore(day);
  return day;
}

const remembered = new WeakMap<object, Map<number, boolean>>();

/** Whether the branch is open, or with a resource whether that works, at one minute. */
function isOpenAt(branch: Branch, minute: number, resource?: Resource): boolean {
  const known = remembered.get(resource ?? branch) ?? new Map<number, boolean>();
  remembered.set(resource ?? branch, known);
  let open = known.get(minute);
  if (open === undefined) known.set(minute, (open = isOpenByTheClock(branch, minute, resource)));
  return open;
}

/** By the wall clock of that minute: hours of its own day, or of the day before that reach over midnight. */
export function isOpenByTheClock(branch: Branch, minute: number, resource?: Resource): boolean {
  const wall = wallAt(minute, branch.zone);
  const hoursOf = (date: string): readonly Stretch[] =>
    resource ? shiftsOf(resource, branch, date) : openOn(branch, date);
  const today = hoursOf(wall.date).some((each) => wall.minute >= each.from && wall.minute < each.to);
  const overnight = hoursOf(dayBefore(wall.date)).some(
    (each) => wall.minute + 1440 >= each.from && wall.minute + 1440 < each.to,
  );
  return today || overnight;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function openOn(
  { exceptions, hours }: Pick<Branch, 'exceptions' | 'hours'>,
  date: string,
): readonly Stretch[] {
  const exception = exceptions.find((each) => each.date === date);
  return exception ? exception.open : hours.filter((each) => each.weekday === weekdayOf(date));
}

/** A person's own exception, else the own week, else what the branch does that day. */
function shiftsOf({ hours, exceptions = [] }: Resource, branch: Branch, date: string): readonly Stretch[] {
  const own = exceptions.some((each) => each.date === date);
  return own || hours ? openOn({ exceptions, hours: hours ?? [] }, date) : openOn(branch, date);
}

/** Every way to serve at a start that all rules allow. */
export function waysAt(place: Place): readonly (readonly Unit[])[] {
  return allowedByRules(place) ? waysToServe(place) : [];
}

/** Whether no limit of the service, of the customer or of the resources is reached. */
export function withinAllLimits(place: Place, way: readonly Unit[]): boolean {
  const { ask } = place;
  return (
    belowLimits(place, ask.service.limits, ask.counts?.service) &&
    belowLimits(place, ask.business.policy.customerLimits, ask.counts?.customer) &&
    way.every(({ resource }) => belowLimits(place, resource.limits, ask.counts?.resources.get(resource.id)))
  );
}

/** Every choice of one resource per requirement that is there, free, within its limits and done before closing. */
function waysToServe(place: Place): readonly (readonly Unit[])[] {
  const { ask } = place;
  return choices(place, ask.service.needs, [])
    .filter((way) => ask.person === undefined || way.some(({ resource }) => resource.id === ask.person))
    .filter((way) => canAll(place, way));
}

function canAll(place: Place, way: readonly Unit[]): boolean {
  const { ask, branch, start } = place;
  const end = start + minutesNeeded(ask, way);
  if (!allMinutes(start, end, (minute) => isOpenAt(branch, minute))) return false;
  return way.every(
    (unit) =>
      isFree(ask, start, end, unit) &&
      belowLimits(place, unit.resource.limits, ask.counts?.resources.get(unit.resource.id)) &&
      allMinutes(start, end, (minute) => isOpenAt(branch, minute, unit.resource)),
  );
}

function allMinutes(from: number, to: number, test: (minute: number) => boolean): boolean {
  for (let minute = from; minute < to; minute += 1) if (!test(minute)) return false;
  return true;
}

function choices(
  place: Place,
  needs: readonly Requirement[],
  chosen: readonly Unit[],
): readonly (readonly Unit[])[] {
  const [need, ...rest] = needs;
  if (!need) return [chosen];
  return waysToMeet(place, need)
    .filter((units) => !units.some((unit) => chosen.some((other) => same(unit, other))))
    .flatMap((units) => choices(place, rest, [...chosen, ...units]));
}

function waysToMeet({ ask, branch }: Place, need: Requirement): readonly (readonly Unit[])[] {
  return ask.business.resources
    .filter((each) => need.pool.includes(each.id) && each.branch === branch.id)
    .flatMap((resource) => {
      const units = Array.from({ length: resource.capacity }, (_, unit) => ({ resource, unit }));
      return need.whole ? [units] : units.map((unit) => [unit]);
    });
}

function same(a: Unit, b: Unit): boolean {
  return a.resource.id === b.resource.id && a.unit === b.unit;
}

/** Neighbours keep the larger of the two buffers between them, and services never overlap. */
function isFree({ busy, service }: AvailabilityAsk, start: number, end: number, unit: Unit): boolean {
  const rows = (busy.get(unit.resource.id) ?? []).filter((row) => row.unit === unit.unit);
  return rows.every((row) => {
    if (row.start >= end) return row.start - end >= Math.max(service.bufferAfter, row.before);
    if (start >= row.end) return start - row.end >= Math.max(row.after, service.bufferBefore);
    return false;
  });
}
