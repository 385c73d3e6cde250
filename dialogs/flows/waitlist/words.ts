/** What somebody waits for, in words: the service, the days, the hours, and by whom. */
import type { WaitlistView } from '../../../commands/waitlist/types';
import type { PreferenceWindow } from '../../../scheduling/waitlist';
import type { Fact, Saying } from '../../../locales/saying';
import { branchToTell, dateFact, listFact, personFact, say, serviceFact, timeFact, words } from '../../facts';
import type { World } from '../../talk';

type Waits = Pick<WaitlistView, 'service' | 'branch' | 'person' | 'windows'>;

export function waitFacts(
  { business }: World,
  { service, branch, person, windows }: Waits,
): Readonly<Record<string, Fact | undefined>> {
  return {
    service: serviceFact(business, service),
    branch: branchToTell(business, branch ?? undefined),
    person: personFact(business, person ?? undefined),
    days: daysFact(windows),
    hours: windows[0] && hoursFact(windows[0]),
  };
}

/** All that they wait for. */
export function waitingSaying(world: World, waits: readonly Waits[]): Saying {
  const lines = waits.map((each) => words('waitlist.line', waitFacts(world, each)));
  return say('waitlist.waiting', { lines: listFact(lines, 'lines') });
}

function daysFact(windows: readonly PreferenceWindow[]): Fact | undefined {
  const days = windows.map(({ from, to }) =>
    from === to ? dateFact(from) : words('waitlist.days', { first: dateFact(from), last: dateFact(to) }),
  );
  return listFact(days, 'or');
}

/** Undefined where any hour will do. */
function hoursFact({ earliest, latest }: PreferenceWindow): Fact | undefined {
  if (earliest === undefined || latest === undefined) return undefined;
  if (earliest === latest) return timeFact(earliest);
  return words('when.span', { from: timeFact(earliest), to: timeFact(latest) });
}
