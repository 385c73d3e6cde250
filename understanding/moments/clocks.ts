/**
 * Which hour is meant: "at 3" by the opening hours of the day, with the other half of the day kept as another reading.
 * Where the hours do not decide, 7 to 11 is the morning and 12 to 6 is after noon, as people speak of appointments.
 */
import type { LocalDate, LocalTime } from '../../scheduling/business';
import type { BranchEntry } from '../catalog';
import type { Part, PartOfDay } from '../moment';
import { clockOf, weekdayOf } from './calendar';
import type { ClockSaid } from './said';

export interface Around {
  readonly branches: readonly BranchEntry[];
  readonly date: LocalDate | null;
  readonly part: PartOfDay | null;
  /** Minutes of the day that are over, when the date is today. */
  readonly over: number;
  /** The time is after this one: the end of a range. */
  readonly after?: number;
}

const NOON = 720;
/** "Tonight at 1" is an hour after midnight, of the next day. */
const LATE_EVENING = 240;

/** Minutes since midnight, best first. */
export function readClock(said: ClockSaid, around: Around): Part<LocalTime> | null {
  const minutes = said.hour * 60 + said.minute;
  if (said.minute > 59 || minutes > 1440) return null;
  const settled = settledByWords(said, minutes, around.part);
  if (settled !== null) return { value: clockOf(settled % 1440), certain: true };
  const [first, other] = ranked(minutes % NOON, around);
  return { value: clockOf(first), certain: false, others: [clockOf(other)] };
}

function settledByWords(said: ClockSaid, minutes: number, part: PartOfDay | null): number | null {
  if (said.half) return (minutes % NOON) + (said.half === 'pm' ? NOON : 0);
  if (said.hour > 12 || said.hour === 0 || said.exact === true) return minutes;
  return part ? byPart(minutes % NOON, part) : null;
}

/** `minutes` is below noon. */
function byPart(minutes: number, part: PartOfDay): number {
  switch (part) {
    case 'morning':
      return minutes;
    case 'midday':
      return minutes >= 600 ? minutes : minutes + NOON;
    case 'afternoon':
      return minutes + NOON;
    case 'evening':
      return minutes < LATE_EVENING ? minutes : minutes + NOON;
    case 'night':
      return minutes < 360 ? minutes : minutes + NOON;
    default:
      return part satisfies never;
  }
}

function ranked(minutes: number, around: Around): [number, number] {
  const usual = minutes >= 420 ? [minutes, minutes + NOON] : [minutes + NOON, minutes];
  const [first = minutes, other = minutes] = usual
    .map((reading, place) => ({ reading, score: scoreOf(reading, around) - place / 10 }))
    .sort((left, right) => right.score - left.score)
    .map(({ reading }) => reading);
  return [first, other];
}

function scoreOf(minutes: number, around: Around): number {
  const late = around.after !== undefined && minutes <= around.after ? 8 : 0;
  const over = minutes < around.over ? 1 : 0;
  return (isOpen(minutes, around) ? 2 : 0) - late - over;
}

function isOpen(minutes: number, { branches, date }: Around): boolean {
  return branches.some((branch) =>
    hoursOf(branch, date).some(({ from, to }) => from <= minutes && minutes < to),
  );
}

function hoursOf(
  branch: BranchEntry,
  date: LocalDate | null,
): readonly { readonly from: number; readonly to: number }[] {
  if (date === null) return branch.hours;
  const exception = branch.exceptions.find((day) => day.date === date);
  if (exception && exception.open.length > 0) return exception.open;
  const weekday = weekdayOf(date);
  const weekly = branch.hours.filter((hours) => hours.weekday === weekday);
  // A closed day tells nothing of the hour; the rest of the week does.
  return weekly.length > 0 ? weekly : branch.hours;
}
