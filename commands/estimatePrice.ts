/** What services will cost, out of the price list: kept with a reference, so that it can be booked at that price. */
import { addEstimate, addVersion, type NewLine } from '../models/statements/estimateVersions';
import { estimateOfKey, findEstimate } from '../models/statements/estimates';
import type { Business, Service } from '../scheduling/business';
import { addDays, minuteOf } from '../scheduling/localDate';
import { priceOf } from '../scheduling/price';
import { dayBounds, toLocalDate } from '../scheduling/zone';
import { estimateView, digestOf } from './estimateViews';
import { newReferences } from './references';
import type { CommandContext } from './types';
import type { EstimatePriceInput, EstimatePriceResult } from './visitTypes';

/** How long a price stands where the business says nothing. */
const USUAL_DAYS = 14;

export interface PriceFor {
  readonly customerId: string | null;
  readonly conversationId: string | null;
}

/**
 * A line for each service. Without a class of asset a line is a range over all of them; for a business without classes, or with
 * one named, least and most are the same. Reckoned in minor units, by the same function that prices a booking.
 */
export async function estimatePrice(
  context: CommandContext,
  input: EstimatePriceInput & PriceFor,
  key: string,
): Promise<EstimatePriceResult> {
  const { tx, business, clock } = context;
  const known = await estimateOfKey(tx, key);
  if (known !== null) return estimated(context, known);
  const lines: NewLine[] = [];
  for (const id of input.services) {
    const service = business.services.find((each) => each.id === id);
    if (!service) return { kind: 'unknown-service', service: id };
    lines.push(lineFor(business, service, input.assetClass));
  }
  const id = context.newId();
  const { customerId, conversationId, assetClass = null } = input;
  const [at, validUntil] = [clock.now(), lastInstant(business, clock.now())];
  const estimate = { id, kind: 'price', customerId, conversationId, orderId: null, assetClass } as const;
  const reference = await addEstimate(tx, { ...estimate, validUntil, at }, newReferences(context.newId));
  await addFirst(context, { id, reference, lines, key });
  return estimated(context, id);
}

interface First {
  readonly id: string;
  readonly reference: string;
  readonly lines: readonly NewLine[];
  readonly key: string;
}

async function addFirst({ tx, business, actor, clock }: CommandContext, first: First): Promise<void> {
  const { id, reference, lines, key } = first;
  const { currency } = business;
  const digest = digestOf({ reference, version: 1, currency, lines });
  const made = { estimateId: id, version: 1, lines, digest, noticeId: null, actor, key };
  await addVersion(tx, { ...made, at: clock.now() });
}

async function estimated(context: CommandContext, id: string): Promise<EstimatePriceResult> {
  const estimate = await findEstimate(context.tx, id);
  if (!estimate) throw new Error(`estimate ${id} was not made`);
  return { kind: 'estimated', estimate: estimateView(estimate, context.business, context.clock.now()) };
}

function lineFor(business: Business, service: Service, assetClass: string | null | undefined): NewLine {
  const classes = business.assets?.classes ?? [];
  const amounts = Object.fromEntries([
    ['', priceOf(business, service)],
    ...classes.map(({ id }) => [id, priceOf(business, service, id)] as const),
  ]);
  const title = service.names[business.languages[0] ?? ''] ?? service.id;
  if (assetClass !== undefined) {
    const amount = priceOf(business, service, assetClass ?? undefined);
    return { title, service: service.id, amount, most: amount, amounts };
  }
  const [amount, most] = [Math.min(...Object.values(amounts)), Math.max(...Object.values(amounts))];
  return { title, service: service.id, amount, most, amounts };
}

/** The end of the last local day, at the first branch. */
function lastInstant({ policy, branches }: Business, now: number): number {
  const zone = branches[0]?.zone ?? 'UTC';
  const last = addDays(toLocalDate(minuteOf(now), zone), policy.estimateDays ?? USUAL_DAYS);
  return dayBounds(last, zone).to * 60_000 - 1;
}
