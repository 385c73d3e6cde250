/** What stands after a turn, as `expect:` lines: bookings that were made, moved or cancelled in the conversation. */
import { bookedIn, cancelledIn, isBooking, movedIn } from '../../bot/bookingsOf';
import type { StoredTurn } from '../../bot/storedTurns';
import type { BookingView } from '../../commands/types';

/** Asked turn by turn, in order: a booking stands in the list where its hold was made. */
export function createExpectations(): (turn: StoredTurn) => readonly string[] {
  const seen: string[] = [];
  const booked = new Set<string>();
  return ({ entry }) => {
    if (entry === null) return [];
    for (const id of idsIn(entry.commands.map(({ result }) => result))) if (!seen.includes(id)) seen.push(id);
    const made = bookedIn(entry.commands);
    for (const { id } of made) booked.add(id);
    const placeOf = ({ id }: BookingView): number => seen.filter((each) => booked.has(each)).indexOf(id);
    const changed = [...made, ...movedIn(entry.commands), ...cancelledIn(entry.commands)];
    return changed.filter(({ id }) => booked.has(id)).flatMap((view) => linesOf(view, placeOf(view)));
  };
}

function linesOf({ status, service, start }: BookingView, place: number): readonly string[] {
  const path = `expect: bookings[${String(place)}]`;
  return [`${path}.status = ${status}`, `${path}.service = ${service}`, `${path}.start = ${start}`];
}

function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = isBooking(value) ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}
