/** The businesses that benchmarks book at: as plain as can be, so that what is measured is the core and not a rule of one business. */
import type { BusinessDefinition } from '../models/businessDefinition';
import type { Resource, Service, WeeklyHours } from '../scheduling/business';

const NAMES = { en: 'Bench' };
export const BRANCH = 'branch';

export interface Plain {
  readonly slug: string;
  readonly zone: string;
  readonly hours: readonly WeeklyHours[];
  readonly resources: readonly Resource[];
  readonly services: readonly Service[];
}

/** One branch; grid 15 minutes, notice an hour, more than a year ahead, two holds a customer. */
export function plainBusiness({ slug, zone, hours, resources, services }: Plain): BusinessDefinition {
  return {
    slug,
    names: NAMES,
    languages: ['en'],
    country: 'DE',
    currency: 'EUR',
    calendar: 'gregorian',
    weekStart: 1,
    sensitive: false,
    policy: {
      gridMinutes: 15,
      minimumNoticeMinutes: 60,
      horizonDays: 400,
      holdMinutes: 5,
      freeCancellationMinutes: null,
      lateFeePercent: 0,
      holdsPerCustomer: 2,
    },
    assets: null,
    branches: [{ id: BRANCH, names: NAMES, zone, address: '', hours, exceptions: [] }],
    resources,
    services,
    accounts: [],
  };
}

export function people(count: number): readonly Resource[] {
  return Array.from({ length: count }, (_, at) => resource(`person-${String(at)}`, 'person', 1));
}

export function resource(id: string, kind: Resource['kind'], capacity: number): Resource {
  return { id, kind, names: NAMES, branch: BRANCH, capacity };
}

/** 45 minutes and 5 to clear up. */
export function service(id: string, needs: Service['needs']): Service {
  return {
    id,
    names: NAMES,
    synonyms: {},
    minutes: 45,
    bufferBefore: 0,
    bufferAfter: 5,
    price: 0,
    depositPercent: 0,
    needs,
  };
}

export function need(kind: Resource['kind'], ...pool: readonly string[]): Service['needs'][number] {
  return { kind, whole: false, pool };
}

export function opened(weekdays: readonly number[], from: number, to: number): readonly WeeklyHours[] {
  return weekdays.map((weekday) => ({ weekday, from, to }));
}
