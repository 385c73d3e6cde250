/** Where a page of bookings ended, as a word that callers hand back and need not understand. */
import type { BookingPlace } from '../../models/statements/lists';
import { Unprocessable } from '../../platform/errors';

const PLACE = /^(-?\d{1,10})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function cursorOf({ start, id }: BookingPlace): string {
  return Buffer.from(`${String(start)}/${id}`).toString('base64url');
}

/** @throws Unprocessable `invalid` for anything that `cursorOf` did not make */
export function placeOf(cursor: string | undefined): BookingPlace | null {
  if (cursor === undefined) return null;
  const [, start, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (start !== undefined && id !== undefined && Math.abs(Number(start)) < 2 ** 31)
    return { start: Number(start), id };
  const details = { place: 'cursor', value: cursor.slice(0, 100), rule: 'must be `next` of a page' };
  throw new Unprocessable('invalid', 'cursor: must be `next` of a page', { ...details, errors: [details] });
}
