/** What clients do, drawn by chance, done on the real thing, and what came of it. */
import { randomUUID } from 'node:crypto';
import { bindCommands, createBooking, reschedule } from '../../commands';
import type { Actor, BookingView, Commands } from '../../commands/types';
import { expireLapsedHolds } from '../../models/statements/expiry';
import { wish, type Client } from '../integration/data/support/shop';
import type { Known } from './model';
import type { Numbers } from './numbers';
import { BRANCH, MOST_SEATS, OFFERS, STARTS, type Studio } from './studio';

export type Deed =
  | {
      readonly kind: 'hold' | 'book';
      readonly owner: number;
      readonly service: string;
      readonly start: string;
    }
  | { readonly kind: 'move'; readonly booking: Known; readonly service: string; readonly start: string }
  | { readonly kind: 'confirm' | 'release' | 'cancel'; readonly booking: Known }
  | { readonly kind: 'reschedule'; readonly booking: Known; readonly start: string }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'expire' }
  | { readonly kind: 'seats'; readonly seats: number };

export interface Answer {
  readonly kind: string;
  readonly booking?: BookingView;
}

type Kind = Deed['kind'];

/** How often each is drawn. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['hold', 30],
  ['confirm', 20],
  ['move', 12],
  ['reschedule', 14],
  ['book', 8],
  ['cancel', 6],
  ['release', 4],
  ['wait', 4],
  ['expire', 1],
  ['seats', 2],
];
const ALL_SHARES = SHARES.reduce((sum, [, share]) => sum + share, 0);

/**
 * @param bookings those that may be changed; without any, something new is wished for
 * @param mayResize whether the owner changes how many seats there are
 */
export function drawDeed(
  numbers: Numbers,
  owner: number,
  bookings: readonly Known[],
  mayResize = true,
): Deed {
  const drawn = drawKind(numbers);
  const kind = drawn === 'seats' && !mayResize ? 'hold' : drawn;
  const [service, start] = [numbers.pick(Object.keys(OFFERS)), numbers.pick(STARTS)];
  switch (kind) {
    case 'hold':
    case 'book':
      return { kind, owner, service, start };
    case 'wait':
      return { kind, minutes: 1 + numbers.below(4) };
    case 'expire':
      return { kind };
    case 'seats':
      return { kind, seats: 1 + numbers.below(MOST_SEATS) };
    case 'move':
    case 'confirm':
    case 'release':
    case 'cancel':
    case 'reschedule':
      return bookings.length === 0
        ? { kind: 'hold', owner, service, start }
        : { kind, booking: drawBooking(numbers, bookings), service, start };
  }
}

/** Mostly one of the latest: the others are over. */
function drawBooking(numbers: Numbers, bookings: readonly Known[]): Known {
  return numbers.pick(numbers.next() < 0.7 ? bookings.slice(-3) : bookings);
}

function drawKind(numbers: Numbers): Kind {
  let left = numbers.below(ALL_SHARES);
  for (const [kind, share] of SHARES) {
    if (left < share) return kind;
    left -= share;
  }
  return 'hold';
}

/** Does it in the studio, in a transaction of its own, as the client whose it is. */
export async function perform(studio: Studio, clients: readonly Client[], deed: Deed): Promise<Answer> {
  switch (deed.kind) {
    case 'wait':
      studio.shop.clock.advance(deed.minutes * 60_000);
      return { kind: 'waited' };
    case 'expire':
      return expire(studio);
    case 'seats':
      return { kind: (await studio.setSeats(deed.seats)).result };
    case 'hold':
    case 'book':
      return make(studio, clientOf(clients, deed.owner), deed);
    case 'move':
    case 'confirm':
    case 'release':
    case 'cancel':
    case 'reschedule':
      return change(studio, clientOf(clients, deed.booking.owner), deed);
  }
}

async function expire({ shop }: Studio): Promise<Answer> {
  await shop.database.inTenant(shop.tenant.tenantId, (tx) => expireLapsedHolds(tx, shop.clock.now(), 1000));
  return { kind: 'expired' };
}

async function make(
  { shop }: Studio,
  client: Client,
  { kind, service, start, owner }: Extract<Deed, { kind: 'hold' | 'book' }>,
): Promise<Answer> {
  if (kind === 'hold') {
    const given = wish(client, { service, start, branch: BRANCH });
    const result = await shop.as(client, (commands) => commands.hold(given, randomUUID()));
    return short(result);
  }
  const customer = { name: 'Ada Lovelace', phone: `+4915${String(owner + 1).padStart(9, '0')}` };
  const input = { service, start, branch: BRANCH, customer };
  const result = await shop.run({ kind: 'api', key: 'model' }, (context) =>
    createBooking(context, input, randomUUID()),
  );
  return short(result);
}

/** Bookings that were made without a hold belong to whoever was named; an agent changes them. */
async function change(
  { shop }: Studio,
  client: Client,
  deed: Extract<Deed, { readonly booking: Known }>,
): Promise<Answer> {
  const { id, byAgent } = deed.booking;
  const actor: Actor = byAgent ? { kind: 'agent', agentId: 'model' } : { kind: 'customer', ...client };
  return shop.run(actor, async (context) => {
    if (deed.kind !== 'reschedule')
      return changeTalking(bindCommands(context, undefined, client), client, deed);
    return short(await reschedule(context, { bookingId: id, start: deed.start }, randomUUID()));
  });
}

async function changeTalking(
  commands: Commands,
  client: Client,
  deed: Exclude<Extract<Deed, { readonly booking: Known }>, { readonly kind: 'reschedule' }>,
): Promise<Answer> {
  const { id: bookingId } = deed.booking;
  switch (deed.kind) {
    case 'move': {
      const { service, start } = deed;
      const given = wish(client, { service, start, branch: BRANCH });
      const result = await commands.move({ ...given, bookingId }, randomUUID());
      return short(result);
    }
    case 'confirm': {
      const shown = await commands.look(bookingId);
      return shown === null
        ? { kind: 'gone' }
        : short(await commands.confirm({ bookingId, shown }, randomUUID()));
    }
    case 'release':
      await commands.release(bookingId);
      return { kind: 'released' };
    case 'cancel':
      return short(await commands.cancel({ bookingId, shownFee: 0 }, randomUUID()));
  }
}

/** The kind, with the rule where one refuses, and the booking where there is one. */
function short(result: {
  readonly kind: string;
  readonly booking?: BookingView;
  readonly hold?: BookingView;
  readonly refusal?: { readonly rule: string };
}): Answer {
  const kind = result.refusal ? `${result.kind} ${result.refusal.rule}` : result.kind;
  const booking = result.booking ?? result.hold;
  return booking ? { kind, booking } : { kind };
}

export function clientOf(clients: readonly Client[], owner: number): Client {
  const client = clients[owner];
  if (!client) throw new Error(`there is no client ${String(owner)}`);
  return client;
}
