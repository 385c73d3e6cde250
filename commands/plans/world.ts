/** Reads what is taken, for several services at once: one round trip. */
import { busy as readBusy } from '../../models/statements/time';
import type { Branch, Minute, Service } from '../../scheduling/business';
import { busyWindow, type Busy } from '../../scheduling/busy';
import { durationOf } from '../../scheduling/duration';
import { resourcesOf } from '../../scheduling/pools';
import type { World } from '../../scheduling/world';
import type { CommandContext } from '../types';

export interface WorldAsk {
  readonly items: readonly { readonly service: Service; readonly assetClass?: string | undefined }[];
  readonly branch: Branch;
  /** Starts in `[from, to)` are of interest. */
  readonly from: Minute;
  readonly to: Minute;
  /** Bookings whose own time counts as free, because they would move. */
  readonly except: readonly string[];
}

export async function worldFor(context: CommandContext, ask: WorldAsk): Promise<World> {
  const { tx, clock, business } = context;
  const { items, branch, except } = ask;
  const resources = items.flatMap(({ service }) => resourcesOf({ business, service, branch: branch.id }));
  const durations = items.map(({ service, assetClass }) => longest(context, service, assetClass));
  const window = busyWindow(business, Math.max(...durations), ask.from, ask.to);
  const rows = await readBusy(tx, [...new Set(resources)], window.from, window.to, clock.now());
  const busy = new Map<string, Busy[]>();
  for (const { resource, ...row } of rows) {
    if (except.includes(row.booking)) continue;
    const known = busy.get(resource);
    if (known) known.push(row);
    else busy.set(resource, [row]);
  }
  return { busy };
}

/** By whoever is slowest at it. */
function longest({ business }: CommandContext, service: Service, assetClass: string | undefined): number {
  const people = [undefined, ...Object.keys(service.minutesByPerson ?? {})];
  return Math.max(...people.map((person) => durationOf(business, service, assetClass, person)));
}
