/** Local wall time to UTC minutes and back, over every clock change; luxon is asked once per zone and day, then remembered. */
import { IANAZone } from 'luxon';
import type { LocalDate, LocalDateTime, Minute } from './business';
import { dayNumber, localOfWall, MINUTES_PER_DAY, wallOf } from './localDate';

/** A stretch of UTC minutes `[from, to)` over which a zone keeps one offset (minutes east of UTC). */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
  readonly offset: number;
}

/** What a local wall time is in a zone: one instant, none (clocks jumped over it) or two (clocks went back). */
export type LocalInstant =
  | { readonly kind: 'exact'; readonly minute: Minute }
  | { readonly kind: 'gap'; readonly before: LocalDateTime; readonly after: LocalDateTime }
  | { readonly kind: 'repeated'; readonly first: Minute; readonly second: Minute };

const CHUNK_DAYS = 128;
const CHUNK = CHUNK_DAYS * MINUTES_PER_DAY;
/** No zone is further than 14 hours from UTC, and the widest jump (Apia, a whole day) is 24 hours. */
const REACH = 2 * MINUTES_PER_DAY;

const chunksByZone = new Map<string, Map<number, readonly Span[]>>();

/** Whether the runtime knows the zone under exactly this spelling; `europe/berlin` and `+02:00` are refused. */
export function validZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name)) return false;
  if (!IANAZone.isValidZone(name)) return false;
  const resolved = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  return resolved === name || resolved.toLowerCase() !== name.toLowerCase();
}

/** Minutes east of UTC at an instant. Throws a RangeError for an unknown zone. */
export function offsetAt(minute: Minute, zone: string): number {
  for (const span of chunkOf(zone, Math.floor(minute / CHUNK))) if (minute < span.to) return span.offset;
  throw new RangeError(`no offset of ${zone} at minute ${minute}`);
}

/** Wall time of an instant. */
export function toLocal(minute: Minute, zone: string): LocalDateTime {
  return localOfWall(Math.floor(minute) + offsetAt(minute, zone));
}

/** Calendar day of an instant. */
export function toLocalDate(minute: Minute, zone: string): LocalDate {
  return toLocal(minute, zone).slice(0, 10);
}

/** RFC 3339 with the zone's offset at that instant: `2026-03-28T10:00:00+01:00`. */
export function toRfc3339(minute: Minute, zone: string): string {
  const offset = offsetAt(minute, zone);
  const size = localOfWall(Math.abs(offset)).slice(11);
  return `${toLocal(minute, zone)}:00${offset < 0 ? '-' : '+'}${size}`;
}

/**
 * The instant of a wall time. In a gap, `before` and `after` are the nearest wall times that exist, on multiples of `step`
 * minutes counted from midnight (a business's grid; 1 is every minute). Throws a RangeError for no local time or zone.
 */
export function toInstant(local: LocalDateTime, zone: string, step = 1): LocalInstant {
  const wall = wallOf(local);
  const spans = spansBetween(zone, wall - REACH, wall + REACH);
  const [first, second] = spans
    .filter((span) => wall - span.offset >= span.from && wall - span.offset < span.to)
    .map((span) => wall - span.offset);
  if (first === undefined) return gapAround(wall, spans, step);
  return second === undefined ? { kind: 'exact', minute: first } : { kind: 'repeated', first, second };
}

/** The instant of a wall time for search windows: a gap gives its end, a repeat its first time. Never for bookings. */
export function instantAround(local: LocalDateTime, zone: string): Minute {
  const found = toInstant(local, zone);
  if (found.kind === 'exact') return found.minute;
  return found.kind === 'repeated' ? found.first : instantAround(found.after, zone);
}

/** First minute of a local day, and the first after it; a day the zone skipped (Apia, 2011-12-30) is empty: `from` is `to`. */
export function dayBounds(date: LocalDate, zone: string): { readonly from: Minute; readonly to: Minute } {
  const wall = dayNumber(date) * MINUTES_PER_DAY;
  const spans = spansBetween(zone, wall - REACH, wall + REACH);
  const parts = spans
    .map((span) => clipToWall(span, wall, wall + MINUTES_PER_DAY))
    .filter((part) => part.from < part.to);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first && last) return { from: first.from, to: last.to };
  const change = spans.find((span) => span.from + span.offset >= wall + MINUTES_PER_DAY)?.from ?? wall;
  return { from: change, to: change };
}

/** The UTC minutes of a span whose wall time is in `[fromWall, toWall)`; empty when `from >= to`. */
export function clipToWall(span: Span, fromWall: number, toWall: number): { from: Minute; to: Minute } {
  return { from: Math.max(span.from, fromWall - span.offset), to: Math.min(span.to, toWall - span.offset) };
}

/** The stretches of one offset that cover `[from, to)`, in order and without a hole; neighbours differ in offset. */
export function spansBetween(zone: string, from: Minute, to: Minute): readonly Span[] {
  const spans: Span[] = [];
  const lastChunk = Math.floor(to / CHUNK);
  for (let index = Math.floor(from / CHUNK); index <= lastChunk; index += 1) {
    for (const span of chunkOf(zone, index)) {
      if (span.to > from && span.from <= to) joinSpan(spans, span);
    }
  }
  return spans;
}

function joinSpan(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.offset === span.offset) spans[spans.length - 1] = { ...last, to: span.to };
  else spans.push(span);
}

function gapAround(wall: number, spans: readonly Span[], step: number): LocalInstant {
  const later = spans.findIndex((span) => span.from + span.offset > wall);
  const [before, after] = [spans[later - 1], spans[later]];
  if (!before || !after) throw new RangeError(`no clock change explains the missing wall minute ${wall}`);
  return {
    kind: 'gap',
    before: localOfWall(alignWall(before.to + before.offset - 1, step, Math.floor)),
    after: localOfWall(alignWall(after.from + after.offset, step, Math.ceil)),
  };
}

function alignWall(wall: number, step: number, round: (steps: number) => number): number {
  const midnight = Math.floor(wall / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  return midnight + Math.min(round((wall - midnight) / step) * step, MINUTES_PER_DAY);
}

function chunkOf(zone: string, index: number): readonly Span[] {
  let chunks = chunksByZone.get(zone);
  if (!chunks) {
    if (!IANAZone.isValidZone(zone)) throw new RangeError(`"${zone}" is not a time zone this runtime knows`);
    chunks = new Map();
    chunksByZone.set(zone, chunks);
  }
  let spans = chunks.get(index);
  if (!spans) chunks.set(index, (spans = readChunk(zone, index)));
  return spans;
}

function readChunk(name: string, index: number): readonly Span[] {
  const zone = IANAZone.create(name);
  const read = (minute: Minute): number => Math.round(zone.offset(minute * 60_000));
  const spans: Span[] = [];
  let from = index * CHUNK;
  let offset = read(from);
  for (let day = 1; day <= CHUNK_DAYS; day += 1) {
    const probe = index * CHUNK + day * MINUTES_PER_DAY;
    const next = read(probe);
    if (next === offset) continue;
    const change = firstMinuteWith(next, probe - MINUTES_PER_DAY, probe, read);
    spans.push({ from, to: change, offset });
    [from, offset] = [change, next];
  }
  const end = (index + 1) * CHUNK;
  if (from < end) spans.push({ from, to: end, offset });
  return spans;
}

function firstMinuteWith(
  offset: number,
  low: Minute,
  high: Minute,
  read: (minute: Minute) => number,
): Minute {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}
