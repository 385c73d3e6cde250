/** What is asked in the benchmark of availability: a business of so many people over so many days, with so much taken. */
import type { AvailabilityAsk } from '../../scheduling/ask';
import type { Busy } from '../../scheduling/busy';
import { BRANCH, need, opened, people, plainBusiness, service } from '../business';

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
/** A Monday in winter, so that both lengths of time pass a clock change; UTC minutes. */
export const NOW = Date.parse('2026-03-02T06:00Z') / 60_000;
const DAY = 1440;

export function nameOf({ resources, days, busy }: Case): string {
  return `${String(resources)} × ${String(days)} days × ${String(busy)} busy`;
}

/** The business of so many people: one service that any of them does. */
export function definitionOf(resources: number): ReturnType<typeof plainBusiness> {
  const staff = people(resources);
  const needs = [need('person', ...staff.map(({ id }) => id))];
  return plainBusiness({
    slug: `bench-${String(resources)}`,
    zone: ZONE,
    hours: opened([1, 2, 3, 4, 5], 480, 1020),
    resources: staff,
    services: [service('service', needs)],
  });
}

export function askOf({ resources, days, busy }: Case): BenchAsk {
  const business = { ...definitionOf(resources), tenantId: 'bench', version: 1 };
  const [asked] = business.services;
  if (!asked) throw new Error('the business of a benchmark has a service');
  const random = randomFrom(resources * 7919 + days * 31 + busy);
  const rows = business.resources.map(({ id }) => [id, rowsOf(busy, days, random)] as const);
  const window = { now: NOW, from: NOW, to: NOW + days * DAY };
  return { business, service: asked, branch: BRANCH, ...window, busy: new Map(rows) };
}

/** Sorted by start and never overlapping, as a database that allows no overlap gives them; as many on every day. */
function rowsOf(count: number, days: number, random: () => number): readonly Busy[] {
  return Array.from({ length: days }, (_, day) => {
    const [first, next] = [Math.round((count * day) / days), Math.round((count * (day + 1)) / days)];
    return rowsOfDay(NOW + day * DAY, first, next - first, random);
  }).flat();
}

/** What the appointments leave of the day is cut at random into the gaps between them. */
function rowsOfDay(day: number, first: number, count: number, random: () => number): readonly Busy[] {
  const crowded = count > 20;
  const sizes = Array.from({ length: count }, (_, at) => ({
    length: crowded ? 15 : 15 + 15 * (at % 3),
    after: !crowded && at % 4 === 0 ? 10 : 0,
  }));
  const spare = DAY - sizes.reduce((sum, { length, after }) => sum + length + after, 0);
  const cuts = sizes.map(() => Math.floor(random() * spare)).sort((left, right) => left - right);
  let used = 0;
  return sizes.map(({ length, after }, at): Busy => {
    const start = day + (cuts[at] ?? 0) + used;
    used += length + after;
    return { unit: 0, start, end: start + length, before: 0, after, booking: `b${String(first + at)}` };
  });
}

/** The same numbers in every run: a linear congruence (Numerical Recipes), good enough to scatter appointments. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
