/** Claims about services for which people take different times. */
import type { AvailabilityAsk } from './ask';
import { assign } from './assign';
import { availability, bookableStarts } from './availability';
import { durationOf } from './duration';
import { explain } from './explain';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';

const service = { ...serviceOf('oil-change'), minutesByPerson: { jana: 90 } };
const ask: AvailabilityAsk & { readonly branch: string } = {
  business: workshop,
  service,
  branch: 'mitte',
  from: berlin('2026-03-10T15:00'),
  to: berlin('2026-03-10T17:00'),
  now: berlin('2026-03-09T10:00'),
  busy: new Map(),
};

const told = (given: AvailabilityAsk): string[] =>
  availability(given).map(
    (slot) => `${(slot.start - given.from) / 60}h ${slot.end - slot.start} ${slot.resources.join('+')}`,
  );

test('the slower one is free only where the longer time fits', () => {
  expect(told(ask)).toEqual([
    '0h 45 ali+jana',
    '0.25h 45 ali+jana',
    '0.5h 45 ali+jana',
    '0.75h 45 ali',
    '1h 45 ali',
    '1.25h 45 ali',
  ]);
});

test('where only the slower one is free, the slot is as long as they need', () => {
  const busy = new Map([['ali', [taken('2026-03-10T14:00', '2026-03-10T17:00')]]]);
  expect(told({ ...ask, busy })).toEqual(['0h 90 jana', '0.25h 90 jana', '0.5h 90 jana']);
  expect(bookableStarts({ ...ask, busy })).toHaveLength(3);
  expect(explain({ ...ask, busy, start: berlin('2026-03-10T15:45') })).toMatchObject([
    { code: 'slot-taken', kind: 'person', by: [{ resource: 'ali' }] },
  ]);
});

test('an assignment takes bay and person for as long as its person needs', () => {
  const lengths = assign({ ...ask, start: berlin('2026-03-10T10:00') }).map((candidate) =>
    candidate.map((row) => `${row.resource} ${row.end - row.start}`).join(' '),
  );
  expect(lengths.slice(0, 2)).toEqual(['ali 45 lift-1 45', 'jana 90 lift-2 90']);
});

test('a van takes each of them half as long again', () => {
  const minutes = (person?: string): number => durationOf(workshop, service, 'van', person);
  expect([minutes(), minutes('ali'), minutes('jana')]).toEqual([75, 75, 135]);
});

test('the slowest of two who work together sets the pace', () => {
  const [person] = service.needs;
  const pair = { ...service, needs: person ? [person, person] : [] };
  expect(told({ ...ask, service: pair })).toEqual([
    '0h 90 ali+jana',
    '0.25h 90 ali+jana',
    '0.5h 90 ali+jana',
  ]);
});
