/** Every clock change of every zone that the runtime knows, found by Intl alone. */
import type { ClockChange } from './arbitraryAsk';
import { wallAt } from './wallClock';

const WEEK = 7 * 1440;

export const ALL_ZONES: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

/** The changes of one zone from 1 January of one year to 31 December of another, to the minute. */
export function changesOf(zone: string, firstYear: number, lastYear: number): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  const end = yearBegin(lastYear + 1);
  for (let minute = yearBegin(firstYear); minute < end; minute += WEEK) {
    // No zone changes its clocks twice within a week.
    if (offsetAt(minute, zone) === offsetAt(minute + WEEK, zone)) continue;
    const around = new Date(changeWithin(minute, minute + WEEK, zone) * 60_000).toISOString();
    changes.push({ zone, around: `${around.slice(0, 16)}Z` });
  }
  return changes;
}

/** Minutes east of UTC, from what the clock on the wall shows. */
function offsetAt(minute: number, zone: string): number {
  const wall = wallAt(minute, zone);
  return Date.parse(`${wall.date}T00:00Z`) / 60_000 + wall.minute - minute;
}

function changeWithin(from: number, to: number, zone: string): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, zone) === offsetAt(from, zone)) before = middle;
    else after = middle;
  }
  return after;
}

function yearBegin(year: number): number {
  return Date.UTC(year, 0, 1) / 60_000;
}
