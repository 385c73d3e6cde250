/** Cancelling a booking: which one, the read-back with what it costs, and only with a yes it is cancelled. */
import type { BookingView, CancelResult } from '../../commands/types';
import { booking } from '../asks/booking';
import { momentFact, moneyFact, say, serviceFact } from '../facts';
import { ask, deed, type ConfirmStep, type Flow, type Question, type SayStep, type Scene } from '../flow';
import { isRecord, toJson } from '../json';
import type { Json } from '../talk';
import { slotText } from '../turn';
import { bookingIn } from './booking/hold';
import { bookingFacts, YES } from './booking/readBack';
import { words } from '../facts';

const AGREED = 'agreedToCancel';
const CANCELLED = 'cancelled';

/** What is shown before the yes: the booking and the fee of this moment. */
type Shown = { readonly booking: Json; readonly fee: number; readonly freeUntil: string | null };

const readBack: ConfirmStep = {
  kind: 'confirm',
  id: AGREED,
  shown: async ({ settled, world }) => {
    const quote = await world.commands.quoteCancellation(slotText(settled, 'booking') ?? '');
    if (!quote) return null;
    const shown: Shown = { booking: shownBooking(quote.booking), fee: quote.fee, freeUntil: quote.freeUntil };
    return toJson(shown);
  },
  readBack: (scene, shown, anew) => question(scene, shown, anew),
  denied: () => ({ kind: 'drop', says: [say('cancel.kept')] }),
};

function shownBooking(view: BookingView): Json {
  const { id, reference, service, branch, start, zone, price } = view;
  return toJson({ id, reference, service, branch, start, zone, price });
}

function question({ world }: Scene, shown: Json, anew: boolean): Question {
  const { booking, fee } = shownOf(shown);
  const text = isRecord(booking) ? booking : {};
  const start = slotText(text, 'start');
  const facts = {
    service: serviceFact(world.business, slotText(text, 'service')),
    when: start === undefined ? undefined : momentFact(start),
    fee: fee > 0 ? moneyFact(world.business, fee) : undefined,
    free: fee > 0 ? undefined : words('cancel.free'),
  };
  return {
    asking: 'confirm',
    says: [...(anew ? [say('cancel.feeChanged')] : []), say('cancel.readBack', facts)],
    hint: say('cancel.confirmHint'),
    choices: [YES, { label: words('choice.keepIt'), acts: [{ act: 'deny' }] }],
  };
}

function shownOf(json: Json): Shown {
  const record = isRecord(json) ? json : {};
  const { booking, fee } = record;
  return {
    booking: booking ?? null,
    fee: typeof fee === 'number' ? fee : 0,
    freeUntil: slotText(record, 'freeUntil') ?? null,
  };
}

type Cancelling = { readonly bookingId: string; readonly shownFee: number };

const cancelIt = deed<Cancelling, CancelResult>({
  id: CANCELLED,
  seals: true,
  inputs: ({ frame, settled }) => {
    const consent = frame.facts[AGREED];
    const bookingId = slotText(settled, 'booking');
    if (!consent || bookingId === undefined) return null;
    return { bookingId, shownFee: shownOf(consent.inputs).fee };
  },
  run: async (inputs, { world }, key) => world.commands.cancel(inputs, key),
  results: {
    cancelled: (result) => ({ keep: toJson(result.booking) }),
    changed: () => ({ drops: [AGREED], says: [say('cancel.feeChanged')] }),
    over: () => ({ says: [say('cancel.over')], ends: true }),
    unknown: () => ({ says: [say('cancel.over')], ends: true }),
  },
});

const sayCancelled: SayStep = {
  kind: 'say',
  id: 'saidCancelled',
  inputs: ({ frame }) => frame.facts[CANCELLED]?.value ?? null,
  says: ({ frame, world }) => {
    const done = frame.facts[CANCELLED];
    if (!done) return [say('cancel.over')];
    const view = bookingIn(done.value);
    const fee = view.fee > 0 ? moneyFact(world.business, view.fee) : undefined;
    const { service, when } = bookingFacts(world, view);
    return [say('cancel.done', { service, when, fee })];
  },
};

export const cancel: Flow = {
  id: 'cancel',
  version: 1,
  drafts: false,
  given: [],
  steps: [ask(booking), readBack, cancelIt, sayCancelled],
  resumes: () => say('cancel.resume'),
};
