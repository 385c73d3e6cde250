/** A small workshop for tests: two branches in Berlin, people and bays, cars and vans. */
import type { Business, Requirement, Resource, Service } from './business';
import type { Busy } from './busy';
import { instantAround } from './zone';

const ZONE = 'Europe/Berlin';
const person: Requirement = { kind: 'person', whole: false, pool: ['ali', 'jana', 'tom'] };
const bay: Requirement = { kind: 'bay', whole: false, pool: ['lift-1', 'lift-2', 'lift-3'] };

function resource(id: string, kind: Resource['kind'], branch: string, capacity = 1): Resource {
  return { id, kind, names: { en: id }, branch, capacity };
}

function service(
  id: string,
  minutes: number,
  price: number,
  needs: readonly Requirement[],
  bufferAfter = 0,
): Service {
  const rest = { names: { en: id }, synonyms: {}, bufferBefore: 0, depositPercent: 0 };
  return { id, minutes, price, needs, bufferAfter, ...rest };
}

function weekdays(days: readonly number[], from: number, to: number): Business['branches'][number]['hours'] {
  return days.map((weekday) => ({ weekday, from, to }));
}

export const workshop: Business = {
  tenantId: '00000000-0000-4000-8000-000000000001',
  slug: 'workshop',
  version: 1,
  names: { en: 'Workshop' },
  languages: ['en'],
  currency: 'EUR',
  calendar: 'gregorian',
  weekStart: 1,
  sensitive: false,
  policy: {
    gridMinutes: 15,
    minimumNoticeMinutes: 60,
    horizonDays: 60,
    holdMinutes: 5,
    freeCancellationMinutes: 1440,
    lateFeePercent: 30,
    holdsPerCustomer: 2,
  },
  assets: { kind: 'vehicle', classes: [{ id: 'van', factor: 1.5 }] },
  branches: [
    {
      id: 'mitte',
      names: { en: 'Mitte' },
      zone: ZONE,
      address: 'Linienstraße 10',
      hours: [...weekdays([1, 2, 3, 4, 5], 480, 1020), ...weekdays([6], 540, 780)],
      exceptions: [{ date: '2026-04-03', open: [], reason: 'Good Friday' }],
    },
    {
      id: 'nord',
      names: { en: 'Nord' },
      zone: ZONE,
      address: 'Prinzenallee 80',
      hours: weekdays([1, 2, 3, 4, 5], 450, 960),
      exceptions: [],
    },
  ],
  resources: [
    resource('ali', 'person', 'mitte'),
    resource('jana', 'person', 'mitte'),
    resource('tom', 'person', 'nord'),
    resource('lift-1', 'bay', 'mitte'),
    resource('lift-2', 'bay', 'mitte'),
    resource('lift-3', 'bay', 'nord'),
    resource('lounge', 'room', 'mitte', 5),
  ],
  services: [
    service('oil-change', 45, 8900, [person, bay]),
    service('tyre-change', 60, 7900, [person, bay], 15),
    service('course', 90, 2500, [{ kind: 'room', whole: false, pool: ['lounge'] }]),
    service('party', 180, 30000, [{ kind: 'room', whole: true, pool: ['lounge'] }]),
  ],
};

export function serviceOf(id: string): Service {
  const found = workshop.services.find((each) => each.id === id);
  if (!found) throw new Error(`the workshop has no service ${id}`);
  return found;
}

/** The UTC minute of a wall time in Berlin. */
export function berlin(local: string): number {
  return instantAround(local, ZONE);
}

/** Taken time in Berlin wall time, on the first unit unless told. */
export function taken(from: string, to: string, rest: Partial<Busy> = {}): Busy {
  return { unit: 0, start: berlin(from), end: berlin(to), before: 0, after: 0, ...rest };
}
