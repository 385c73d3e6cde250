/** Reads what is taken and, where the business has limits, what counts against them: one round trip either way. */
import { busyAndCounts } from '../models/statements/counts';
import type { BookingLimits, LocalDate } from '../scheduling/business';
import { busyWindow, type BusyByResource } from '../scheduling/busy';
import { countedDays, type Counts, type DayCounts } from '../scheduling/limits';
import { resourcesOf } from '../scheduling/pools';
import { toLocalDate } from '../scheduling/zone';
import { busyByResource, busyTime, type BusyAsk } from './busyTime';
import { localDays } from './localDays';
import type { CommandContext } from './types';

export interface TakenAsk extends BusyAsk {
  /** Whose limits count; absent: nobody's. */
  readonly customer?: string | undefined;
}

export interface TakenTime {
  readonly busy: BusyByResource;
  /** Absent where nothing that is asked about has limits. */
  readonly counts?: Counts;
}

/** What has limits, of all that is asked about. */
interface Limited {
  readonly service: string | null;
  readonly customer: string | null;
  readonly resources: readonly string[];
}

export async function takenTime(context: CommandContext, ask: TakenAsk): Promise<TakenTime> {
  const limited = limitedOf(context, ask);
  const { service, customer, resources } = limited;
  if (service === null && customer === null && resources.length === 0)
    return { busy: await busyTime(context, ask) };
  return withCounts(context, ask, limited);
}

function limitedOf({ business }: CommandContext, { service, branch, customer }: TakenAsk): Limited {
  const involved = new Set(resourcesOf({ business, service, branch }));
  return {
    service: isLimit(service.limits) ? service.id : null,
    customer: isLimit(business.policy.customerLimits) ? (customer ?? null) : null,
    resources: business.resources
      .filter((each) => involved.has(each.id) && isLimit(each.limits))
      .map(({ id }) => id),
  };
}

function isLimit(limits: BookingLimits | undefined): boolean {
  return limits?.perDay !== undefined || limits?.perWeek !== undefined;
}

/** What resources have on their days shows in what is taken, read over whole weeks; the rest is counted by the database. */
async function withCounts(context: CommandContext, ask: TakenAsk, limited: Limited): Promise<TakenTime> {
  const { tx, clock, business } = context;
  const days = weeksOf(context, ask);
  const window = busyWindow(business, ask.duration, ask.from, ask.to);
  const whole = limited.resources.length > 0 ? localDays(days.from, days.to) : null;
  const read = await busyAndCounts(tx, {
    resources: resourcesOf({ business, service: ask.service, branch: ask.branch }),
    from: Math.min(window.from, whole?.first ?? window.from),
    to: Math.max(window.to, whole?.last ?? window.to),
    now: clock.now(),
    service: limited.service,
    customer: limited.customer,
    days: localDays(days.from, days.to),
    except: ask.except ?? null,
  });
  const busy = busyByResource(read.busy, ask.except);
  const resources = resourceCounts(context, busy, limited.resources);
  return { busy, counts: { resources, service: read.service, customer: read.customer } };
}

/** Whole weeks of all branches that are asked about. */
function weeksOf(
  { business }: CommandContext,
  { branch, from, to }: TakenAsk,
): { readonly from: LocalDate; readonly to: LocalDate } {
  const branches = business.branches.filter(({ id }) => branch === undefined || id === branch);
  const weeks = branches.map((each) => countedDays(business, each, from, to));
  const [first] = weeks.map((week) => week.from).sort();
  const last = weeks
    .map((week) => week.to)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) throw new Error('no branch to count the days of');
  return { from: first, to: last };
}

function resourceCounts(
  { business }: CommandContext,
  busy: BusyByResource,
  limited: readonly string[],
): ReadonlyMap<string, DayCounts> {
  const zones = new Map(business.branches.map(({ id, zone }) => [id, zone]));
  const counted = business.resources.filter(({ id }) => limited.includes(id));
  return new Map(
    counted.map(({ id, branch }) => [id, countsOf(busy.get(id) ?? [], zones.get(branch) ?? 'UTC')]),
  );
}

/** A booking counts once, however many units of the resource it takes. */
function countsOf(rows: readonly { start: number; booking?: string | undefined }[], zone: string): DayCounts {
  const starts = new Map(rows.map(({ booking, start }) => [booking, start]));
  const counts = new Map<LocalDate, number>();
  for (const start of starts.values()) {
    const date = toLocalDate(start, zone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return counts;
}
