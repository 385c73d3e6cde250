/** When a service could be booked. */
import { availability as slotsOf } from '../scheduling/availability';
import { minuteOf } from '../scheduling/localDate';
import type { Business, Service } from '../scheduling/business';
import { onlyFor } from './actors';
import { longestMinutes } from './duration';
import { takenTime } from './takenTime';
import type { AvailabilityInput, AvailabilityResult, CommandContext, Refusal } from './types';
import { slotView } from './views';

/** Bookable starts in `[from, to)`, earliest first; one round trip. A person who never serves there gives no slots. */
export async function availability(
  context: CommandContext,
  input: AvailabilityInput,
): Promise<AvailabilityResult> {
  const { business } = context;
  const service = business.services.find((each) => each.id === input.service);
  if (!service) return { kind: 'refused', refusal: { rule: 'unknown-service', value: input.service } };
  const refusal = unknownIn(business, input);
  return refusal ? { kind: 'refused', refusal } : slotsFor(context, service, input);
}

function unknownIn({ branches, resources }: Business, { branch, person }: AvailabilityInput): Refusal | null {
  if (branch !== undefined && !branches.some((each) => each.id === branch)) {
    return { rule: 'unknown-branch', value: branch };
  }
  if (person !== undefined && !resources.some((each) => each.id === person)) {
    return { rule: 'unknown-resource', value: person };
  }
  return null;
}

async function slotsFor(
  context: CommandContext,
  service: Service,
  input: AvailabilityInput,
): Promise<AvailabilityResult> {
  const { business, clock } = context;
  const duration = longestMinutes(business, service, input.assetClass);
  const { branch, from, to, except } = input;
  const customer = onlyFor(context.actor) ?? undefined;
  const taken = await takenTime(context, { service, branch, duration, from, to, customer, except });
  const slots = slotsOf({ ...input, business, service, now: minuteOf(clock.now()), ...taken });
  return { kind: 'slots', slots: slots.map((slot) => slotView(slot, business)) };
}
