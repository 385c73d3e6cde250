/** Books at once, without a hold: for the API and the desk, where nobody reads anything back. */
import type { BookingRecord } from '../models/bookingRecords';
import { lockDeed, makeBooking } from '../models/statements/bookings';
import type { LocalDateTime, Minute } from '../scheduling/business';
import { alternativesAfter, alternativesTo } from './alternatives';
import { candidatesFor } from './candidates';
import { onFreshBusiness } from './fresh';
import { customerNamed } from './customerNamed';
import { classOf, keepAsset, type AssetInput } from './keepAsset';
import { limitReached } from './limits';
import { assertMayOverride } from './override';
import type { Plan } from './plan';
import { newReferences } from './references';
import { requestFor } from './requests';
import { firstNotTaken, planSomewhere, type WishAnywhere } from './somewhere';
import type { BookingView, CommandContext, Override, Refusal, TimeSlotView } from './types';
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
  /** For staff alone. */
  readonly override?: Override;
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
  assertMayOverride(context, input.override);
  const done = await lockDeed(context.tx, key);
  if (done) return booked(context, done);
  return onFreshBusiness(context, async (fresh) => {
    const planned = planSomewhere(fresh, wishOf(fresh, input));
    if (planned.kind === 'planned')
      return firstNotTaken(planned.plans, (plan) => bookPlan(fresh, plan, input, key));
    const { refusal, plan } = planned;
    return { kind: 'refused', refusal, alternatives: await alternativesAfter(fresh, refusal, plan) };
  });
}

function wishOf({ business }: CommandContext, input: CreateBookingInput): WishAnywhere {
  const { service, branch, person, start, startMinute, override, asset } = input;
  return { service, branch, person, start, startMinute, override, assetClass: classOf(business, asset) };
}

async function bookPlan(
  context: CommandContext,
  planned: Plan,
  input: CreateBookingInput,
  key: string,
): Promise<CreateBookingResult | 'stale'> {
  const customer = await customerNamed(context, input.customer);
  const asset = input.asset && (await keepAsset(context, customer, input.asset));
  const plan = { ...planned, customer };
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
    case 'limit-reached':
      return limitReached(context, plan, made.limit);
    case 'stale':
      return 'stale';
  }
}

function booked(context: CommandContext, booking: BookingRecord): CreateBookingResult {
  return { kind: 'booked', booking: bookingView(booking, context.business, context.clock.now()) };
}
