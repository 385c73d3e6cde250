/** What is taken around a stretch that became free, for all that those who wait could want there. */
import { busy as readBusy } from '../../models/statements/time';
import type { Minute } from '../../scheduling/business';
import { busyWindow, type BusyByResource } from '../../scheduling/busy';
import { resourcesOf } from '../../scheduling/pools';
import { busyByResource } from '../busyTime';
import type { CommandContext } from '../types';

/** No service lasts longer: half a day more than the longest shift that opening hours know. */
const LONGEST_MINUTES = 2880;

export interface FreedWorldAsk {
  readonly branch: string;
  /** Ids of services; unknown ones want nothing. */
  readonly services: ReadonlySet<string>;
  readonly from: Minute;
  readonly to: Minute;
}

/** One round trip. */
export async function freedWorld(context: CommandContext, ask: FreedWorldAsk): Promise<BusyByResource> {
  const { tx, clock, business } = context;
  const services = business.services.filter(({ id }) => ask.services.has(id));
  const ids = services.flatMap((service) => resourcesOf({ business, service, branch: ask.branch }));
  const window = busyWindow(business, LONGEST_MINUTES, ask.from - LONGEST_MINUTES, ask.to);
  const rows = await readBusy(tx, [...new Set(ids)], window.from, window.to, clock.now());
  return busyByResource(rows, undefined);
}
