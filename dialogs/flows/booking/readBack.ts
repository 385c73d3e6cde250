/** The read-back of an appointment: everything that a yes will be a yes to, and the words for it. */
import type { BookingView } from '../../../commands/types';
import { cancellationFee } from '../../../scheduling/cancellation';
import { minuteOf } from '../../../scheduling/localDate';
import { depositOf } from '../../../scheduling/price';
import { toLocal } from '../../../scheduling/zone';
import type { Fact } from '../../../locales/saying';
import {
  branchById,
  branchFact,
  momentFact,
  moneyFact,
  peopleFact,
  say,
  serviceFact,
  serviceOf,
  words,
} from '../../facts';
import { assetText } from '../../asks/asset';
import { writersName } from '../../asks/name';
import { somebodyElse } from '../../attendee';
import type { ConfirmStep, Question, Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json, Offered, World } from '../../talk';
import { slotText } from '../../turn';
import { bookingIn, HOLD } from './hold';

export const AGREED = 'agreed';

export const YES: Offered = { label: words('choice.yes'), acts: [{ act: 'affirm' }] };
export const CHANGE: Offered = { label: words('choice.change'), acts: [{ act: 'deny' }] };

export const readBack: ConfirmStep = {
  kind: 'confirm',
  id: AGREED,
  shown: async (scene) => shownOf(scene),
  readBack: (scene, _shown, anew) => question(scene, anew),
  denied: (scene) =>
    isOffer(scene)
      ? { kind: 'drop', says: [say('waitlist.declined')] }
      : { kind: 'ask', question: whatToChange() },
};

/** The start that the waiting list offers: with a no to it somebody else may have it. */
export const OFFERED = 'offered';

function isOffer({ frame }: Scene): boolean {
  const standing = frame.facts[HOLD];
  return standing !== undefined && frame.slots[OFFERED] === bookingIn(standing.value).start;
}

/** Consent is to all of this; how long the hold lasts is no part of it. */
function shownOf(scene: Scene): Json | null {
  const standing = scene.frame.facts[HOLD];
  if (!standing) return null;
  const view = bookingIn(standing.value);
  const { service, branch, start, end, zone, people, price, currency } = view;
  const { freeCancellationMinutes, lateFeePercent } = scene.world.business.policy;
  return toJson({
    ...{ booking: view.id, service, branch, start, end, zone, people, price, currency },
    asset: assetShown(scene, view) ?? null,
    attendee: view.attendee,
    name: writersName(scene) ?? null,
    deposit: depositFor(scene.world, view),
    free: freeCancellationMinutes,
    fee: freeCancellationMinutes === null ? 0 : lateFeePercent,
  });
}

function question(scene: Scene, anew: boolean): Question {
  const standing = scene.frame.facts[HOLD];
  if (!standing) throw new Error('nothing is held that could be read back');
  const view = bookingIn(standing.value);
  const facts = {
    ...bookingFacts(scene.world, view),
    ...termsOf(scene.world, view),
    name: writersName(scene),
    asset: codeFact(assetShown(scene, view)),
  };
  return {
    asking: 'confirm',
    says: [...(anew ? [say('book.anew')] : []), say('book.readBack', facts)],
    again: [say('book.readBackAgain', facts)],
    hint: say('book.confirmHint'),
    choices: [YES, CHANGE],
  };
}

/** As this turn has come to know it: a plate that was just told is in no view yet. */
function assetShown({ frame }: Scene, { asset: viewed }: BookingView): string | undefined {
  if (!viewed) return undefined;
  const kept = frame.facts['kept']?.value;
  const told = isRecord(kept) && kept['id'] === viewed.id ? slotText(kept, 'plate') : undefined;
  return assetText({ label: viewed.label, plate: told ?? viewed.plate });
}

function codeFact(text: string | undefined): Fact | undefined {
  return text === undefined ? undefined : { kind: 'code', text };
}

/** What a booking shows of itself, held or made. */
export function bookingFacts(world: World, view: BookingView): Readonly<Record<string, Fact | undefined>> {
  const { business, smsWords } = world;
  const branch = branchById(business, view.branch);
  return {
    service: serviceFact(business, view.service),
    when: momentFact(view.start),
    zone: zoneToTell(world, view.zone),
    branch: branchFact(business, view.branch),
    address: branch && !smsWords ? branch.address : undefined,
    people: peopleFact(business, view.people),
    asset: codeFact(view.asset ? assetText(view.asset) : undefined),
    attendee: somebodyElse(world, view),
    duration: { kind: 'minutes', minutes: view.endMinute - view.startMinute },
    price: moneyFact(business, view.price),
  };
}

/** The city that sets the clock, where somebody could be in another zone: on the web, or with branches in several. */
export function zoneToTell({ business, asksPhone }: World, zone: string): string | undefined {
  const several = new Set(business.branches.map((each) => each.zone)).size > 1;
  return several || asksPhone ? zone.split('/').at(-1)?.replaceAll('_', ' ') : undefined;
}

/** Deposit and what cancelling would cost, each absent where there is none. */
export function termsOf(
  world: World,
  view: Pick<BookingView, 'startMinute' | 'price' | 'zone' | 'service'>,
): Readonly<Record<string, Fact | undefined>> {
  const { business, now } = world;
  const { policy } = business;
  const deposit = depositFor(world, view);
  const { fee, freeUntil } = cancellationFee(
    policy,
    { start: view.startMinute, price: view.price },
    minuteOf(now),
  );
  const late = policy.lateFeePercent;
  return {
    deposit: deposit > 0 ? moneyFact(business, deposit) : undefined,
    freeUntil: freeUntil !== null && fee === 0 ? momentFact(toLocal(freeUntil, view.zone)) : undefined,
    percent: freeUntil !== null && fee === 0 ? late : undefined,
    fee: fee > 0 ? moneyFact(business, fee) : undefined,
    alwaysFree: freeUntil === null ? words('book.alwaysFree') : undefined,
    held: world.smsWords ? undefined : { kind: 'minutes', minutes: policy.holdMinutes },
  };
}

function depositFor({ business }: World, view: Pick<BookingView, 'service' | 'price'>): number {
  const service = serviceOf(business, view.service);
  return service ? depositOf(service, view.price) : 0;
}

function whatToChange(): Question {
  return {
    asking: 'choice',
    says: [say('book.whatToChange')],
    hint: say('book.changeHint'),
    choices: [
      { label: words('choice.otherTime'), acts: [{ act: 'alternatives' }] },
      { label: words('choice.dropIt'), acts: [{ act: 'cancel' }] },
    ],
  };
}
