/** Reads what is taken, in the shape that scheduling reckons with. */
import type { BusyRow } from '../models/records';
import { busy as readBusy, busyPlaces } from '../models/statements/time';
import type { Minute, Service } from '../scheduling/business';
import { busyWindow, type Busy, type BusyByResource } from '../scheduling/busy';
import { resourcesOf } from '../scheduling/pools';
import type { CommandContext } from './types';

export const NOBODY_BUSY: BusyByResource = new Map();

export interface BusyAsk {
  readonly service: Service;
  /** Absent: every branch. */
  readonly branch?: string | undefined;
  /** Minutes of the appointment. */
  readonly duration: number;
  /** Starts in `[from, to)` are of interest. */
  readonly from: Minute;
  readonly to: Minute;
  /** A booking whose own time counts as free, because it would move. */
  readonly except?: string | undefined;
  /** Whether each row has to tell its booking: much dearer where there are many. */
  readonly whose?: boolean | undefined;
}

/** One round trip. */
export async function busyTime(context: CommandContext, ask: BusyAsk): Promise<BusyByResource> {
  const { tx, clock, business } = context;
  const resources = resourcesOf({ business, service: ask.service, branch: ask.branch });
  const window = busyWindow(business, ask.duration, ask.from, ask.to);
  if (ask.whose !== true)
    return busyPlaces(tx, { resources, ...window, now: clock.now(), except: ask.except });
  const rows = await readBusy(tx, resources, window.from, window.to, clock.now());
  return busyByResource(rows, ask.except);
}

/** @param except a booking whose rows are left out */
export function busyByResource(rows: readonly BusyRow[], except: string | undefined): BusyByResource {
  const byResource = new Map<string, Busy[]>();
  for (const { resource, ...row } of rows) {
    if (row.booking === except) continue;
    const known = byResource.get(resource);
    if (known) known.push(row);
    else byResource.set(resource, [row]);
  }
  return byResource;
}
