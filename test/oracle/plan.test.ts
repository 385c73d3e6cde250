/** Claims about plans of several items, each held against every combination of starts and resources on small cases. */
import fc from 'fast-check';
import { collide } from '../../scheduling/busy';
import { findPlans } from '../../scheduling/plan';
import type { Plan, PlanAsk, PlanItem } from '../../scheduling/planAsk';
import { askAround, CLOCK_CHANGES } from './arbitraryAsk';
import { NEEDS } from './arbitraryBusiness';
import { plansByBruteForce } from './plansByBruteForce';

const RUNS = process.env.NOBAT_LONG ? 3000 : 100;

const item = fc.record({
  other: fc.boolean(),
  relation: fc.constantFrom('before', 'before', 'with', 'after first'),
  attendee: fc.constantFrom(undefined, 'son'),
  person: fc.constantFrom(undefined, undefined, undefined, 'ada'),
  same: fc.constantFrom(false, false, true),
});

const arbitraryPlan: fc.Arbitrary<PlanAsk> = fc
  .tuple(
    fc.constantFrom(...CLOCK_CHANGES).chain((change) => askAround(change, 100)),
    fc.array(item, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...NEEDS),
    fc.constantFrom(0, 30, 60),
  )
  .map(([ask, drawn, needs, maxWaitMinutes]) => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));
    const branches = ask.business.branches.map((branch) => ({
      ...branch,
      hours: [...branch.hours, ...always.slice(2)],
    }));
    const policy = { ...ask.business.policy, gridMinutes: 30, minimumNoticeMinutes: 0, horizonDays: 60 };
    const business = { ...ask.business, branches, policy };
    const work = { ...ask.service, minutes: 30 };
    const services = [work, { ...work, id: 'other', minutes: 60, needs, bufferAfter: 0 }] as const;
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
    const { from, to, busy } = ask;
    return {
      business,
      branch: 'north',
      items,
      from,
      to,
      now: Math.min(ask.now, from),
      busy,
      counts,
      maxWaitMinutes,
      limit: 50,
    };
  });

test('a plan is found for every minute at which one can begin, and is over as soon as it can be', () => {
  let found = 0;
  let complete = 0;
  fc.assert(
    fc.property(arbitraryPlan, (ask) => {
      const search = findPlans(ask);
      found += search.plans.length;
      if (!search.complete) return;
      complete += 1;
      const ends = search.plans.map((plan) => [plan.start, plan.end]);
      expect(ends).toEqual([...plansByBruteForce(ask)].sort(([left], [right]) => left - right));
    }),
    { numRuns: RUNS, seed: 4711 },
  );
  expect(found).toBeGreaterThan(RUNS / 2);
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
