/** What a deed must be answered with, as the model sees it, and what the model is after the answer. */
import type { Answer, Deed } from './deeds';
import { peopleOf, type Known, type Model, type Row } from './model';

/** The only answers that are right for somebody who has the studio for himself. */
export function expectedAnswers(model: Model, deed: Deed, now: number): readonly string[] {
  switch (deed.kind) {
    case 'wait':
      return ['waited'];
    case 'expire':
      return ['expired'];
    case 'seats':
      if (deed.seats === model.seats) return ['unchanged'];
      // Seats that are booked may be exchanged for others, or hinder the change.
      return model.maySet(deed.seats) ? ['changed'] : ['hindered', 'changed'];
    case 'hold':
      if (model.tooManyHolds(deed.owner, now)) return ['refused too-many-holds'];
      return [model.isFree(deed.service, deed.start, now) ? 'held' : 'taken'];
    case 'book':
      return [model.isFree(deed.service, deed.start, now) ? 'booked' : 'taken'];
    case 'move':
      if (deed.booking.state !== 'held' || !model.isLive(deed.booking, now)) return ['gone'];
      return [model.isFree(deed.service, deed.start, now, deed.booking) ? 'held' : 'taken'];
    case 'confirm':
      return [confirmed(model, deed.booking, now)];
    case 'release':
      return ['released'];
    case 'cancel':
      return [deed.booking.state === 'confirmed' ? 'cancelled' : 'over'];
    case 'reschedule':
      if (deed.booking.state !== 'confirmed') return ['over'];
      return [model.isFree(deed.booking.service, deed.start, now, deed.booking) ? 'rescheduled' : 'taken'];
  }
}

/** A live hold under the business it was made under is booked as it is; any other takes its time anew. */
function confirmed(model: Model, booking: Known, now: number): string {
  const { state, service, start, changes } = booking;
  if (state === 'confirmed') return 'confirmed';
  if (state !== 'held') return 'gone';
  if (model.isLive(booking, now) && changes === model.changes) return 'confirmed';
  if (!model.isFree(service, start, now, booking)) return 'taken';
  // Nobody else does it without a new yes: with other people it is held and read back.
  return model.isFree(service, start, now, booking, peopleOf(booking)) ? 'confirmed' : 'changed';
}

/** With many at once a time may be taken that was free a moment ago, and the other way round. */
export function possibleAnswers(model: Model, deed: Deed, before: number, after: number): readonly string[] {
  const expected = [...expectedAnswers(model, deed, before), ...expectedAnswers(model, deed, after)];
  const alike = [
    ['held', 'taken'],
    ['booked', 'taken'],
    ['rescheduled', 'taken'],
    ['changed', 'hindered', 'unchanged'],
  ];
  const either =
    deed.kind === 'confirm'
      ? [['confirmed', 'taken', 'changed']]
      : alike.filter((kinds) => kinds.includes(madeBy(deed)));
  return either.reduce<readonly string[]>(
    (kinds, group) => (group.some((kind) => kinds.includes(kind)) ? [...kinds, ...group] : kinds),
    expected,
  );
}

function madeBy(deed: Deed): string {
  if (deed.kind === 'seats') return 'changed';
  if (deed.kind === 'book') return 'booked';
  return deed.kind === 'reschedule' ? 'rescheduled' : 'held';
}

/**
 * What the answer says has happened.
 * @param rows what the booking has now
 */
export function apply(model: Model, deed: Deed, answer: Answer, rows: readonly Row[]): Known | null {
  const { kind, booking } = answer;
  if (deed.kind === 'seats' && kind === 'changed') {
    model.seats = deed.seats;
    model.changes += 1;
  }
  if (deed.kind === 'hold' || deed.kind === 'book') {
    if (!booking) return null;
    const known: Known = {
      id: booking.id,
      owner: deed.owner,
      byAgent: deed.kind === 'book',
      state: deed.kind === 'book' ? 'confirmed' : 'held',
      service: deed.service,
      start: deed.start,
      heldUntil: booking.heldUntil ?? 0,
      rows,
      changes: model.changes,
    };
    model.bookings.push(known);
    return known;
  }
  if (!('booking' in deed)) return null;
  return changed(model, deed, answer, rows);
}

function changed(
  model: Model,
  deed: Extract<Deed, { readonly booking: Known }>,
  { kind, booking }: Answer,
  rows: readonly Row[],
): Known {
  const known = deed.booking;
  const heldUntil = booking?.heldUntil ?? 0;
  if (deed.kind === 'move' && kind === 'held') {
    Object.assign(known, {
      service: deed.service,
      start: deed.start,
      heldUntil,
      rows,
      changes: model.changes,
    });
  }
  if (deed.kind === 'confirm' && kind === 'changed')
    Object.assign(known, { heldUntil, rows, changes: model.changes });
  if (deed.kind === 'confirm' && kind === 'confirmed') Object.assign(known, { state: 'confirmed', rows });
  if (deed.kind === 'reschedule' && kind === 'rescheduled') Object.assign(known, { start: deed.start, rows });
  if (deed.kind === 'release' && known.state === 'held') known.state = 'released';
  if (deed.kind === 'cancel' && kind === 'cancelled') known.state = 'cancelled';
  return known;
}
