/** The read-back of a series with all its days, and booking all of them with one yes. */
import type { BookSeriesInput, BookSeriesResult, OccurrenceView } from '../../../commands/series/types';
import type { BookingView } from '../../../commands/types';
import { assetText, keptAsset, mentionOf } from '../../asks/asset';
import { attendee, writersName } from '../../asks/name';
import { attendeeFact } from '../../attendee';
import {
  branchById,
  branchFact,
  listFact,
  momentFact,
  moneyFact,
  personFact,
  say,
  serviceFact,
  words,
} from '../../facts';
import { deed, type ConfirmStep, type Question, type SayStep, type Scene } from '../../flow';
import { toJson } from '../../json';
import type { Json } from '../../talk';
import { slotText } from '../../turn';
import { CHANGE, termsOf, YES, zoneToTell } from '../booking/readBack';
import { CHECKED, occurrencesIn, seriesInput } from './check';

const AGREED_SERIES = 'agreedSeries';
const BOOKED_SERIES = 'bookedSeries';

type Free = Extract<OccurrenceView, { kind: 'free' }>;

export const readBackSeries: ConfirmStep = {
  kind: 'confirm',
  id: AGREED_SERIES,
  shown: async (scene) => shownOf(scene),
  readBack: (scene, _shown, anew) => question(scene, anew),
  denied: () => ({ kind: 'ask', question: whatToChange() }),
};

function freeDays({ frame }: Scene): readonly Free[] {
  return occurrencesIn(frame).filter((each): each is Free => each.kind === 'free');
}

/** Consent is to every day of it. */
function shownOf(scene: Scene): Json | null {
  const input = seriesInput(scene);
  if (!input || !(CHECKED in scene.frame.facts)) return null;
  const days = freeDays(scene).map(({ slot, price }) => ({ start: slot.start, end: slot.end, price }));
  return toJson({ ...input, days, name: writersName(scene) ?? null });
}

function question(scene: Scene, anew: boolean): Question {
  const facts = factsOf(scene);
  return {
    asking: 'confirm',
    says: [...(anew ? [say('book.anew')] : []), say('series.readBack', facts)],
    again: [say('series.readBackAgain', facts)],
    hint: say('book.confirmHint'),
    choices: [YES, CHANGE],
  };
}

function factsOf(scene: Scene): Parameters<typeof say>[1] {
  const { world, settled } = scene;
  const { business } = world;
  const days = freeDays(scene);
  const [first] = days;
  const branch = branchById(business, slotText(settled, 'branch'));
  const asset = mentionOf(keptAsset(settled['asset']) ? settled['asset'] : scene.frame.facts['kept']?.value);
  const whose = attendee(scene);
  return {
    service: serviceFact(business, slotText(settled, 'service')),
    times: listFact(
      days.map(({ slot }) => momentFact(slot.start)),
      'lines',
    ),
    zone: first && zoneToTell(world, first.slot.zone),
    branch: branchFact(business, branch?.id),
    address: branch && !world.smsWords ? branch.address : undefined,
    person: personFact(business, slotText(settled, 'person')),
    asset: asset
      ? { kind: 'code', text: assetText({ label: asset.label, plate: asset.plate ?? null }) }
      : undefined,
    attendee: whose === undefined ? undefined : attendeeFact(whose),
    name: writersName(scene),
    each: first && moneyFact(business, first.price),
    price: moneyFact(
      business,
      days.reduce((sum, { price }) => sum + price, 0),
    ),
    count: days.length,
    ...(first && termsFor(scene, first)),
  };
}

/** For each of them, told by the first. */
function termsFor({ world, settled }: Scene, { slot, price }: Free): Parameters<typeof say>[1] {
  const service = slotText(settled, 'service') ?? '';
  const { deposit, alwaysFree } = termsOf(world, {
    startMinute: slot.startMinute,
    zone: slot.zone,
    price,
    service,
  });
  const { freeCancellationMinutes, lateFeePercent } = world.business.policy;
  return {
    deposit,
    alwaysFree,
    before:
      freeCancellationMinutes === null ? undefined : { kind: 'minutes', minutes: freeCancellationMinutes },
    percent: freeCancellationMinutes === null ? undefined : lateFeePercent,
  };
}

function whatToChange(): Question {
  return {
    asking: 'choice',
    says: [say('series.whatToChange')],
    hint: say('book.changeHint'),
    choices: [{ label: words('choice.dropIt'), acts: [{ act: 'cancel' }] }],
  };
}

export const bookAll = deed<Json, BookSeriesResult>({
  id: BOOKED_SERIES,
  seals: true,
  inputs: (scene) => {
    const input = seriesInput(scene);
    if (!input || !(AGREED_SERIES in scene.frame.facts)) return null;
    const { customer, conversationId } = scene.world;
    return toJson({ ...input, customerId: customer.id, conversationId });
  },
  // the inputs were made just above
  run: async (inputs, { world }, key) => world.plans.bookSeries(inputs as unknown as BookSeriesInput, key),
  results: {
    booked: ({ bookings }) => ({ keep: toJson(bookings) }),
    conflicts: () => ({ drops: [CHECKED, AGREED_SERIES], says: [say('plan.takenMeanwhile')] }),
    refused: () => ({ drops: [CHECKED, AGREED_SERIES], says: [say('book.changed')] }),
  },
});

export const saySeriesBooked: SayStep = {
  kind: 'say',
  id: 'saidSeriesBooked',
  inputs: ({ frame }) => frame.facts[BOOKED_SERIES]?.value ?? null,
  says: ({ frame, world }) => {
    const made = frame.facts[BOOKED_SERIES]?.value;
    if (!Array.isArray(made)) return [];
    // only `bookAll` writes this fact
    const bookings = made as unknown as readonly BookingView[];
    const lines = bookings.map(({ start, reference }) =>
      words('series.line', { when: momentFact(start), reference: { kind: 'code', text: reference } }),
    );
    const service = serviceFact(world.business, bookings[0]?.service);
    return [say('series.done', { service, lines: listFact(lines, 'lines'), count: bookings.length })];
  },
};
