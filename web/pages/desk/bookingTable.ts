/** The bookings of one day as a table; on a phone each row stands as a card, still a row to a screen reader. */

import { element } from '../../shared/element';
import { priceIn } from '../../shared/money';
import { timeOf } from './days';
import type { Booking } from './server';

const COLUMNS = ['Time', 'Service', 'Customer', 'Vehicle', 'With', 'Branch', 'Status'] as const;

const STATUSES: Readonly<Record<string, string>> = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  'checked-in': 'Checked in',
  'in-service': 'In service',
  done: 'Done',
  cancelled: 'Cancelled',
  'no-show': 'No-show',
};

export function bookingTable(bookings: readonly Booking[]): HTMLElement {
  if (bookings.length === 0) return element('p', { class: 'nothing' }, 'No bookings on this day.');
  const heads = COLUMNS.map((name) => element('th', { scope: 'col', role: 'columnheader' }, name));
  return element(
    'table',
    { role: 'table', 'aria-label': 'Bookings' },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads)),
    element('tbody', { role: 'rowgroup' }, ...bookings.map(row)),
  );
}

function row(booking: Booking): HTMLElement {
  const contents: readonly (readonly (Node | string)[])[] = [
    [element('strong', {}, timeOf(booking.start)), `–${timeOf(booking.end)}`],
    [booking.service, price(booking)],
    [element('bdi', {}, booking.customer), phone(booking)],
    [element('bdi', {}, booking.asset ?? '')],
    [element('bdi', {}, booking.people.join(', '))],
    [booking.branch],
    [element('span', { class: 'status' }, STATUSES[booking.status] ?? booking.status), reference(booking)],
  ];
  const cells = contents.map((content, index) =>
    element('td', { role: 'cell', 'data-label': COLUMNS[index] }, ...content),
  );
  return element('tr', { role: 'row', class: `is-${booking.status}` }, ...cells);
}

const price = (booking: Booking): Node =>
  element('small', {}, booking.price ? priceIn(booking.price, 'en-GB') : '');
const phone = (booking: Booking): Node => element('small', {}, element('bdi', {}, booking.phone ?? ''));
const reference = (booking: Booking): Node => element('small', {}, booking.reference);
