/** Claims about availability, explanation and assignment, each held against the brute-force oracle on random businesses. */
import fc from 'fast-check';
import type { AvailabilityAsk } from '../../scheduling/ask';
import { assign } from '../../scheduling/assign';
import { availability, bookableStarts, slotAt } from '../../scheduling/availability';
import type { Resource } from '../../scheduling/business';
import { collide } from '../../scheduling/busy';
import { explain } from '../../scheduling/explain';
import type { LimitReached } from '../../scheduling/limits';
import { arbitraryAsk } from './arbitraryAsk';
import { bookableByBruteForce } from './bookable';

const RUNS = process.env.NOBAT_LONG ? 5000 : 120;
const options = { numRuns: RUNS, seed: 20260329 };

const byStartAndBranch = <T extends { readonly start: number; readonly branch: string }>(
  slots: readonly T[],
): T[] => [...slots].sort((a, b) => a.start - b.start || (a.branch < b.branch ? -1 : 1));

const sortedResources = <T extends { readonly resources: readonly string[] }>(
  slots: readonly T[],
): unknown[] => slots.map((slot) => ({ ...slot, resources: [...slot.resources].sort() }));

test('every offered slot is bookable, no bookable slot is missing, and those named are free', () => {
  let offered = 0;
  fc.assert(
    fc.property(arbitraryAsk, (ask) => {
      const slots = availability(ask);
      offered += slots.length;
      expect(sortedResources(byStartAndBranch(slots))).toEqual(
        sortedResources(byStartAndBranch(bookableByBruteForce(ask))),
      );
    }),
    options,
  );
  expect(offered).toBeGreaterThan(RUNS * 10);
});

test('a limit gives the earliest slots, and one start asked alone gives the same answer', () => {
  fc.assert(
    fc.property(arbitraryAsk, fc.nat(5), (ask, limit) => {
      const slots = availability(ask);
      expect(availability({ ...ask, limit })).toEqual(slots.slice(0, limit));
      const branch = ask.branch ?? 'north';
      const starts = slots.filter((slot) => slot.branch === branch).map((slot) => slot.start);
      expect(bookableStarts({ ...ask, branch })).toEqual(starts);
      for (const slot of slots.slice(0, 3))
        expect(slotAt({ ...ask, branch: slot.branch }, slot.start)).toEqual(slot);
    }),
    options,
  );
});

/** The question as if nothing were taken or counted. */
function atEase(ask: AvailabilityAsk): AvailabilityAsk {
  return { ...ask, busy: new Map(), counts: undefined, person: undefined };
}

/** A start anywhere, or more often one that would be offered if nothing were taken. */
const withStart = fc
  .tuple(arbitraryAsk, fc.constantFrom('north', 'south'), fc.nat(200), fc.constantFrom(true, true, false))
  .map(([ask, branch, step, easy]) => {
    const eased = easy ? availability({ ...atEase(ask), branch }) : [];
    const start = eased[step % eased.length]?.start ?? ask.from + step * 15;
    return { ask: { ...ask, branch }, start };
  });

test('a start is explained exactly when it is not offered', () => {
  const counted = new Map<string, number>();
  fc.assert(
    fc.property(withStart, ({ ask, start }) => {
      const reasons = explain({ ...ask, start });
      for (const { code } of reasons) counted.set(code, (counted.get(code) ?? 0) + 1);
      expect(reasons.length === 0).toBe(slotAt(ask, start) !== null);
    }),
    options,
  );
  expect([...counted.keys()].sort()).toEqual([
    'beyond-horizon',
    'closed',
    'limit-reached',
    'no-resource',
    'not-working',
    'off-grid',
    'past',
    'slot-taken',
    'too-soon',
    'wrong-branch',
    'wrong-person',
  ]);
});

test('taking the named reasons away makes the start appear', () => {
  fc.assert(
    fc.property(withStart, ({ ask, start }) => {
      const asked: Started = { ...ask, start };
      const reasons = explain(asked);
      let mended = withoutReasons(asked);
      // Whom a wish cannot get hides what else is in the way of everybody else.
      if (reasons.some((reason) => reason.code.startsWith('wrong-'))) mended = withoutReasons(mended);
      const impossible = explain(mended).every(
        (reason) => reason.code === 'no-resource' || reason.code === 'slot-taken',
      );
      expect(impossible && (explain(mended).length === 0 || needsMoreThanThereIs(mended))).toBe(true);
    }),
    options,
  );
});

test('every candidate of an offered start fits between what is taken, and there is one for each free person', () => {
  fc.assert(
    fc.property(arbitraryAsk, (ask) => {
      for (const slot of availability(ask).filter((_, index) => index % 9 === 0)) {
        const candidates = assign({ ...ask, branch: slot.branch, start: slot.start, limit: 8 });
        const used = new Set(candidates.flat().map((row) => row.resource));
        expect(candidates.length).toBeGreaterThan(0);
        expect(slot.resources.every((person) => used.has(person))).toBe(true);
        for (const row of candidates.flat()) {
          const own = (ask.busy.get(row.resource) ?? []).filter((busy) => busy.unit === row.unit);
          expect(own.some((busy) => collide(busy, row))).toBe(false);
        }
      }
    }),
    options,
  );
});

type Started = AvailabilityAsk & { readonly branch: string; readonly start: number };

function withoutReasons(ask: Started): Started {
  return explain(ask).reduce(withoutReason, ask);
}

/** The world without one reason: nobody else's time, no rule, open all day, or no wish. */
function withoutReason(ask: Started, reason: ReturnType<typeof explain>[number]): Started {
  const { business } = ask;
  const changed = (policy: Partial<typeof business.policy>): Started => ({
    ...ask,
    business: { ...business, policy: { ...business.policy, ...policy } },
  });
  switch (reason.code) {
    case 'past':
      return { ...ask, now: ask.start - business.policy.minimumNoticeMinutes };
    case 'too-soon':
      return changed({ minimumNoticeMinutes: 0 });
    case 'beyond-horizon':
      return changed({ horizonDays: 1000 });
    case 'off-grid':
      return changed({ gridMinutes: 1 });
    case 'closed':
      return { ...ask, business: { ...business, branches: business.branches.map(openAllDay) } };
    case 'slot-taken': {
      const busy = new Map(ask.busy);
      for (const { resource, busy: row } of reason.by)
        busy.set(
          resource,
          (busy.get(resource) ?? []).filter((each) => each !== row),
        );
      return { ...ask, busy };
    }
    case 'not-working':
      return withResource(ask, reason.resource, { hours: undefined, exceptions: undefined });
    case 'limit-reached':
      return withoutLimit(ask, reason);
    case 'wrong-branch':
    case 'wrong-person':
      return { ...ask, person: undefined };
    case 'no-resource':
      return ask;
  }
}

function withResource(ask: Started, id: string, own: Partial<Resource>): Started {
  const resources = ask.business.resources.map((each) => (each.id === id ? { ...each, ...own } : each));
  return { ...ask, business: { ...ask.business, resources } };
}

function withoutLimit(ask: Started, reason: LimitReached): Started {
  switch (reason.of) {
    case 'service':
      return { ...ask, service: { ...ask.service, limits: undefined } };
    case 'customer':
      return { ...ask, counts: ask.counts && { ...ask.counts, customer: new Map() } };
    case 'resource':
      return withResource(ask, reason.id ?? '', { limits: undefined });
  }
}

function openAllDay<B extends AvailabilityAsk['business']['branches'][number]>(branch: B): B {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));
  return { ...branch, hours, exceptions: [] };
}

/** Two people asked of a branch that has one: no freed time can help. */
function needsMoreThanThereIs(ask: Started): boolean {
  return assign({ ...ask, busy: new Map() }).length === 0;
}
