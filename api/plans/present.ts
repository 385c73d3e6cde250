/** Plans as the outside sees them. */
import type { PlanOffer, PlanView } from '../../commands/plans/types';
import { toMajor } from '../../locales/money';
import { toRfc3339 } from '../../scheduling/zone';
import { presentBooking, type PresentedBooking } from '../bookings/present';
import type { Reader } from '../bookings/answers';
import type { PresentedOffer } from './schema';

export function presentOffer({ branch, zone, items, price, currency }: PlanOffer): PresentedOffer {
  const told = items.map((each) => ({
    item: each.item,
    service: each.service,
    attendee: each.attendee,
    start: toRfc3339(each.startMinute, zone),
    end: toRfc3339(each.endMinute, zone),
    resources: each.people,
    price: toMajor(each.price, currency),
  }));
  return {
    start: toRfc3339(Math.min(...items.map((each) => each.startMinute)), zone),
    end: toRfc3339(Math.max(...items.map((each) => each.endMinute)), zone),
    branch,
    resources: [...new Set(items.flatMap((each) => each.people))],
    items: told,
    price: toMajor(price, currency),
    currency,
  };
}

export function presentPlan(
  { planId, items, price, currency }: PlanView,
  { business, language }: Reader,
): { id: string; bookings: PresentedBooking[]; price: number; currency: string } {
  const bookings = items.map((each) => presentBooking(each, business, language));
  return { id: planId, bookings, price: toMajor(price, currency), currency };
}
