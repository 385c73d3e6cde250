/** Stretches of time, amounts of money and percentages as a shop owner writes them. */

const PIECE = /(\d+)\s*(minutes?|min|m|hours?|h|days?|d)\b/gi;
const WHOLE = /^\s*(\d+\s*(minutes?|min|m|hours?|h|days?|d)\b\s*)+$/i;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** Minutes of `15 min`, `1 h 30 min`, `2 days` (of 24 hours); a bare number counts `unit` minutes each. Null for other text. */
export function minutesOf(written: string | number, unit = 1): number | null {
  if (typeof written === 'number') return Number.isInteger(written) ? written * unit : null;
  if (/^\s*\d+\s*$/.test(written)) return Number(written) * unit;
  if (!WHOLE.test(written)) return null;
  const pieces = [...written.matchAll(PIECE)];
  return pieces.reduce((sum, [, count, name]) => sum + Number(count) * (MINUTES[initial(name)] ?? 0), 0);
}

function initial(name: string | undefined): string {
  return (name ?? '').charAt(0).toLowerCase();
}

/** `1 h 30 min`; the shortest that `minutesOf` reads back. */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest)} min`;
}

/** Major units of `89`, `89.50` or `4 500 000`; null for other text. */
export function amountOf(written: string | number): number | null {
  if (typeof written === 'number') return written;
  const joined = written.trim().replace(/(?<=\d)[ _](?=\d{3}(\D|$))/g, '');
  return /^\d+(\.\d+)?$/.test(joined) ? Number(joined) : null;
}

/** 30 of `30 %` or 30; null for other text. */
export function percentOf(written: string | number): number | null {
  if (typeof written === 'number') return written;
  const found = /^\s*(\d+)\s*%\s*$/.exec(written);
  return found ? Number(found[1]) : null;
}
