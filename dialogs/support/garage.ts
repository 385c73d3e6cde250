/** A car workshop for the tests of the dialogs: two branches, three people, cars and vans. */
import type { Branch, Business, Requirement, Resource, Service } from '../../scheduling/business';

const ZONE = 'Europe/Berlin';

const person: Requirement = { kind: 'person', whole: false, pool: ['ali', 'jana', 'tom'] };
const bay: Requirement = { kind: 'bay', whole: false, pool: ['lift-1', 'lift-2', 'lift-3'] };

function service(id: string, minutes: number, price: number, rest: Partial<Service> = {}): Service {
  const names = { en: id.replace('-', ' ') };
  const base = { names, synonyms: {}, bufferBefore: 0, bufferAfter: 0, depositPercent: 0 };
  return { id, minutes, price: price * 100, needs: [person, bay], ...base, ...rest };
}

function resource(id: string, kind: Resource['kind'], branch: string): Resource {
  return { id, kind, branch, capacity: 1, names: { en: id[0]?.toUpperCase() + id.slice(1) } };
}

function branch(id: string, name: string, address: string, hours: Branch['hours']): Branch {
  return { id, names: { en: name }, zone: ZONE, address, hours, exceptions: [] };
}

function daily(days: readonly number[], from: number, to: number): Branch['hours'] {
  return days.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));
}

const WORKDAYS = [1, 2, 3, 4, 5];

export const garage: Business = {
  tenantId: 'tenant-garage',
  slug: 'garage',
  version: 1,
  names: { en: 'Autohaus Linden' },
  languages: ['en', 'de', 'ar'],
  currency: 'EUR',
  calendar: 'gregorian',
  weekStart: 1,
  sensitive: false,
  policy: {
    gridMinutes: 15,
    minimumNoticeMinutes: 60,
    horizonDays: 60,
    holdMinutes: 5,
    freeCancellationMinutes: 24 * 60,
    lateFeePercent: 30,
    holdsPerCustomer: 3,
  },
  assets: { kind: 'vehicle', classes: [{ id: 'van', factor: 1.5 }] },
  branches: [
    branch('mitte', 'Mitte', 'Linienstraße 10, 10178 Berlin', [
      ...daily(WORKDAYS, 8, 17),
      ...daily([6], 9, 13),
    ]),
    branch('nord', 'Nord', 'Prinzenallee 80, 13357 Berlin', daily(WORKDAYS, 7.5, 16)),
  ],
  resources: [
    resource('ali', 'person', 'mitte'),
    resource('jana', 'person', 'mitte'),
    resource('tom', 'person', 'nord'),
    resource('lift-1', 'bay', 'mitte'),
    resource('lift-2', 'bay', 'mitte'),
    resource('lift-3', 'bay', 'nord'),
  ],
  services: [
    service('oil-change', 45, 89),
    service('brake-check', 30, 39),
    service('tyre-change', 60, 79, { bufferAfter: 15 }),
    service('inspection', 90, 129),
    service('air-conditioning', 60, 99),
    service('diagnosis', 30, 49),
  ],
};

/** A business for people: no vehicles, one branch, a deposit on one service, cancelling always free. */
export const studio: Business = {
  ...garage,
  tenantId: 'tenant-studio',
  slug: 'studio',
  names: { en: 'Studio' },
  assets: null,
  policy: { ...garage.policy, freeCancellationMinutes: null },
  branches: [garage.branches[0]].filter((each) => each !== undefined),
  resources: garage.resources.filter((each) => each.branch === 'mitte'),
  services: [service('haircut', 45, 40), service('colour', 120, 180, { depositPercent: 30 })].map((each) => ({
    ...each,
    needs: [{ kind: 'person', whole: false, pool: ['ali', 'jana'] }],
  })),
};
