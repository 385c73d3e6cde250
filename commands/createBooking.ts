/** Books at once, without a hold: for the API and the desk, where nobody reads anything back. */
import type { BookingRecord } from '../models/bookingRecords';
import { lockDeed, makeBooking } from '../models/statements/bookings';
import { addCustomer } from '../models/statements/customers';
import { slotAt } from '../scheduling/availability';
import type { LocalDateTime, Minute } from '../scheduling/business';
import { minuteOf } from '../scheduling/localDate';
import { alternativesAfter, alternativesTo } from './alternatives';
import { busyTime } from './busyTime';
import { candidatesFor } from './candidates';
import { findCustomer } from './findCustomer';
import { onFreshBusiness } from './fresh';
import { keepAsset, type AssetInput } from './keepAsset';
import { planFor, type Plan, type Planned } from './plan';
import { newReferences } from './references';
import { requestFor } from './requests';
import type { BookingView, CommandContext, Refusal, TimeSlotView } from './types';
import { bookingView } from './views';

export interface CreateBookingInput {
  readonly service: string;
  /** Wall time of the branch. */
  readonly start: LocalDateTime;
  readonly startMinute?: Minute;
  /** Absent: the first branch, in the business's order, where it is free. */
  readonly branch?: string;
  readonly person?: string;
  readonly customer: { readonly name: string; readonly phone: string };
  readonly asset?: AssetInput;
  readonly notes?: string;
}

export type CreateBookingResult =
  | { readonly kind: 'booked'; readonly booking: BookingView }
  | { readonly kind: 'taken'; readonly alternatives: readonly TimeSlotView[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly alternatives: readonly TimeSlotView[] };

/** The same key books once, and answers the booking as it is now. */
export async function createBooking(
  context: CommandContext,
  input: CreateBookingInput,
  key: string,
): Promise<CreateBookingResult> {
  const done = await lockDeed(context.tx, key);
  if (done) return booked(context, done);
  return onFreshBusiness(context, async (fresh) => {
    const planned = await planSomewhere(fresh, input);
    if (planned.kind === 'planned') return bookPlan(fresh, planned.plan, input, key);
    const { refusal, plan } = planned;
    return { kind: 'refused', refusal, alternatives: await alternativesAfter(fresh, refusal, plan) };
  });
}

/** At the branch that was said, or the first one that has the time free, or the first one at all to say why not. */
async function planSomewhere(context: CommandContext, input: CreateBookingInput): Promise<Planned> {
  const { business, clock } = context;
  const now = minuteOf(clock.now());
  const branches = input.branch === undefined ? business.branches.map((each) => each.id) : [input.branch];
  const all = branches.map((branch) =>
    planFor(business, { ...input, branch, assetClass: input.asset?.class }, now),
  );
  const plans = all.flatMap((each) => (each.kind === 'planned' ? [each.plan] : []));
  const [only, ...others] = plans;
  if (only && others.length === 0) return { kind: 'planned', plan: only };
  const free = only && (await firstFree(context, plans));
  return free
    ? { kind: 'planned', plan: free }
    : (all.find((each) => each.kind === 'planned') ?? firstOf(all));
}

function firstOf(all: readonly Planned[]): Planned {
  const [first] = all;
  if (!first) throw new Error('a business without branches books nothing');
  return first;
}

async function firstFree(context: CommandContext, plans: readonly Plan[]): Promise<Plan | undefined> {
  const now = minuteOf(context.clock.now());
  for (const plan of plans) {
    const { business, service, branch, person, assetClass, start, end } = plan;
    const ask = { service, branch: branch.id, duration: end - start, from: start, to: start + 1 };
    const busy = await busyTime(context, ask);
    if (slotAt({ business, service, branch: branch.id, person, assetClass, now, busy }, start)) return plan;
  }
  return undefined;
}

async function bookPlan(
  context: CommandContext,
  plan: Plan,
  input: CreateBookingInput,
  key: string,
): Promise<CreateBookingResult | 'stale'> {
  const customer = await customerFor(context, input.customer);
  const asset = input.asset && (await keepAsset(context, customer, input.asset));
  const found = await candidatesFor(context, plan);
  const request = requestFor(context, plan, found, {
    id: context.newId(),
    conversation: null,
    asset: asset?.id ?? null,
    attendee: input.customer.name,
    heldUntil: null,
    status: 'confirmed',
    deed: 'booked',
    key,
  });
  const references = newReferences(context.newId);
  const notes = input.notes ?? null;
  const made = await makeBooking(context.tx, { ...request, customer, references, holdLimit: null, notes });
  switch (made.kind) {
    case 'made':
    case 'repeated':
      return booked(context, made.booking);
    case 'taken':
    case 'too-many-holds':
      return { kind: 'taken', alternatives: await alternativesTo(context, plan) };
    case 'stale':
      return 'stale';
  }
}

async function customerFor(
  context: CommandContext,
  customer: { readonly name: string; readonly phone: string },
): Promise<string> {
  const found = await findCustomer(context, customer);
  if (found) return found.id;
  const id = context.newId();
  await addCustomer(context.tx, { ...customer, id, at: context.clock.now() });
  return id;
}

function booked(context: CommandContext, booking: BookingRecord): CreateBookingResult {
  return { kind: 'booked', booking: bookingView(booking, context.business, context.clock.now()) };
}
