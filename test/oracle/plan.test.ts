/** Claims about plans of several items, each held against every combination of starts and resources on small cases. */
import fc from 'fast-check';
import type { Business } from '../../scheduling/business';
import { collide, type Busy } from '../../scheduling/busy';
import { choosePlan, findPlans } from '../../scheduling/plan';
import type { Plan, PlanAsk, PlanItem } from '../../scheduling/planAsk';
import { askAround, CLOCK_CHANGES } from './arbitraryAsk';
import { NEEDS } from './arbitraryBusiness';
import { plansByBruteForce, possibleByBruteForce } from './plansByBruteForce';

const RUNS = process.env.NOBAT_LONG ? 3000 : 50;

const item = fc.record({
  other: fc.boolean(),
  relation: fc.constantFrom('before', 'before', 'with', 'after first'),
  attendee: fc.constantFrom(undefined, 'son'),
  person: fc.oneof(
    { weight: 7, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant('ada') },
  ),
  same: fc.constantFrom(false, false, false, true),
});

const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));

/** Open all day, everybody there, a coarse grid: otherwise hardly any plan is possible. */
function easier(business: Business): Business {
  return {
    ...business,
    branches: business.branches.map((branch) => ({ ...branch, hours: always, exceptions: [] })),
    policy: {
      ...business.policy,
      gridMinutes: 30,
      gridOffsetMinutes: undefined,
      minimumNoticeMinutes: 0,
      horizonDays: 60,
    },
    resources: business.resources.map((each) => ({
      ...each,
      branch: each.kind === 'person' ? 'north' : each.branch,
      hours: undefined,
      exceptions: undefined,
      limits: undefined,
    })),
  };
}

const shorter = (row: Busy): Busy => ({ ...row, end: Math.min(row.end, row.start + 45) });

const peopleNeeded = fc.constantFrom(
  ...NEEDS.filter((needs) => needs.some((need) => need.kind === 'person')),
);

const arbitraryPlan: fc.Arbitrary<PlanAsk> = fc
  .tuple(
    fc.constantFrom(...CLOCK_CHANGES).chain((change) => askAround(change, 120)),
    fc.array(item, { minLength: 1, maxLength: 3 }),
    fc.tuple(peopleNeeded, peopleNeeded),
    fc.constantFrom(0, 30, 60),
  )
  .map(([ask, drawn, [needs, others], maxWaitMinutes]) => {
    const work = {
      ...ask.service,
      needs,
      minutes: 30,
      bufferBefore: 0,
      bufferAfter: Math.min(ask.service.bufferAfter, 15),
    };
    const services = [work, { ...work, id: 'other', minutes: 60, needs: others, limits: undefined }] as const;
    const items = drawn.map((each, index): PlanItem => {
      const first = index === 0;
      return {
        id: String(index),
        service: services[each.other ? 1 : 0],
        attendee: each.attendee,
        person: each.person,
        with: !first && each.relation === 'with' ? String(index - 1) : undefined,
        after: !first && each.relation === 'after first' ? ['0'] : undefined,
        samePersonAs: !first && each.same ? '0' : undefined,
      };
    });
    const counts = ask.counts && { ...ask.counts, services: new Map([['work', ask.counts.service]]) };
    const busy = new Map([...ask.busy].map(([id, rows]) => [id, rows.slice(0, 1).map(shorter)]));
    const { from, to, now } = ask;
    const business = easier(ask.business);
    return {
      business,
      branch: 'north',
      items,
      from,
      to,
      now: Math.min(now, from),
      busy,
      counts,
      maxWaitMinutes,
      limit: 50,
    };
  });

test('a plan is found for every minute at which one can begin, and is over as soon as it can be', () => {
  const found = [0, 0, 0, 0];
  let complete = 0;
  fc.assert(
    fc.property(arbitraryPlan, (ask) => {
      const search = findPlans(ask);
      found[ask.items.length] = (found[ask.items.length] ?? 0) + search.plans.length;
      if (!search.complete) return;
      complete += 1;
      const ends = search.plans.map((plan) => [plan.start, plan.end]);
      expect(ends).toEqual([...plansByBruteForce(ask)].sort(([left], [right]) => left - right));
    }),
    { numRuns: RUNS, seed: 4711 },
  );
  expect(Math.min(...found.slice(1))).toBeGreaterThan(RUNS / 4);
  expect(complete).toBeGreaterThan(RUNS * 0.95);
});

/** Every row of one way to serve a whole plan. */
function rowsOf(
  plan: Plan,
  way: number,
): { readonly item: string; readonly resource: string; readonly unit: number }[] {
  return plan.items.flatMap(({ item: id, candidates }) =>
    (candidates[way] ?? []).map((row) => ({ item: id, ...row })),
  );
}

test('all ways to serve a plan are free, differ, and take nothing twice', () => {
  fc.assert(
    fc.property(arbitraryPlan, (ask) => {
      for (const plan of findPlans({ ...ask, limit: 4 }).plans) {
        const ways = plan.items[0]?.candidates.length ?? 0;
        const keys = new Set<string>();
        for (let way = 0; way < ways; way += 1) {
          const rows = plan.items.flatMap(({ candidates }) => candidates[way] ?? []);
          keys.add(JSON.stringify(rowsOf(plan, way)));
          for (const [index, row] of rows.entries()) {
            const same = [
              ...(ask.busy.get(row.resource) ?? []),
              ...rows.slice(0, index).filter((each) => each.resource === row.resource),
            ];
            expect(same.some((each) => each.unit === row.unit && collide(each, row))).toBe(false);
          }
        }
        expect([ways > 0, keys.size]).toEqual([true, ways]);
      }
    }),
    { numRuns: RUNS, seed: 815 },
  );
});

/** In no order, for different people, and without limits: whether they go together is up to the calendars alone. */
function apart(ask: PlanAsk): PlanAsk {
  const items = ask.items.map((each): PlanItem => {
    const { id, person, samePersonAs } = each;
    return {
      id,
      person,
      samePersonAs,
      service: { ...each.service, limits: undefined },
      attendee: id,
      after: [],
    };
  });
  const policy = { ...ask.business.policy, customerLimits: undefined };
  return { ...ask, items, business: { ...ask.business, policy }, counts: undefined };
}

test('a plan of chosen starts is possible exactly when every item can be served, in all its ways', () => {
  const seen = { possible: 0, taken: 0 };
  fc.assert(
    fc.property(arbitraryPlan, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (drawn, picks) => {
      const ask = apart(drawn);
      const starts = ask.items.map((each, index) => {
        const alone = findPlans({ ...ask, items: [{ ...each, samePersonAs: undefined }] }).plans;
        return alone[(picks[index] ?? 0) % Math.max(1, alone.length)]?.start;
      });
      if (starts.some((start) => start === undefined)) return;
      const chosen = starts.map((start) => start ?? 0);
      const choice = choosePlan(ask, chosen);
      expect(choice.kind === 'possible').toBe(possibleByBruteForce(ask, chosen));
      if (choice.kind !== 'possible') return void (seen.taken += 1);
      seen.possible += 1;
      expect(choice.plan.items.map((each) => each.start)).toEqual(chosen);
    }),
    { numRuns: RUNS * 4, seed: 2027 },
  );
  expect(Math.min(seen.possible, seen.taken)).toBeGreaterThan(RUNS / 10);
});

test('what is found can be chosen', () => {
  fc.assert(
    fc.property(arbitraryPlan, (ask) => {
      for (const plan of findPlans({ ...ask, limit: 4 }).plans) {
        const starts = plan.items.map((each) => each.start);
        expect(choosePlan(ask, starts).kind).toBe('possible');
      }
    }),
    { numRuns: RUNS, seed: 99 },
  );
});
