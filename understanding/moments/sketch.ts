/** Pieces of time gathered into one wish, before it is read against the calendar. */
import type { ClockSaid, DateSaid, Said } from './said';
import { isDate } from './said';

/** How a time is meant: the very start, the earliest, the end of what suits. */
export type Role = 'at' | 'from' | 'until' | 'end' | 'or';

/** A piece with where it stands and how the words around it join it to the piece before. */
export interface Piece {
  readonly said: Said;
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  readonly negated: boolean;
  /** "before Friday": Friday itself is not meant. */
  readonly withoutDay: boolean;
}

export interface Sketch {
  readonly dates: readonly DateSaid[];
  /** Where the words of the date stand. */
  readonly dateSpan: readonly [number, number] | null;
  /** "before Friday", "from Friday on": a stretch on one side of the day. */
  readonly side?: { readonly role: 'from' | 'until'; readonly withoutDay: boolean };
  readonly dateEnd?: DateSaid;
  readonly dateOr?: readonly DateSaid[];
  readonly clock?: ClockSaid;
  readonly role: Role;
  readonly clockEnd?: ClockSaid;
  readonly clockOr?: ClockSaid;
  readonly rest: readonly Exclude<Said, DateSaid | ClockSaid>[];
}

export const EMPTY: Sketch = { dates: [], dateSpan: null, role: 'at', rest: [] };

/** The sketch with the piece in it, or null when the piece speaks of another time. */
export function withPiece(sketch: Sketch, piece: Piece): Sketch | null {
  const { said } = piece;
  if (isDate(said)) return withDate(sketch, said, piece);
  if (said.kind === 'clock') return withClock(sketch, said, piece.role);
  const again = said.kind !== 'weekdays' && sketch.rest.some((other) => other.kind === said.kind);
  return again ? null : { ...sketch, rest: [...sketch.rest, said] };
}

function withDate(sketch: Sketch, said: DateSaid, piece: Piece): Sketch | null {
  if (sketch.dates.length > 0 && piece.role === 'end') return { ...sketch, dateEnd: said };
  if (sketch.dates.length > 0 && piece.role === 'or') return withOr(sketch, said);
  if (!sketch.dates.every((other) => oneDay(other, said))) return null;
  const dateSpan = [sketch.dateSpan?.[0] ?? piece.from, piece.to] as const;
  const { role, withoutDay } = piece;
  const side = role === 'from' || role === 'until' ? { side: { role, withoutDay } } : {};
  return { ...sketch, ...side, dates: [...sketch.dates, said], dateSpan };
}

function withOr(sketch: Sketch, said: DateSaid): Sketch {
  return { ...sketch, dateOr: [...(sketch.dateOr ?? []), said] };
}

/** Whether two pieces can speak of one day: "Thursday" and "next week", "the 7th" and "next month". */
function oneDay(left: DateSaid, right: DateSaid): boolean {
  if (left.kind === right.kind) return false;
  const kinds = [left.kind, right.kind];
  if (kinds.includes('weekday')) return !kinds.includes('weekend');
  return kinds.includes('dayOfMonth') && (kinds.includes('month') || kinds.includes('monthsAhead'));
}

function withClock(sketch: Sketch, said: ClockSaid, role: Role): Sketch | null {
  if (role === 'end' && sketch.clock && !sketch.clockEnd) return { ...sketch, clockEnd: said };
  if (role === 'or' && sketch.clock) return { ...sketch, clockOr: said };
  if (role === 'until' && sketch.clock && sketch.role === 'from') return { ...sketch, clockEnd: said };
  if (sketch.clock) return null;
  return { ...sketch, clock: said, role: role === 'end' || role === 'or' ? 'at' : role };
}

/** A correction: what was said later replaces what it speaks of and keeps the rest. */
export function replaced(before: Sketch, after: Sketch): Sketch {
  const date = after.dates.length > 0 ? after : before;
  const time = (after.clock ?? after.rest[0]) ? after : before;
  const { dates, dateSpan, dateEnd, dateOr, side } = date;
  const { clock, role, clockEnd, clockOr, rest } = time;
  return { dates, dateSpan, role, rest, ...present({ side, dateEnd, dateOr, clock, clockEnd, clockOr }) };
}

/** How much a sketch says: a day and an hour say more than a day. */
export function fullness(sketch: Sketch): number {
  return (sketch.dates.length > 0 ? 1 : 0) + (sketch.clock ? 1 : 0) + (sketch.rest.length > 0 ? 0.5 : 0);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined, so that it is absent and not present as nothing. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
