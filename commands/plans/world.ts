/** Reads what is taken and, where there are limits, what counts against them, for several services at once: one round trip. */
import { busyAndCounted, type Counted } from '../../models/statements/planTime';
import { busy as readBusy } from '../../models/statements/time';
import type { BookingLimits, Branch, LocalDate, Minute, Service } from '../../scheduling/business';
import { busyWindow, type BusyByResource } from '../../scheduling/busy';
import { durationOf } from '../../scheduling/duration';
import { countedDays, type DayCounts } from '../../scheduling/limits';
import { resourcesOf } from '../../scheduling/pools';
import type { World, WorldCounts } from '../../scheduling/world';
import { toLocalDate } from '../../scheduling/zone';
import { busyByResource } from '../busyTime';
import { localDays } from '../localDays';
import type { CommandContext } from '../types';

export interface WorldAsk {
  readonly items: readonly { readonly service: Service; readonly assetClass?: string | undefined }[];
  readonly branch: Branch;
  /** Starts in `[from, to)` are of interest. */
  readonly from: Minute;
  readonly to: Minute;
  /** Bookings whose own time counts as free, because they would move. */
  readonly except: readonly string[];
  /** Whose limits count; null: nobody's. */
  readonly customer: string | null;
}

export async function worldFor(context: CommandContext, ask: WorldAsk): Promise<World> {
  const { tx, clock, business } = context;
  const { items, branch, except } = ask;
  const resources = [
    ...new Set(items.flatMap(({ service }) => resourcesOf({ business, service, branch: branch.id }))),
  ];
  const durations = items.map(({ service, assetClass }) => longest(context, service, assetClass));
  const window = busyWindow(business, Math.max(...durations), ask.from, ask.to);
  const now = clock.now();
  if (!hasLimits(context, ask, resources)) {
    const rows = await readBusy(tx, resources, window.from, window.to, now);
    return {
      busy: busyByResource(
        rows.filter((row) => !except.includes(row.booking)),
        undefined,
      ),
    };
  }
  const weeks = countedDays(business, branch, ask.from, ask.to);
  const days = localDays(weeks.from, weeks.to);
  const counted = await busyAndCounted(tx, {
    resources,
    from: Math.min(window.from, days.first),
    to: Math.max(window.to, days.last),
    now,
    services: [...new Set(items.map(({ service }) => service.id))],
    customer: ask.customer,
    days,
    except,
  });
  const rows = counted.busy.filter((row) => !except.includes(row.booking));
  const busy = busyByResource(rows, undefined);
  return { busy, counts: countsOf(counted, busy, branch.zone) };
}

/** By whoever is slowest at it. */
function longest({ business }: CommandContext, service: Service, assetClass: string | undefined): number {
  const people = [undefined, ...Object.keys(service.minutesByPerson ?? {})];
  return Math.max(...people.map((person) => durationOf(business, service, assetClass, person)));
}

function hasLimits(
  { business }: CommandContext,
  { items, customer }: WorldAsk,
  resources: readonly string[],
): boolean {
  const ofResources = business.resources.filter(({ id }) => resources.includes(id));
  return (
    (customer !== null && isLimit(business.policy.customerLimits)) ||
    [...items.map(({ service }) => service), ...ofResources].some(({ limits }) => isLimit(limits))
  );
}

function isLimit(limits: BookingLimits | undefined): boolean {
  return limits?.perDay !== undefined || limits?.perWeek !== undefined;
}

function countsOf({ services, customer }: Counted, busy: BusyByResource, zone: string): WorldCounts {
  const byService = new Map<string, Map<LocalDate, number>>();
  for (const [service, day, number] of services) {
    byService.set(service, (byService.get(service) ?? new Map<LocalDate, number>()).set(day, number));
  }
  const resources = new Map([...busy].map(([id, rows]) => [id, daysOf(rows, zone)]));
  return { resources, services: byService, customer: new Map(Object.entries(customer)) };
}

/** A booking counts once, however many units of the resource it takes. */
function daysOf(
  rows: readonly { readonly start: Minute; readonly booking?: string | undefined }[],
  zone: string,
): DayCounts {
  const starts = new Map(rows.map(({ booking, start }) => [booking, start]));
  const days = new Map<LocalDate, number>();
  for (const start of starts.values()) {
    const day = toLocalDate(start, zone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}
