/** How things stand, in words: work on what was brought, with its promise, and appointments to come. */
import type { BookingView } from '../../../commands/types';
import type { OrderView } from '../../../commands/visitTypes';
import type { Fact, Saying } from '../../../locales/saying';
import { assetText } from '../../asks/asset';
import { bookingLine } from '../../bookingWords';
import {
  branchById,
  branchFact,
  listFact,
  momentFact,
  nameFact,
  peopleFact,
  say,
  serviceFact,
  words,
} from '../../facts';
import type { World } from '../../talk';

/** Work that is ready says where to collect it; a missed promise is said, never passed over. */
export function orderSayings(world: World, order: OrderView): readonly Saying[] {
  const { business } = world;
  const { asset, service, note, promised, overdue, ready } = order;
  const due = promised === null ? undefined : momentFact(promised);
  const told = say(asset ? 'status.order' : 'status.orderVisit', {
    asset: asset ? { kind: 'code', text: assetText(asset) } : undefined,
    service: serviceFact(business, service),
    stage: stageFact(order),
    since: momentFact(order.stageSince),
    promised: overdue || ready ? undefined : due,
    missed: overdue ? due : undefined,
    note: note ?? undefined,
  });
  return [told, ...whatFollows(world, order)];
}

function whatFollows({ business }: World, { branch, ready, promised }: OrderView): readonly Saying[] {
  const place = { branch: branchFact(business, branch), address: branchById(business, branch)?.address };
  if (ready) return [say('status.collect', place)];
  return promised === null ? [say('status.noPromise')] : [];
}

/** The business's own name of the stage, or the usual words. */
function stageFact({ stage, stageNames }: OrderView): Fact {
  return stageNames ? nameFact(stageNames) : words(`stage.${stage}`);
}

/** One is told with all that matters, several in a line each. */
export function bookingsSaying(world: World, bookings: readonly BookingView[]): Saying {
  const [only] = bookings;
  const lines =
    only && bookings.length === 1 ? wholeOf(world, only) : bookings.map((each) => lineOf(world, each));
  return say('status.bookings', { lines: listFact(lines, 'lines') });
}

function wholeOf(world: World, booking: BookingView): readonly Fact[] {
  const people = peopleFact(world.business, booking.people);
  const reference: Fact = { kind: 'code', text: booking.reference };
  return [
    lineOf(world, booking),
    ...(people ? [words('status.with', { people })] : []),
    words('status.reference', { reference }),
  ];
}

function lineOf(world: World, booking: BookingView): Fact {
  if (booking.status !== 'checked-in' && booking.status !== 'in-service') return bookingLine(world, booking);
  const service = serviceFact(world.business, booking.service);
  return words('status.underWay', { service, when: momentFact(booking.start) });
}
