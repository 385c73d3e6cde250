/** A day of a business as its agents see it: bookings by start, and open tasks. */
import { nameIn } from '../../locales';
import { toMajor } from '../../locales/money';
import type { ListedBooking, ListedTask } from '../../models/statements/lists';
import type { Business } from '../../scheduling/business';
import { toRfc3339 } from '../../scheduling/zone';
import { assetOf, peopleOf } from '../bookings/present';

export interface DeskDay {
  readonly business: Business;
  readonly date: string;
  readonly bookings: readonly ListedBooking[];
  readonly tasks: readonly ListedTask[];
}

export function presentDay({ business, date, bookings, tasks }: DeskDay, language: string): object {
  return {
    tenant: { name: nameIn(business.names, language) },
    date,
    bookings: bookings.map((booking) => presentRow(booking, business, language)),
    tasks: tasks.map((task) => presentTask(task, business)),
  };
}

function presentRow(booking: ListedBooking, business: Business, language: string): object {
  const service = business.services.find(({ id }) => id === booking.service);
  const branch = business.branches.find(({ id }) => id === booking.branch);
  return {
    reference: booking.reference,
    // wall time of the branch: whoever reads it stands there
    start: booking.localStart,
    end: booking.localEnd,
    service: service ? nameIn(service.names, language) : booking.service,
    customer: booking.attendee ?? booking.customerName ?? '',
    phone: booking.customerPhone,
    asset: assetOf(booking),
    people: peopleOf(booking, business, language),
    branch: branch ? nameIn(branch.names, language) : booking.branch,
    status: booking.status,
    price: { amount: toMajor(booking.price, business.currency), currency: business.currency },
  };
}

function presentTask(task: ListedTask, business: Business): object {
  return {
    id: task.id,
    kind: task.kind,
    customer: task.customerName ?? task.customerPhone,
    text: task.text,
    created: toRfc3339(task.createdAt / 60_000, business.branches[0]?.zone ?? 'UTC'),
  };
}
