/** Claims about who gets an appointment when several could do it. */
import { assign, personsOf, type AssignAsk } from './assign';
import type { AssignmentPolicy } from './business';
import { berlin, serviceOf, taken, workshop } from './workshop.fixture';

const STAFF = ['ada', 'ben', 'cem', 'dan'] as const;

/** Four people who can all do it, at one branch, without bays. */
const salon = {
  ...workshop,
  resources: STAFF.map((id) => ({
    id,
    kind: 'person' as const,
    names: { en: id },
    branch: 'mitte',
    capacity: 1,
  })),
};
const cut = {
  ...serviceOf('oil-change'),
  needs: [{ kind: 'person' as const, whole: false, pool: [...STAFF] }],
};

function first(rest: Partial<AssignAsk>): string | undefined {
  const start = berlin('2026-03-10T10:00');
  const ask = { business: salon, service: cut, branch: 'mitte', start, now: start, busy: new Map(), ...rest };
  const [candidate = []] = assign(ask);
  return personsOf(ask, candidate)[0];
}

/** Books one after the other and tells how many each was given. */
function simulate(
  policy: AssignmentPolicy,
  bookings: number,
  free: (booking: number) => readonly string[],
): number[] {
  const given = new Map<string, number>(STAFF.map((id) => [id, 0]));
  for (let booking = 0; booking < bookings; booking += 1) {
    const away = STAFF.filter((id) => !free(booking).includes(id));
    const busy = new Map(away.map((id) => [id, [taken('2026-03-10T09:00', '2026-03-10T12:00')]]));
    const person = first({ policy, given, busy }) ?? '';
    given.set(person, (given.get(person) ?? 0) + 1);
  }
  return [...given.values()];
}

const spread = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

test('priority takes the first of the pool who is free', () => {
  expect(first({ policy: 'priority' })).toBe('ada');
  expect(simulate('priority', 20, () => STAFF)).toEqual([20, 0, 0, 0]);
});

test('round robin gives everybody as many as the others, to within one in twenty', () => {
  for (let bookings = 1; bookings <= 20; bookings += 1) {
    expect(spread(simulate('round-robin', bookings, () => STAFF))).toBeLessThanOrEqual(1);
  }
});

test('round robin makes up for turns that were missed', () => {
  const afternoons = (booking: number): readonly string[] => (booking < 6 ? ['ada', 'ben'] : STAFF);
  expect(spread(simulate('round-robin', 20, afternoons))).toBeLessThanOrEqual(1);
});

test('least busy takes who has the fewest minutes of work on that local day', () => {
  const busy = new Map([
    ['ada', [taken('2026-03-10T14:00', '2026-03-10T16:00')]],
    ['ben', [taken('2026-03-10T14:00', '2026-03-10T14:30')]],
    ['cem', [taken('2026-03-10T14:00', '2026-03-10T14:15'), taken('2026-03-10T15:00', '2026-03-10T15:10')]],
    ['dan', [taken('2026-03-10T12:00', '2026-03-10T17:00')]],
  ]);
  expect(first({ policy: 'least-busy', busy })).toBe('cem');
});

test('who served the customer before comes first, whatever the policy', () => {
  const given = new Map([['dan', 9]]);
  expect(first({ policy: 'round-robin', given, staying: ['dan'] })).toBe('dan');
});

test('a wish is kept even by somebody who has had more than their share', () => {
  expect(first({ policy: 'round-robin', given: new Map([['cem', 50]]), person: 'cem' })).toBe('cem');
});

test('the business’s own policy holds where none is asked for', () => {
  const business = { ...salon, policy: { ...salon.policy, assignment: 'round-robin' as const } };
  expect(first({ business, given: new Map([['ada', 1]]) })).toBe('ben');
});

test('the same question gets the same answer, ties by the order of the pool', () => {
  const answers = Array.from({ length: 5 }, () => first({ policy: 'round-robin', given: new Map() }));
  expect(new Set(answers)).toEqual(new Set(['ada']));
});
