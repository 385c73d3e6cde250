/** A customer's past visits, page by page, and what the last of them was: "the same as last time". */
import type { BookingRecord } from '../models/bookingRecords';
import { pastVisits } from '../models/statements/profiles';
import type { Minute } from '../scheduling/business';
import { minuteOf } from '../scheduling/localDate';
import { assertActsFor } from './actors';
import { conversationOnly, reachOf } from './profileReach';
import type { CommandContext } from './types';
import { bookingView } from './views';
import type { HistoryInput, HistoryResult, LastVisitResult } from './visitTypes';

const USUAL_MONTHS = 12;
const USUAL_PAGE = 5;
const LONGEST_PAGE = 50;
/** The mean month of the Gregorian calendar, in minutes: nobody minds on which hour a year ends. */
const MONTH = (146_097 / 4800) * 1440;

/** Done, or over without anybody having said so; what was cancelled or missed is no visit. */
export async function historyOf(
  context: CommandContext,
  customerId: string,
  { months = USUAL_MONTHS, before, limit = USUAL_PAGE }: HistoryInput = {},
): Promise<HistoryResult> {
  const size = Math.max(1, Math.min(limit, LONGEST_PAGE));
  const found = await visits(context, customerId, { months, before: before ?? null, limit: size + 1 });
  if (!found) return { kind: 'unproven' };
  const { business, clock } = context;
  const shown = found.slice(0, size);
  const last = found.length > size ? shown.at(-1) : undefined;
  return {
    kind: 'visits',
    visits: shown.map((visit) => bookingView(visit, business, clock.now())),
    next: last ? { startMinute: last.start, id: last.id } : null,
  };
}

/** However long ago it was. What is not offered any more is null, for the talk to ask for. */
export async function sameAsLast(context: CommandContext, customerId: string): Promise<LastVisitResult> {
  const found = await visits(context, customerId, { months: Infinity, before: null, limit: 1 });
  if (!found) return { kind: 'unproven' };
  const [last] = found;
  if (!last) return { kind: 'none' };
  const { business, clock } = context;
  const visit = bookingView(last, business, clock.now());
  const service = business.services.find(({ id }) => id === last.service);
  const branch = business.branches.find(({ id }) => id === last.branch);
  const able = service?.needs.flatMap(({ pool }) => pool) ?? [];
  const person = visit.people.find((id) => able.includes(id));
  return {
    kind: 'last',
    visit,
    service: service?.id ?? null,
    branch: branch?.id ?? null,
    person: person ?? null,
    asset: last.asset,
  };
}

interface Page {
  readonly months: number;
  readonly before: { readonly startMinute: Minute; readonly id: string } | null;
  readonly limit: number;
}

/** Null for who has not shown who they are. */
async function visits(
  context: CommandContext,
  customerId: string,
  { months, before, limit }: Page,
): Promise<readonly BookingRecord[] | null> {
  assertActsFor(context, customerId);
  const reach = await reachOf(context);
  if (reach.kind === 'nothing') return null;
  const now = context.clock.now();
  const since = Math.max(0, Math.floor(minuteOf(now) - months * MONTH));
  const conversation = conversationOnly(reach);
  return pastVisits(context.tx, { customerId, conversation, now, since, before, limit });
}
