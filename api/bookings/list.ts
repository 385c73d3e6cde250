/** Which bookings a query asks for: days of the business, filters, and the page. */
import type { BookingFilter } from '../../models/statements/lists';
import { addDays, isLocalDate } from '../../scheduling/localDate';
import type { Business, Minute } from '../../scheduling/business';
import { toLocalDate } from '../../scheduling/zone';
import { windowOf, type Window } from '../availability/window';
import type { BookingsQuery } from './schema';

/** How far back and ahead is shown where no days are asked for. */
const DAYS_BACK = 1;
const DAYS_AHEAD = 90;
/** All there are: the column counts minutes in 32 bits. */
const EVER: Window = { from: 0, to: 2 ** 31 - 1 };

/** @param now the present minute */
export function filterOf(query: BookingsQuery, business: Business, now: Minute): BookingFilter {
  const { status, service, branch, resource, reference } = query;
  return {
    ...daysOf(query, zoneOf(business, branch), now),
    status: status ?? null,
    service: service ?? null,
    branch: branch ?? null,
    resource: resource ?? null,
    reference: reference?.toUpperCase() ?? null,
  };
}

function daysOf({ from, to, reference }: BookingsQuery, zone: string, now: Minute): Window {
  if (from === undefined && to === undefined && reference !== undefined) return EVER;
  const today = toLocalDate(now, zone);
  const first = from ?? addDays(dayOf(to, today), -DAYS_BACK);
  return windowOf({ from: first, to: to ?? addDays(dayOf(first, today), DAYS_AHEAD) }, zone);
}

/** The day that a checked edge lies on, as it is written. */
function dayOf(edge: string | undefined, otherwise: string): string {
  const day = edge?.slice(0, 10) ?? otherwise;
  return isLocalDate(day) ? day : otherwise;
}

function zoneOf({ branches }: Business, branch: string | undefined): string {
  return (branches.find(({ id }) => id === branch) ?? branches[0])?.zone ?? 'UTC';
}
