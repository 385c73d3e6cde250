/** One moment out of the pieces of a message: gathered, corrected, and read against the calendar and the opening hours. */
import { DateTime } from 'luxon';
import type { BranchEntry } from '../catalog';
import type { Relations } from '../languages/language';
import type { Moment, Part, PartOfDay } from '../moment';
import type { LocalDate, LocalTime } from '../../scheduling/business';
import { clockOf, dayNumber, minutesOf, plusDays, weekdayOf } from './calendar';
import { readClock } from './clocks';
import type { DateRead } from './dates';
import { readDate } from './dates';
import type { ClockSaid, DateSaid, Said } from './said';
import { isDate } from './said';
import type { Piece, Sketch } from './sketch';
import { EMPTY, fullness, present, replaced, withPiece } from './sketch';
import { onlyDays, unwanted } from './unwanted';

export interface Setting {
  readonly text: string;
  /** The customer's own words of a stretch. */
  readonly words: (from: number, to: number) => string;
  readonly relations: Relations;
  /** Wall time of the message in `zone`. */
  readonly ref: string;
  readonly zone: string;
  readonly branches: readonly BranchEntry[];
  /** ISO 3166; decides which days are the weekend. */
  readonly country: string;
  /** A time is being changed: of two times the last one is wanted. */
  readonly moves: boolean;
  /** Days that were on offer when this was said. */
  readonly offered: readonly LocalDate[];
}

/** Small hours of "tonight" belong to the next day. */
const NIGHT_ENDS = 360;
/** Until four in the morning "tomorrow" may mean after sleep (still today by the calendar). */
const NOT_YET_SLEPT = '04:00';

/** Null when nothing in the pieces speaks of a time to come. */
export function composeMoment(pieces: readonly Piece[], setting: Setting): Moment | null {
  const wanted = pieces.filter((piece) => !piece.negated);
  const denied = pieces.filter((piece) => piece.negated).map(({ said }) => said);
  const sketch = sketchOf(wanted, setting);
  const reading = { today: today(setting), country: setting.country };
  const moment = { ...(sketch ? read(sketch, setting) : {}), ...unwanted(denied, reading) };
  return Object.keys(moment).length > 0 ? moment : null;
}

function today(setting: Setting): LocalDate {
  return setting.ref.slice(0, 10);
}

function sketchOf(pieces: readonly Piece[], setting: Setting): Sketch | null {
  let settled: Sketch | null = null;
  let current = EMPTY;
  let joins = '';
  let end = 0;
  for (const piece of pieces) {
    const gap = setting.text.slice(end, piece.from);
    const corrects = end > 0 && setting.relations.corrected.test(gap);
    const grown = corrects && clashes(current, piece) ? null : withPiece(current, piece);
    if (grown) current = grown;
    else {
      settled = joinedTo(settled, current, joins, setting);
      current = withPiece(EMPTY, piece) ?? EMPTY;
      joins = gap;
    }
    end = piece.to;
  }
  return pieces.length === 0 ? settled : joinedTo(settled, current, joins, setting);
}

/** After "no," a second time is a new one even where it could be part of the first. */
function clashes(sketch: Sketch, { said }: Piece): boolean {
  return isDate(said) ? sketch.dates.length > 0 : said.kind === 'clock' && sketch.clock !== undefined;
}

function joinedTo(settled: Sketch | null, next: Sketch, gap: string, setting: Setting): Sketch {
  if (!settled) return next;
  if (setting.relations.corrected.test(gap)) return replaced(settled, next);
  if (setting.moves) return next.dates.length > 0 ? next : replaced(settled, next);
  if (setting.relations.orGap.test(gap)) return settled;
  return fullness(next) >= fullness(settled) ? next : settled;
}

function read(sketch: Sketch, setting: Setting): Moment {
  const days = readDays(sketch, setting);
  const soon = sketch.rest.find((said) => said.kind === 'soon');
  const only = onlyDays(sketch.rest, { today: today(setting), country: setting.country });
  if (soon) return { ...fromNow(soon.minutes, setting), ...picks(sketch) };
  const times = readTimes(sketch, days?.date?.value ?? null, setting);
  return {
    ...afterMidnight(days, times, sketch),
    ...times,
    ...picks(sketch),
    ...(only.length > 0 && { only }),
  };
}

/** Elapsed minutes from the message, so that a clock change in between counts. */
function fromNow(minutes: number, { ref, zone }: Setting): Moment {
  const at = DateTime.fromISO(ref, { zone }).plus({ minutes });
  if (!at.isValid) return {};
  return {
    date: { value: at.toFormat('yyyy-MM-dd'), certain: true },
    time: { value: at.toFormat('HH:mm'), certain: true },
  };
}

function picks(sketch: Sketch): Moment {
  const pick = sketch.rest.find((said) => said.kind === 'pick')?.pick;
  const same = sketch.rest.find((said) => said.kind === 'same')?.same;
  const shift = sketch.rest.find((said) => said.kind === 'shift')?.minutes;
  return present({ pick, same, shift });
}

function readDays(sketch: Sketch, setting: Setting): DateRead | null {
  if (sketch.dates.length === 0) return null;
  const words = sketch.dateSpan ? setting.words(...sketch.dateSpan) : '';
  const first = offeredDay(sketch, setting) ?? readDate(sketch.dates, today(setting), words);
  if (!first?.date) return first;
  if (sketch.dateEnd) return withLastDay(first, first.date.value, sketch.dateEnd, setting);
  if (sketch.side && !first.untilDate && !sketch.clock) return onSide(first.date.value, sketch.side, setting);
  if (sketch.dateOr) return withOthers(first.date, sketch.dateOr, setting);
  return { ...first, date: beforeSleep(first.date, sketch, setting) };
}

/** "Wednesday" is the one that was on offer, where that is not the next one. */
function offeredDay({ dates }: Sketch, { offered }: Setting): DateRead | null {
  const [said] = dates;
  if (dates.length !== 1 || said?.kind !== 'weekday' || said.which !== 'bare' || said.weeks) return null;
  const days = new Set(offered.filter((day) => weekdayOf(day) === said.weekday));
  const [only] = days;
  return only !== undefined && days.size === 1 ? { date: { value: only, certain: true } } : null;
}

function withLastDay(first: DateRead, from: LocalDate, end: Said, setting: Setting): DateRead {
  const last = isDate(end) ? readDate([end], today(setting), '')?.date?.value : undefined;
  if (last === undefined) return first;
  // "Friday to Monday" ends after it begins, whichever week that is.
  const weeks = Math.ceil(Math.max(0, dayNumber(from) - dayNumber(last)) / 7);
  const untilDate = isDate(end) && end.kind === 'weekday' ? plusDays(last, 7 * weeks) : last;
  return untilDate < from ? first : { ...first, untilDate };
}

/** "before Friday" is from today on; "after Friday" and "from Friday on" are a week. */
function onSide(date: LocalDate, side: NonNullable<Sketch['side']>, setting: Setting): DateRead {
  if (side.role === 'from') {
    const first = plusDays(date, side.withoutDay ? 1 : 0);
    return { date: { value: first, certain: true }, untilDate: plusDays(first, 6) };
  }
  const last = plusDays(date, side.withoutDay ? -1 : 0);
  if (last < today(setting)) return { date: { value: date, certain: true } };
  return { date: { value: today(setting), certain: true }, untilDate: last };
}

/** "Monday or Tuesday": neighbours are a stretch, others stay readings, and they are the only days wanted. */
function withOthers(date: Part<LocalDate>, said: readonly DateSaid[], setting: Setting): DateRead {
  const others = said.flatMap((each) => readDate([each], today(setting), '')?.date?.value ?? []);
  const [other] = others;
  if (other === undefined) return { date };
  if (others.length === 1 && dayNumber(other) - dayNumber(date.value) === 1)
    return { date, untilDate: other };
  return { date: { value: date.value, certain: false, others }, only: [date.value, ...others] };
}

function beforeSleep(date: Part<LocalDate>, sketch: Sketch, setting: Setting): Part<LocalDate> {
  const said = sketch.dates[0];
  const isTomorrow = said?.kind === 'offset' && said.days === 1 && sketch.dates.length === 1;
  if (!isTomorrow || setting.ref.slice(11, 16) >= NOT_YET_SLEPT) return date;
  return { value: date.value, certain: false, others: [today(setting)] };
}

type Times = Pick<Moment, 'time' | 'untilTime' | 'from' | 'partOfDay'>;

function readTimes(sketch: Sketch, date: LocalDate | null, setting: Setting): Times {
  const part = sketch.rest.find((said) => said.kind === 'part')?.part ?? null;
  if (!sketch.clock) return { ...windowOf(sketch), ...(part ? { partOfDay: part } : {}) };
  const clock = withHalfOf(sketch.clock, sketch.clockEnd ?? sketch.clockOr);
  const time = timeOf(clock, date, part, setting);
  if (!time) return part ? { partOfDay: part } : {};
  if (sketch.role === 'until') return { untilTime: time.value };
  const untilTime = sketch.clockEnd ? endOf(sketch.clockEnd, time.value, date, part, setting) : undefined;
  const from = sketch.role === 'from' && untilTime === undefined ? true : undefined;
  return { time: withOr(time, sketch, date, part, setting), ...present({ untilTime, from }) };
}

function timeOf(
  said: ClockSaid,
  date: LocalDate | null,
  part: PartOfDay | null,
  setting: Setting,
  after?: number,
): Part<LocalTime> | null {
  const over = date === today(setting) ? minutesOf(setting.ref.slice(11, 16)) : 0;
  return readClock(said, {
    branches: setting.branches,
    date,
    part,
    over,
    ...(after === undefined ? {} : { after }),
  });
}

/** "from 2 to 4 pm": the end's half of the day is the beginning's too, where that keeps the order. */
function withHalfOf(said: ClockSaid, end: ClockSaid | undefined): ClockSaid {
  if (said.half !== undefined || end?.half === undefined) return said;
  return said.hour % 12 <= end.hour % 12 ? { ...said, half: end.half } : said;
}

function endOf(
  said: ClockSaid,
  start: LocalTime,
  date: LocalDate | null,
  part: PartOfDay | null,
  setting: Setting,
): LocalTime | undefined {
  return timeOf(said, date, part, setting, minutesOf(start))?.value;
}

function withOr(
  time: Part<LocalTime>,
  sketch: Sketch,
  date: LocalDate | null,
  part: PartOfDay | null,
  setting: Setting,
): Part<LocalTime> {
  const other = sketch.clockOr ? timeOf(sketch.clockOr, date, part, setting)?.value : undefined;
  return other === undefined ? time : { value: time.value, certain: false, others: [other] };
}

function windowOf(sketch: Sketch): Times {
  const window = sketch.rest.find((said) => said.kind === 'window');
  if (!window) return {};
  const untilTime = window.until === undefined ? undefined : clockOf(window.until);
  if (window.from === undefined) return present({ untilTime });
  const from = untilTime === undefined ? true : undefined;
  return { time: { value: clockOf(window.from), certain: false }, ...present({ untilTime, from }) };
}

/** "3 am tonight" is after midnight: the day after the one that "tonight" names. */
function afterMidnight(days: DateRead | null, times: Times, sketch: Sketch): DateRead {
  const part = sketch.rest.find((said) => said.kind === 'part')?.part;
  const night = part === 'evening' || part === 'night';
  const small = times.time !== undefined && minutesOf(times.time.value) < NIGHT_ENDS;
  if (!days?.date || !night || !small) return days ?? {};
  return { ...days, date: { ...days.date, value: plusDays(days.date.value, 1) } };
}
