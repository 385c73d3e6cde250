/** Random small businesses in one zone: hours, exceptions, people with hours, limits and paces of their own. */
import fc from 'fast-check';
import type {
  BookingLimits,
  Business,
  HoursException,
  Requirement,
  Resource,
  WeeklyHours,
} from '../../scheduling/business';

export const RESOURCES: readonly Resource[] = [
  { id: 'ada', kind: 'person', names: { en: 'Ada' }, branch: 'north', capacity: 1 },
  { id: 'ben', kind: 'person', names: { en: 'Ben' }, branch: 'north', capacity: 1 },
  { id: 'cem', kind: 'person', names: { en: 'Cem' }, branch: 'south', capacity: 1 },
  { id: 'lift', kind: 'bay', names: { en: 'Lift' }, branch: 'north', capacity: 1 },
  { id: 'hall', kind: 'room', names: { en: 'Hall' }, branch: 'north', capacity: 2 },
  { id: 'loft', kind: 'room', names: { en: 'Loft' }, branch: 'south', capacity: 2 },
];

const person: Requirement = { kind: 'person', whole: false, pool: ['ben', 'ada', 'cem'] };
const seat: Requirement = { kind: 'room', whole: false, pool: ['hall', 'loft'] };

/** What services may need, from nothing to two people at once. */
export const NEEDS: readonly (readonly Requirement[])[] = [
  [],
  [person],
  [seat],
  [person, { ...seat, whole: true }],
  [person, { kind: 'bay', whole: false, pool: ['lift'] }],
  [person, person],
];

const minuteOfDay = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
const stretch = fc
  .tuple(minuteOfDay, fc.integer({ min: 1, max: 100 }))
  .map(([from, quarters]) => ({ from, to: Math.min(from + quarters * 15 + (quarters % 7), 2880) }));

const weekly: fc.Arbitrary<readonly WeeklyHours[]> = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 7 }), stretch).map(([weekday, hours]) => ({ weekday, ...hours })),
  { minLength: 4, maxLength: 14 },
);

/** The value in about a third of the draws. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

function exceptionsOn(days: readonly string[]): fc.Arbitrary<readonly HoursException[]> {
  const open = fc.array(stretch, { maxLength: 2 });
  return fc
    .subarray([...days], { maxLength: 2 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((date) => open.map((hours) => ({ date, open: hours, reason: null })))),
    );
}

const most = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const limits: fc.Arbitrary<BookingLimits | undefined> = seldom(fc.record({ perDay: most, perWeek: most }));

/** People differ; bays and rooms are there whenever the branch is open. */
function resources(days: readonly string[]): fc.Arbitrary<readonly Resource[]> {
  return fc.tuple(
    ...RESOURCES.map((plain) =>
      plain.kind === 'person'
        ? fc
            .record({ hours: seldom(weekly), exceptions: seldom(exceptionsOn(days)), limits })
            .map((own): Resource => ({ ...plain, ...own }))
        : limits.map((own): Resource => ({ ...plain, limits: own })),
    ),
  );
}

/** @param days local days on which something exceptional may happen */
export function arbitraryBusiness(zone: string, days: readonly string[]): fc.Arbitrary<Business> {
  const place = { names: { en: 'Place' }, zone, address: '' };
  const hours = fc.record({ hours: weekly, exceptions: exceptionsOn(days) });
  return fc
    .record({
      policy: arbitraryPolicy,
      weekStart: fc.constantFrom(1, 6, 7),
      branches: fc.tuple(hours, hours),
      resources: resources(days),
      service: arbitraryService,
    })
    .map(({ branches: [north, south], service, ...rest }) => ({
      tenantId: 'tenant',
      slug: 'random',
      version: 1,
      names: { en: 'Random' },
      languages: ['en'],
      currency: 'EUR',
      calendar: 'gregorian' as const,
      sensitive: false,
      assets: { kind: 'vehicle' as const, classes: [{ id: 'van', factor: 1.5 }] },
      branches: [
        { id: 'north', ...place, ...north },
        { id: 'south', ...place, ...south },
      ],
      services: [service],
      ...rest,
    }));
}

const arbitraryPolicy = fc.record({
  gridMinutes: fc.constantFrom(10, 15, 25, 30, 60),
  gridOffsetMinutes: seldom(fc.constantFrom(5, 10)),
  minimumNoticeMinutes: fc.constantFrom(0, 60, 600),
  horizonDays: fc.constantFrom(1, 2, 60),
  holdMinutes: fc.constant(5),
  freeCancellationMinutes: fc.constant(null),
  lateFeePercent: fc.constant(0),
  holdsPerCustomer: fc.constant(2),
  customerLimits: limits,
});

const arbitraryService = fc.record({
  id: fc.constant('work'),
  names: fc.constant({ en: 'Work' }),
  synonyms: fc.constant({}),
  minutes: fc.constantFrom(10, 20, 45, 90, 150),
  minutesByPerson: seldom(fc.constantFrom({ ada: 30 }, { ben: 75, cem: 10 }, { ada: 20, ben: 100, cem: 60 })),
  bufferBefore: fc.constantFrom(0, 10),
  bufferAfter: fc.constantFrom(0, 15, 45),
  price: fc.constant(1000),
  depositPercent: fc.constant(0),
  needs: fc.constantFrom(...NEEDS),
  limits,
});
