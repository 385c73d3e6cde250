/** Quiet hours: when nobody is written to who did not write first, by the wall clock where they are. */
import type { LocalDateTime, LocalTime, Minute } from './business';
import { addDays, minuteOfDay } from './localDate';
import { instantAround, toInstant, toLocal, toLocalDate } from './zone';

/** From one wall time until another, over midnight when `to` is not later than `from`; both the same is never quiet. */
export interface QuietHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** Whether a minute is in the quiet hours; their first minute is, their last one is not. */
export function isQuiet(minute: Minute, quiet: QuietHours, zone: string): boolean {
  const [from, to] = [minuteOfDay(quiet.from), minuteOfDay(quiet.to)];
  const now = minuteOfDay(toLocal(minute, zone).slice(11));
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** The first minute from the given one on that is not quiet. Where clocks jump over the end, the first wall time behind it. */
export function afterQuiet(minute: Minute, quiet: QuietHours, zone: string): Minute {
  if (!isQuiet(minute, quiet, zone)) return minute;
  const today = toLocalDate(minute, zone);
  const ends = [today, addDays(today, 1)].flatMap((date) => readings(`${date}T${quiet.to}`, zone));
  return ends.find((end) => end > minute) ?? minute;
}

function readings(local: LocalDateTime, zone: string): readonly Minute[] {
  const instant = toInstant(local, zone);
  return instant.kind === 'repeated' ? [instant.first, instant.second] : [instantAround(local, zone)];
}
