/** Days that do not exist, and the real ones nearest to them. */
import type { LocalDate } from './business';
import { dateOfDay, dayNumber, daysInMonth, isLocalDate } from './localDate';

/**
 * The nearest real days to a day as it was written (`YYYY-MM-DD`): the day itself if it exists; around 31 February the 28th
 * and 1 March; none where the text is no date at all or the month is out of 1–12.
 */
export function nearestDates(text: string): readonly LocalDate[] {
  if (isLocalDate(text)) return [text];
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const length = parts ? daysInMonth(Number(parts[1]), Number(parts[2])) : 0;
  if (!parts || length === 0) return [];
  const month = text.slice(0, 7);
  const beyond = Number(parts[3]) > length;
  const edge = dayNumber(`${month}-${beyond ? String(length) : '01'}`);
  return beyond ? [dateOfDay(edge), dateOfDay(edge + 1)] : [dateOfDay(edge - 1), dateOfDay(edge)];
}
