/** From what a caller says of a series to the wall times that are wished for, with what was agreed about single days. */
import type { Branch, Business, LocalDate, LocalDateTime, Minute, Service } from '../../scheduling/business';
import { dateOf, wallOf } from '../../scheduling/localDate';
import { poolsOf } from '../../scheduling/pools';
import { bookableWindow } from '../../scheduling/rules';
import { occurrencesOf, type Wished } from '../../scheduling/series';
import { instantAround } from '../../scheduling/zone';
import { byPool } from '../refusals';
import type { SeriesChanges, SeriesInput, SeriesRefusal } from './types';

export interface WishedDay {
  /** The local day of the occurrence, by which it is named even when it is replaced. */
  readonly date: LocalDate;
  readonly wished: Wished;
}

export interface SeriesWish {
  readonly service: Service;
  readonly branch: Branch;
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  /** Whose limits count; null: nobody's. */
  readonly customer: string | null;
  /** At least one. */
  readonly days: readonly WishedDay[];
}

/**
 * The first occurrence has to lie within the horizon, those after it need not: that is what a series is for.
 * @param now the present minute
 * @param customer whose limits count; null: nobody's
 */
export function seriesWish(
  business: Business,
  input: SeriesInput & SeriesChanges,
  now: Minute,
  customer: string | null,
): SeriesWish | SeriesRefusal {
  const place = placeOf(business, input);
  if ('rule' in place) return place;
  const locals = occurrences(input);
  if ('rule' in locals) return locals;
  const days = changed(locals, input);
  if ('rule' in days) return days;
  const { last } = bookableWindow(business.policy, now);
  if (instantAround(input.first, place.branch.zone) > last) {
    return { rule: 'beyond-horizon', value: input.first };
  }
  return { ...place, person: input.person, assetClass: input.assetClass, customer, days };
}

/** Where, and of what; every id is looked up here. */
export function placeOf(
  business: Business,
  input: Pick<SeriesInput, 'service' | 'branch' | 'person'>,
): { readonly service: Service; readonly branch: Branch } | SeriesRefusal {
  const service = business.services.find((each) => each.id === input.service);
  if (!service) return { rule: 'unknown-service', value: input.service };
  const branch = business.branches.find((each) => each.id === input.branch);
  if (!branch) return { rule: 'unknown-branch', value: input.branch };
  const { person } = input;
  if (person !== undefined && !business.resources.some((each) => each.id === person)) {
    return { rule: 'unknown-resource', value: person };
  }
  const found = poolsOf({ business, service, branch: branch.id, person });
  return found.kind === 'none' ? byPool(found.reason, branch) : { service, branch };
}

function occurrences({ rule, first }: SeriesInput): readonly LocalDateTime[] | SeriesRefusal {
  try {
    return occurrencesOf(rule, first);
  } catch (error) {
    if (error instanceof RangeError) return { rule: 'impossible-rule', value: error.message };
    throw error;
  }
}

/** The days that are left, each with its own time or the one it was given. Every day named has to be one of the series. */
export function changed(
  locals: readonly LocalDateTime[],
  { skip = [], replacements = [] }: SeriesChanges,
): readonly WishedDay[] | SeriesRefusal {
  const dates = locals.map(dateOf);
  const unknown = [...skip, ...replacements.map((each) => each.date)].find((date) => !dates.includes(date));
  if (unknown !== undefined) return { rule: 'unknown-occurrence', value: unknown };
  const impossible = replacements.find(({ start }) => !exists(start));
  if (impossible) return { rule: 'impossible-rule', value: impossible.start };
  const days = locals.flatMap((local) => {
    const date = dateOf(local);
    const other = replacements.find((each) => each.date === date);
    if (skip.includes(date)) return [];
    if (!other) return [{ date, wished: local }];
    const { start, startMinute } = other;
    return [{ date, wished: startMinute === undefined ? start : { local: start, start: startMinute } }];
  });
  return days.length === 0 ? { rule: 'nothing-left', value: String(locals.length) } : days;
}

function exists(local: LocalDateTime): boolean {
  try {
    wallOf(local);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
