/** POST /bookings: books a wish at once, or a hold as it stands. */
import { bookHold, createBooking } from '../../commands';
import type { BookingView, CommandContext } from '../../commands/types';
import { assertVehicle } from '../availability/vehicle';
import { parsed } from '../parse';
import { refused, taken } from '../refusal';
import { confirmed, type Reader } from './answers';
import { freshBody, heldBody, type FreshBody, type HeldBody } from './schema';
import { assetInput, customerOf, wishOf } from './wish';

export type CreateBody =
  { readonly kind: 'held'; readonly held: HeldBody } | { readonly kind: 'fresh'; readonly fresh: FreshBody };

/** Which of the two it is shows by `hold`, so that what is wrong is said of the one that was meant. */
export function createBodyOf(body: unknown): CreateBody {
  const isHeld = typeof body === 'object' && body !== null && Object.hasOwn(body, 'hold');
  return isHeld
    ? { kind: 'held', held: parsed(heldBody, body) }
    : { kind: 'fresh', fresh: parsed(freshBody, body) };
}

export async function created(
  context: CommandContext,
  body: CreateBody,
  reader: Reader,
): Promise<BookingView> {
  // The answer under the caller's key is what makes a repeat harmless, so the deed itself needs no lasting key.
  const deed = context.newId();
  switch (body.kind) {
    case 'held': {
      const { hold, customer } = body.held;
      const named = customer && customerOf(customer, reader.business);
      return confirmed(
        await bookHold(context, { hold, ...(named ? { customer: named } : {}) }, deed),
        reader,
      );
    }
    case 'fresh':
      return booked(context, body.fresh, deed, reader);
  }
}

async function booked(
  context: CommandContext,
  fresh: FreshBody,
  deed: string,
  { business }: Reader,
): Promise<BookingView> {
  const { customer, asset, notes, branch, override } = fresh;
  assertVehicle(business, asset?.class, 'asset.class');
  const input = {
    ...wishOf(fresh, business),
    customer: customerOf(customer, business),
    ...(asset ? { asset: assetInput(asset) } : {}),
    ...(notes === undefined ? {} : { notes }),
    ...(override === undefined ? {} : { override }),
  };
  const result = await createBooking(context, input, deed);
  switch (result.kind) {
    case 'booked':
      return result.booking;
    case 'taken':
      throw taken(result.alternatives);
    case 'refused':
      throw refused(result.refusal, business, branch, result.alternatives);
  }
}
