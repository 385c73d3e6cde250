/** At most so many bookings in a day or a week, as it stands in a business file. */
import type { BookingLimits } from '../../../scheduling/business';
import { count, object } from './values';

export const limits = object('limits such as { per-day: 4, per-week: 12 }', {
  'per-day': count('bookings', 1, 10_000).optional(),
  'per-week': count('bookings', 1, 70_000).optional(),
});

interface Given {
  readonly 'per-day'?: number | undefined;
  readonly 'per-week'?: number | undefined;
}

/** Under `key`, or nothing where nothing is limited. */
export function limitsAs<Key extends string>(
  key: Key,
  given: Given | undefined,
): Partial<Record<Key, BookingLimits>> {
  const [perDay, perWeek] = [given?.['per-day'], given?.['per-week']];
  if (perDay === undefined && perWeek === undefined) return {};
  const made = {
    ...(perDay === undefined ? {} : { perDay }),
    ...(perWeek === undefined ? {} : { perWeek }),
  };
  return { [key]: made } as Record<Key, BookingLimits>;
}

/** As they are written; undefined where nothing is limited. */
export function limitsSheet(given: BookingLimits | undefined): Record<string, number> | undefined {
  const { perDay, perWeek } = given ?? {};
  if (perDay === undefined && perWeek === undefined) return undefined;
  return {
    ...(perDay === undefined ? {} : { 'per-day': perDay }),
    ...(perWeek === undefined ? {} : { 'per-week': perWeek }),
  };
}
