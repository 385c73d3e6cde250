/** The read-back of a cancellation: what would go, and what that costs at this moment. */
import type { BookingView, CancellationQuote } from '../../../commands/types';
import { bookingLine } from '../../bookingWords';
import { listFact, momentFact, moneyFact, say, serviceFact, words } from '../../facts';
import type { ConfirmStep, Question, Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json } from '../../talk';
import { YES } from '../booking/readBack';
import { bookingIn } from '../booking/hold';
import { idsIn } from './which';

export const AGREED = 'agreedToCancel';

/** What is shown before the yes: each booking with its fee of this moment. */
type Shown = { readonly quotes: readonly { readonly booking: Json; readonly fee: number }[] };

export const readBack: ConfirmStep = {
  kind: 'confirm',
  id: AGREED,
  shown: async ({ settled, world }) => {
    const quotes: CancellationQuote[] = [];
    // one after the other: they share the turn's one connection
    for (const id of idsIn(settled['booking'])) {
      const quote = await world.commands.quoteCancellation(id);
      if (quote) quotes.push(quote);
    }
    return quotes.length > 0 ? toJson(shownOf(quotes)) : null;
  },
  readBack: (scene, shown, anew) => question(scene, shown, anew),
  denied: ({ settled }) => ({
    kind: 'drop',
    says: [say(idsIn(settled['booking']).length > 1 ? 'cancel.keptAll' : 'cancel.kept')],
  }),
};

function shownOf(quotes: readonly CancellationQuote[]): Shown {
  return { quotes: quotes.map(({ booking, fee }) => ({ booking: shownBooking(booking), fee })) };
}

function shownBooking({ id, reference, service, branch, start, zone, price }: BookingView): Json {
  return toJson({ id, reference, service, branch, start, zone, price });
}

/** What was shown: bookings with their fees, as consent keeps them. */
export function quotesIn(shown: Json): readonly { readonly booking: BookingView; readonly fee: number }[] {
  const quotes = isRecord(shown) ? shown['quotes'] : null;
  if (!Array.isArray(quotes)) return [];
  return quotes.flatMap((quote: Json) => {
    if (!isRecord(quote)) return [];
    const { booking, fee } = quote;
    return [{ booking: bookingIn(booking ?? null), fee: typeof fee === 'number' ? fee : 0 }];
  });
}

function question({ world }: Scene, shown: Json, anew: boolean): Question {
  const quotes = quotesIn(shown);
  const fee = quotes.reduce((sum, each) => sum + each.fee, 0);
  const cost = {
    fee: fee > 0 ? moneyFact(world.business, fee) : undefined,
    free: fee > 0 ? undefined : words('cancel.free'),
  };
  const [only, ...others] = quotes;
  const says =
    only && others.length === 0
      ? say('cancel.readBack', { ...oneFacts(world.business, only.booking), ...cost })
      : say('cancel.readBackAll', {
          ...cost,
          lines: listFact(
            quotes.map(({ booking }) => bookingLine(world, booking)),
            'lines',
          ),
        });
  return {
    asking: 'confirm',
    says: [...(anew ? [say('cancel.feeChanged')] : []), says],
    hint: say('cancel.confirmHint'),
    choices: [YES, { label: words('choice.keepIt'), acts: [{ act: 'deny' }] }],
  };
}

function oneFacts(business: Scene['world']['business'], { service, start }: BookingView) {
  return { service: serviceFact(business, service), when: momentFact(start) };
}
