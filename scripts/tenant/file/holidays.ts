/** Public holidays, as they stand in a business file: by their days or as a list, for every branch or for those named. */
import { z } from 'zod';
import type { Branch, HoursException, LocalDate } from '../../../scheduling/business';
import { DATES_RULE, datesOf, inOrder, keysOfDays, refuseKey, TWICE } from './calendar';
import type { Path } from './document';
import { id, object, text } from './values';

/** A day on which branches are closed, unless they have an exception of their own for it. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  /** Null: every branch. */
  readonly branches: readonly string[] | null;
  /** Where it stands below `holidays`. */
  readonly at: Path;
}

const NAMED_RULE = 'a name, or one with branches: { name: Assumption Day, branches: [munich] }';
const BRANCHES_RULE = 'a list of short names of branches';
const branches = z.array(id, BRANCHES_RULE).min(1, BRANCHES_RULE).optional();
const named = z
  .union([text, object(NAMED_RULE, { name: text, branches })], NAMED_RULE)
  .transform((given) => (typeof given === 'string' ? { name: given } : given));

const LISTED_RULE = 'a day with its name, such as { date: 2026-12-25, name: Christmas Day }';
const listed = object(LISTED_RULE, { date: z.string(DATES_RULE), name: text, branches });

const HOLIDAYS_RULE =
  'days with their names, such as 2026-12-25: Christmas Day, or a list such as - { date: 2026-12-25, name: Christmas Day }';

const byDay = z.record(z.string(), named, HOLIDAYS_RULE).transform((given, context) =>
  gathered(
    Object.entries(given).map(([key, { name, branches: where }]) => ({
      dates: datesOf(key),
      name,
      where,
      at: [key],
      refuse: (rule: string) => refuseKey(context, key, rule),
    })),
  ),
);

const asList = z.array(listed, HOLIDAYS_RULE).transform((given, context) =>
  gathered(
    given.map(({ date, name, branches: where }, at) => ({
      dates: datesOf(date),
      name,
      where,
      at: [at],
      refuse: (message: string) => context.addIssue({ code: 'custom', path: [at, 'date'], message }),
    })),
  ),
);

export const holidays = z.union([byDay, asList], HOLIDAYS_RULE);

interface Given {
  readonly dates: readonly LocalDate[] | null;
  readonly name: string;
  readonly where: readonly string[] | undefined;
  readonly at: Path;
  readonly refuse: (rule: string) => void;
}

function gathered(given: readonly Given[]): readonly Holiday[] {
  const found: Holiday[] = [];
  for (const { dates, name, where = null, at, refuse } of given) {
    if (dates === null) refuse(DATES_RULE);
    for (const date of dates ?? []) {
      if (found.some((each) => each.date === date && meet(each.branches, where)))
        refuse(`${TWICE}: ${date} was named already`);
      found.push({ date, name, branches: where, at });
    }
  }
  return found;
}

function meet(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return one === null || other === null || one.some((branch) => other.includes(branch));
}

/** The exceptions of a branch: its own, and the holidays that it keeps. */
export function withHolidays(
  branch: string,
  own: readonly HoursException[],
  all: readonly Holiday[],
): readonly HoursException[] {
  const kept = all.filter(
    ({ date, branches: where }) =>
      (where === null || where.includes(branch)) && !own.some((each) => each.date === date),
  );
  return inOrder([...own, ...kept.map(({ date, name }) => ({ date, open: [], reason: name }))]);
}

/** A holiday as it is told from the exceptions of the branches: the same named closure in all of them, or in several. */
export interface SharedHoliday {
  readonly date: LocalDate;
  readonly name: string;
  readonly branches: readonly string[] | null;
}

/** One for each day at most: the closure that most branches share. */
export function sharedHolidays(all: readonly Branch[]): readonly SharedHoliday[] {
  const found = new Map<LocalDate, SharedHoliday>();
  for (const { exceptions } of all) {
    for (const closure of exceptions) {
      const shared = sharedBy(closure, all);
      if (shared !== null && reach(shared, all) > reach(found.get(closure.date), all))
        found.set(closure.date, shared);
    }
  }
  return [...found.values()].sort((left, right) => (left.date < right.date ? -1 : 1));
}

function sharedBy({ date, open, reason }: HoursException, all: readonly Branch[]): SharedHoliday | null {
  if (reason === null || open.length > 0) return null;
  const where = all.filter(({ exceptions }) =>
    exceptions.some((each) => each.date === date && each.open.length === 0 && each.reason === reason),
  );
  if (where.length === all.length) return { date, name: reason, branches: null };
  return where.length < 2 ? null : { date, name: reason, branches: where.map((branch) => branch.id) };
}

function reach(holiday: SharedHoliday | undefined, all: readonly Branch[]): number {
  return holiday === undefined ? 0 : (holiday.branches?.length ?? all.length);
}

/** The exceptions of a branch that no holiday tells. */
export function ownExceptions(
  { id: branch, exceptions }: Branch,
  shared: readonly SharedHoliday[],
): readonly HoursException[] {
  return exceptions.filter(
    ({ date }) =>
      !shared.some(
        (each) => each.date === date && (each.branches === null || each.branches.includes(branch)),
      ),
  );
}

/** By day, days in a row under one key. */
export function holidayEntries(
  shared: readonly SharedHoliday[],
): Record<string, string | { readonly name: string; readonly branches: readonly string[] }> {
  const days = shared.map(({ date, name, branches: where }) => ({
    date,
    same: where === null ? name : { name, branches: where },
  }));
  return Object.fromEntries(keysOfDays(days));
}
