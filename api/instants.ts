/** Instants as the outside reads them: RFC 3339 with the branch's own offset. */
import type { LocalDateTime, Minute } from '../scheduling/business';

const MINUTE = 60_000;

/**
 * The wall time of a branch and the UTC minute it is, as one instant: `2026-03-28T10:00:00+01:00`. The offset is the
 * distance of the two, so that no zone has to be looked up.
 */
export function instant(local: LocalDateTime, minute: Minute): string {
  const offset = Date.parse(`${local}:00Z`) / MINUTE - minute;
  return `${local}:00${offsetText(offset)}`;
}

/** The wall time that a minute has where the clock is `offset` minutes ahead of UTC, as an instant. */
export function instantAtOffset(minute: Minute, offset: number): string {
  const local = new Date((minute + offset) * MINUTE).toISOString().slice(0, 16);
  return `${local}:00${offsetText(offset)}`;
}

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
