/** Hours, exceptions and limits as the outside sees them: local wall times and local days. */
import { z } from 'zod';
import type { BookingLimits, HoursException, WeeklyHours } from '../scheduling/business';

const from = z.string();
const to = z.string().describe('Beyond 24:00 it is on the next day.');

export const hoursSchema = z.object({
  weekday: z.number().int().min(1).max(7).describe('ISO weekday, 1 is Monday.'),
  from,
  to,
});

export const exceptionSchema = z
  .object({
    date: z.string().describe('Local day on which these hours hold in place of the week’s.'),
    open: z.array(z.object({ from, to })).readonly().describe('Nothing is closed.'),
    reason: z.string().nullable(),
  })
  .meta({ id: 'HoursException' });

export const limitsSchema = z
  .object({
    perDay: z.number().nullable().describe('Null is no limit.'),
    perWeek: z.number().nullable().describe('Of the business’s week. Null is no limit.'),
  })
  .meta({ id: 'Limits' });

export function presentHours(hours: readonly WeeklyHours[]): z.infer<typeof hoursSchema>[] {
  return hours.map(({ weekday, ...shift }) => ({ weekday, ...wallHours(shift) }));
}

export function presentExceptions(
  exceptions: readonly HoursException[],
): readonly z.infer<typeof exceptionSchema>[] {
  return exceptions.map(({ date, open, reason }) => ({ date, open: open.map(wallHours), reason }));
}

export function presentLimits({ perDay, perWeek }: BookingLimits = {}): z.infer<typeof limitsSchema> {
  return { perDay: perDay ?? null, perWeek: perWeek ?? null };
}

function wallHours(shift: { readonly from: number; readonly to: number }): { from: string; to: string } {
  return { from: wallTime(shift.from), to: wallTime(shift.to) };
}

function wallTime(minute: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
