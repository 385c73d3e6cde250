/** Why a time cannot be had, in words: the reasons that scheduling names, the first of them, none said twice. */
import { durationOf } from '../../../scheduling/duration';
import type { Branch, LocalDateTime, Minute } from '../../../scheduling/business';
import type { Reason, Taken } from '../../../scheduling/explain';
import { gridAround, gridOf, isOnGrid } from '../../../scheduling/grid';
import type { LimitReached } from '../../../scheduling/limits';
import { timeOfMinute } from '../../../scheduling/localDate';
import type { Refusal } from '../../../scheduling/rules';
import type { NotWorking } from '../../../scheduling/workingHours';
import { toLocal } from '../../../scheduling/zone';
import type { Fact, Saying } from '../../../locales/saying';
import {
  branchById,
  branchFact,
  branchToTell,
  businessFact,
  dateFact,
  listFact,
  momentFact,
  personFact,
  say,
  serviceFact,
  serviceOf,
  timeFact,
  words,
} from '../../facts';
import type { Scene } from '../../flow';
import { isRecord } from '../../json';
import type { World } from '../../talk';
import { slotText } from '../../turn';

/** What was wished for. */
export interface Wished {
  readonly world: World;
  readonly start: LocalDateTime;
  readonly service: string;
  readonly branch: string;
  readonly person: string | undefined;
  readonly assetClass: string | undefined;
}

const MOST_REASONS = 2;

/** Service, branch, person and kind of asset as the walk has settled them. */
export function placeIn({ settled }: Scene): Omit<Wished, 'world' | 'start'> {
  const asset = settled['asset'];
  return {
    service: slotText(settled, 'service') ?? '',
    branch: slotText(settled, 'branch') ?? '',
    person: slotText(settled, 'person'),
    assetClass: isRecord(asset) ? slotText(asset, 'class') : undefined,
  };
}

/** At most two, in the order in which they were found; empty where there is nothing to tell. */
export function reasonSayings(reasons: readonly Reason[], wished: Wished): readonly Saying[] {
  const branch = branchById(wished.world.business, wished.branch);
  if (!branch) return [];
  const sayings = summed(reasons, wished).map((reason) => sayingOf(reason, wished, branch));
  const said = new Set<string>();
  const once = sayings.filter((saying) => {
    const fresh = !said.has(saying.key);
    said.add(saying.key);
    return fresh;
  });
  return once.slice(0, MOST_REASONS);
}

/** Who is away, and what is taken beside, matters where a person was wished for; else one thing is enough. */
function summed(reasons: readonly Reason[], { person }: Wished): readonly Reason[] {
  const first = reasons.find(({ code }) => code === 'slot-taken');
  const isBeside = (reason: Reason): boolean => {
    if (reason.code === 'not-working') return first !== undefined && reason.resource !== person;
    return reason.code === 'slot-taken' && person === undefined && reason !== first;
  };
  return reasons.filter((reason) => !isBeside(reason));
}

function sayingOf(reason: Reason, wished: Wished, branch: Branch): Saying {
  const { business } = wished.world;
  switch (reason.code) {
    case 'no-resource':
    case 'wrong-person':
    case 'wrong-branch':
      return neverThere(reason, wished);
    case 'not-working':
      return away(reason, wished);
    case 'slot-taken':
      return taken(reason, wished);
    case 'limit-reached':
      return full(reason, wished);
    case 'closed':
      return closed(reason, wished, branch);
    case 'past':
      return say('why.past', { when: momentFact(wished.start) });
    case 'too-soon': {
      const notice: Fact = { kind: 'minutes', minutes: reason.noticeMinutes };
      const bound = boundFact(reason.earliest, wished, branch, 'after');
      return say('why.tooSoon', { when: momentFact(wished.start), notice, bound });
    }
    case 'beyond-horizon': {
      const bound = boundFact(reason.latest, wished, branch, 'before');
      return say('why.tooFar', { when: momentFact(wished.start), bound });
    }
    case 'off-grid': {
      const step: Fact = { kind: 'minutes', minutes: business.policy.gridMinutes };
      return say('why.grid', { when: momentFact(wished.start), step });
    }
  }
}

function neverThere(
  reason: Extract<Reason, { code: 'no-resource' | 'wrong-person' | 'wrong-branch' }>,
  { world, service, branch }: Wished,
): Saying {
  const { business } = world;
  const facts = { service: serviceFact(business, service) };
  switch (reason.code) {
    case 'no-resource':
      return say('why.notHere', { ...facts, branch: branchFact(business, branch) });
    case 'wrong-person':
      return say('why.personCannot', { ...facts, person: personFact(business, reason.resource) });
    case 'wrong-branch': {
      const person = personFact(business, reason.resource);
      return say('why.personElsewhere', { person, branch: branchFact(business, reason.branch) });
    }
  }
}

function away({ resource, kind, date, hours }: NotWorking, { world, service, person }: Wished): Saying {
  const { business } = world;
  if (kind !== 'person') return notToBeHad(kind);
  if (resource !== person) return say('why.nobodyWorks', { service: serviceFact(business, service) });
  const facts = { person: personFact(business, resource), date: dateFact(date) };
  if (hours.length === 0) return say('why.personOff', facts);
  return say('why.personHours', { ...facts, hours: hoursFact(hours) });
}

function taken({ kind, by }: Taken, { world, service, person }: Wished): Saying {
  const { business } = world;
  if (kind !== 'person') return notToBeHad(kind);
  const gap = by.length > 0 && by.every(({ because }) => because === 'buffer');
  const wished = personFact(business, person);
  if (wished) return say(gap ? 'why.personGap' : 'why.personBusy', { person: wished });
  return gap ? say('why.peopleGap') : say('why.nobody', { service: serviceFact(business, service) });
}

function notToBeHad(kind: 'bay' | 'room' | 'equipment'): Saying {
  switch (kind) {
    case 'bay':
      return say('why.bay');
    case 'room':
      return say('why.room');
    case 'equipment':
      return say('why.equipment');
  }
}

function full({ of, id, per, most }: LimitReached, { world, service, start }: Wished): Saying {
  const { business } = world;
  const date = dateFact(start);
  switch (of) {
    case 'resource': {
      const person = personFact(business, id ?? undefined);
      return person
        ? say('why.personFull', { person, date })
        : say('why.nobody', { service: serviceFact(business, service) });
    }
    case 'service':
      return say(per === 'day' ? 'why.limitDay' : 'why.limitWeek', {
        service: serviceFact(business, service),
        date,
      });
    case 'customer':
      return say(per === 'day' ? 'why.ownDay' : 'why.ownWeek', { count: most, date });
  }
}

function closed(reason: Extract<Refusal, { code: 'closed' }>, wished: Wished, branch: Branch): Saying {
  const { business } = wished.world;
  const where = branchToTell(business, branch.id) ?? businessFact(business);
  const facts = { branch: where, date: dateFact(reason.date), reason: reason.reason ?? undefined };
  if (reason.hours.length === 0 || reason.lastStart === null) return say('why.closedDay', facts);
  const service = serviceOf(business, wished.service);
  const minutes = service && durationOf(business, service, wished.assetClass);
  return say('why.hours', {
    ...facts,
    hours: hoursFact(reason.hours),
    service: serviceFact(business, wished.service),
    duration: minutes === undefined ? undefined : { kind: 'minutes', minutes },
    bound: timeFact(toLocal(bound(reason.lastStart, wished, branch, 'before'), branch.zone)),
  });
}

function hoursFact(hours: readonly { readonly from: number; readonly to: number }[]): Fact | undefined {
  const spans = hours.map(({ from, to }) =>
    words('when.span', { from: timeFact(timeOfMinute(from)), to: timeFact(timeOfMinute(to)) }),
  );
  return listFact(spans, 'and');
}

function boundFact(minute: Minute, wished: Wished, branch: Branch, side: 'before' | 'after'): Fact {
  return momentFact(toLocal(bound(minute, wished, branch, side), branch.zone));
}

/** The first or last start of the grid that the bound allows. */
function bound(minute: Minute, { world }: Wished, branch: Branch, side: 'before' | 'after'): Minute {
  const grid = gridOf(world.business, branch);
  return isOnGrid(minute, grid) ? minute : gridAround(minute, grid)[side];
}
