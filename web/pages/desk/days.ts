/** Calendar days as `YYYY-MM-DD`, and how the desk writes them. */

const asUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

export function plusDays(date: string, days: number): string {
  const day = new Date(asUtc(date));
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The visitor's own day. */
export function localToday(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function dayName(date: string): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(asUtc(date));
}

/** The time of `YYYY-MM-DDTHH:MM…`. */
export const timeOf = (local: string): string => local.slice(11, 16);

/** A task of another day says which. */
export function whenOf(local: string, date: string): string {
  if (local.slice(0, 10) === date) return timeOf(local);
  const style = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat('en-GB', style).format(asUtc(local.slice(0, 10)))}, ${timeOf(local)}`;
}
