/** Cancelling bookings: which, the read-back with what it costs, and only with a yes they are cancelled. */
import type { BookingView, CancelResult } from '../../commands/types';
import { REFERENCE } from '../asks/booking';
import { bookingLine } from '../bookingWords';
import { listFact, moneyFact, say } from '../facts';
import { ask, deed, type Flow, type SayStep, type Scene } from '../flow';
import { toJson } from '../json';
import type { Json } from '../talk';
import { bookingIn } from './booking/hold';
import { bookingFacts } from './booking/readBack';
import { AGREED, quotesIn, readBack } from './cancel/readBack';
import { begins, whichGoes } from './cancel/which';

const CANCELLED = 'cancelled';

type Cancelling = readonly { readonly bookingId: string; readonly shownFee: number }[];
type Cancelled =
  | { readonly kind: 'cancelled'; readonly bookings: readonly BookingView[] }
  | Exclude<CancelResult, { readonly kind: 'cancelled' }>;

const cancelThem = deed<Cancelling, Cancelled>({
  id: CANCELLED,
  seals: true,
  inputs: ({ frame }) => {
    const consent = frame.facts[AGREED];
    if (!consent) return null;
    return quotesIn(consent.inputs).map(({ booking, fee }) => ({ bookingId: booking.id, shownFee: fee }));
  },
  run: async (inputs, scene, key) => cancelEach(inputs, scene, key),
  results: {
    cancelled: ({ bookings }) => ({ keep: toJson(bookings) }),
    changed: () => ({ drops: [AGREED], says: [say('cancel.feeChanged')] }),
    over: () => ({ says: [say('cancel.over')], ends: true }),
    unknown: () => ({ says: [say('cancel.over')], ends: true }),
  },
});

/** The first that cannot go tells why; those before it are gone, and told by the read-back that comes anew. */
async function cancelEach(inputs: Cancelling, { world }: Scene, key: string): Promise<Cancelled> {
  const bookings: BookingView[] = [];
  for (const each of inputs) {
    const result = await world.commands.cancel(each, `${key} ${each.bookingId}`);
    if (result.kind === 'cancelled') bookings.push(result.booking);
    else if (bookings.length === 0 || result.kind === 'changed') return result;
  }
  return { kind: 'cancelled', bookings };
}

const sayCancelled: SayStep = {
  kind: 'say',
  id: 'saidCancelled',
  inputs: ({ frame }) => frame.facts[CANCELLED]?.value ?? null,
  says: ({ frame, world }) => {
    const views = viewsIn(frame.facts[CANCELLED]?.value);
    const total = views.reduce((sum, view) => sum + view.fee, 0);
    const fee = total > 0 ? moneyFact(world.business, total) : undefined;
    const [only, ...others] = views;
    if (!only) return [say('cancel.over')];
    if (others.length === 0) {
      const { service, when } = bookingFacts(world, only);
      return [say('cancel.done', { service, when, fee })];
    }
    const lines = views.map((view) => bookingLine(world, view));
    return [say('cancel.doneAll', { lines: listFact(lines, 'lines'), fee })];
  },
};

function viewsIn(value: Json | undefined): readonly BookingView[] {
  return Array.isArray(value) ? value.map((each: Json) => bookingIn(each)) : [];
}

export const cancel: Flow = {
  id: 'cancel',
  version: 2,
  drafts: false,
  given: [REFERENCE],
  steps: [ask(whichGoes), readBack, cancelThem, sayCancelled],
  begins,
  resumes: () => say('cancel.resume'),
};
