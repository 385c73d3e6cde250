/** Which starts are bookable, found by trying every minute against the rules as they are written down: obvious, and very slow. */
import type { AvailabilityAsk } from '../../scheduling/ask';
import type { Branch, Requirement } from '../../scheduling/business';
import type { Busy } from '../../scheduling/busy';
import { dayBefore, wallAt, weekdayOf } from './wallClock';

export interface OracleSlot {
  readonly start: number;
  readonly end: number;
  readonly branch: string;
  readonly resources: readonly string[];
}

interface Unit {
  readonly resource: string;
  readonly unit: number;
}

export function bookableByBruteForce(ask: AvailabilityAsk): readonly OracleSlot[] {
  const slots: OracleSlot[] = [];
  for (let start = ask.from; start < ask.to; start += 1) {
    for (const branch of ask.business.branches) {
      if (ask.branch !== undefined && ask.branch !== branch.id) continue;
      if (!allowedByRules(ask, branch, start) || !canServe(ask, branch, start, ask.person)) continue;
      const end = start + minutesNeeded(ask);
      slots.push({ start, end, branch: branch.id, resources: freePersons(ask, branch, start) });
    }
  }
  return slots;
}

export function minutesNeeded({ business, service, assetClass }: AvailabilityAsk): number {
  const factor = business.assets?.classes.find((each) => each.id === assetClass)?.factor ?? 1;
  if (factor === 1) return service.minutes;
  let minutes = 0;
  while (minutes < service.minutes * factor) minutes += business.policy.gridMinutes;
  return minutes;
}

function allowedByRules(ask: AvailabilityAsk, branch: Branch, start: number): boolean {
  const { policy } = ask.business;
  if (start < ask.now || start - ask.now < policy.minimumNoticeMinutes) return false;
  if (start - ask.now > policy.horizonDays * 24 * 60) return false;
  if (wallAt(start, branch.zone).minute % policy.gridMinutes !== 0) return false;
  for (let minute = start; minute < start + minutesNeeded(ask); minute += 1) {
    if (!isOpenAt(branch, minute)) return false;
  }
  return true;
}

/** By the wall clock of that minute: hours of its own day, or of the day before that reach over midnight. */
export function isOpenAt(branch: Branch, minute: number): boolean {
  const wall = wallAt(minute, branch.zone);
  const today = hoursOf(branch, wall.date).some((each) => wall.minute >= each.from && wall.minute < each.to);
  const overnight = hoursOf(branch, dayBefore(wall.date)).some(
    (each) => wall.minute + 1440 >= each.from && wall.minute + 1440 < each.to,
  );
  return today || overnight;
}

function hoursOf(branch: Branch, date: string): readonly { readonly from: number; readonly to: number }[] {
  const exception = branch.exceptions.find((each) => each.date === date);
  return exception ? exception.open : branch.hours.filter((each) => each.weekday === weekdayOf(date));
}

function freePersons(ask: AvailabilityAsk, branch: Branch, start: number): readonly string[] {
  const wished = ask.service.needs.filter((need) => need.kind === 'person').flatMap((need) => need.pool);
  return [...new Set(wished)]
    .filter((id) => ask.person === undefined || ask.person === id || wishedTogether(ask))
    .filter((id) => canServe(ask, branch, start, ask.person, id));
}

/** With two persons needed, the others beside the wished one are free too. */
function wishedTogether(ask: AvailabilityAsk): boolean {
  return ask.service.needs.filter((need) => need.kind === 'person').length > 1;
}

/** Whether some choice of one resource per requirement is free, with all the people named taking part. */
function canServe(
  ask: AvailabilityAsk,
  branch: Branch,
  start: number,
  ...people: (string | undefined)[]
): boolean {
  const named = people.filter((id) => id !== undefined);
  return choices(ask, branch, start, ask.service.needs, []).some((chosen) =>
    named.every((id) => chosen.some((unit) => unit.resource === id)),
  );
}

function choices(
  ask: AvailabilityAsk,
  branch: Branch,
  start: number,
  needs: readonly Requirement[],
  chosen: readonly Unit[],
): readonly (readonly Unit[])[] {
  const [need, ...rest] = needs;
  if (!need) return [chosen];
  return waysToMeet(ask, branch, need)
    .filter((units) =>
      units.every((unit) => isFree(ask, start, unit) && !chosen.some((other) => same(unit, other))),
    )
    .flatMap((units) => choices(ask, branch, start, rest, [...chosen, ...units]));
}

function waysToMeet(ask: AvailabilityAsk, branch: Branch, need: Requirement): readonly (readonly Unit[])[] {
  return ask.business.resources
    .filter((each) => need.pool.includes(each.id) && each.branch === branch.id)
    .flatMap((each) => {
      const units = Array.from({ length: each.capacity }, (_, unit) => ({ resource: each.id, unit }));
      return need.whole ? [units] : units.map((unit) => [unit]);
    });
}

function same(a: Unit, b: Unit): boolean {
  return a.resource === b.resource && a.unit === b.unit;
}

/** Neighbours keep the larger of the two buffers between them, and services never overlap. */
function isFree(ask: AvailabilityAsk, start: number, unit: Unit): boolean {
  const rows = (ask.busy.get(unit.resource) ?? []).filter((row) => row.unit === unit.unit);
  return rows.every((row) => keepsDistance(ask, start, row));
}

function keepsDistance(ask: AvailabilityAsk, start: number, row: Busy): boolean {
  const end = start + minutesNeeded(ask);
  if (row.start >= end) return row.start - end >= Math.max(ask.service.bufferAfter, row.before);
  if (start >= row.end) return start - row.end >= Math.max(row.after, ask.service.bufferBefore);
  return false;
}
