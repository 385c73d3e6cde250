/** What is asked in the benchmark of availability: a business of so many people over so many days, with so much taken. */
import type { AvailabilityAsk } from '../../scheduling/ask';
import type { Business } from '../../scheduling/business';
import type { Busy } from '../../scheduling/busy';

export interface Case {
  readonly resources: number;
  readonly days: number;
  /** Rows of each resource. */
  readonly busy: number;
}

export type BenchAsk = AvailabilityAsk & { readonly branch: string };

export const CASES: readonly Case[] = [1, 10, 100].flatMap((resources) =>
  [30, 365].flatMap((days) => [0, 200, 2000].map((busy) => ({ resources, days, busy }))),
);

export const ZONE = 'Europe/Berlin';
/** A Monday in winter, so that both lengths of time pass a clock change. */
const NOW = Date.parse('2026-03-02T06:00Z') / 60_000;
const DAY = 1440;

export function nameOf({ resources, days, busy }: Case): string {
  return `${resources} × ${days} days × ${busy} busy`;
}

export function askOf({ resources, days, busy }: Case): BenchAsk {
  const business = businessOf(resources);
  const [service] = business.services;
  const [branch] = business.branches;
  if (!service || !branch) throw new Error('the business of a benchmark has a service and a branch');
  const random = randomFrom(resources * 7919 + days * 31 + busy);
  const rows = business.resources.map(({ id }) => [id, rowsOf(busy, days, random)] as const);
  return {
    business,
    service,
    branch: branch.id,
    now: NOW,
    from: NOW,
    to: NOW + days * DAY,
    busy: new Map(rows),
  };
}

/** Sorted by start, as an index gives them. */
function rowsOf(count: number, days: number, random: () => number): readonly Busy[] {
  const rows = Array.from({ length: count }, (_, at): Busy => {
    const start = NOW + Math.floor(random() * days * DAY);
    return {
      unit: 0,
      start,
      end: start + 15 + 15 * (at % 3),
      before: 0,
      after: at % 4 === 0 ? 10 : 0,
      booking: `b${at}`,
    };
  });
  return rows.sort((left, right) => left.start - right.start);
}

function businessOf(resources: number): Business {
  const people = Array.from({ length: resources }, (_, at) => `person-${at}`);
  const names = { en: 'Bench' };
  return {
    tenantId: 'bench',
    slug: 'bench',
    version: 1,
    names,
    languages: ['en'],
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
    branches: [
      {
        id: 'branch',
        names,
        zone: ZONE,
        address: '',
        hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 480, to: 1020 })),
        exceptions: [],
      },
    ],
    resources: people.map((id) => ({ id, kind: 'person', names, branch: 'branch', capacity: 1 })),
    services: [
      {
        id: 'service',
        names,
        synonyms: {},
        minutes: 45,
        bufferBefore: 0,
        bufferAfter: 5,
        price: 0,
        depositPercent: 0,
        needs: [{ kind: 'person', whole: false, pool: people }],
      },
    ],
  };
}

/** The same numbers in every run: a linear congruence (Numerical Recipes), good enough to scatter appointments. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
