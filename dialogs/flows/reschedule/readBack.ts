/** The read-back of a move: the old time and the new one, where and with whom, and what applies to it. */
import { cancellationFee } from '../../../scheduling/cancellation';
import { minuteOf } from '../../../scheduling/localDate';
import { priceOf } from '../../../scheduling/price';
import { instantAround } from '../../../scheduling/zone';
import type { Fact } from '../../../locales/saying';
import {
  branchById,
  branchToTell,
  momentFact,
  moneyFact,
  peopleFact,
  say,
  serviceFact,
  serviceOf,
  words,
} from '../../facts';
import type { ConfirmStep, Denied, Question, Scene } from '../../flow';
import { toJson } from '../../json';
import type { Json } from '../../talk';
import { CHANGE, termsOf, YES, zoneToTell } from '../booking/readBack';
import { placeIn } from '../booking/reasons';
import { peopleFound, placeFound, stands, type NewPlace } from './check';
import { standingIn } from './standing';

export const AGREED = 'agreedToMove';

export const readBack: ConfirmStep = {
  kind: 'confirm',
  id: AGREED,
  shown: async (scene) => shownOf(scene),
  readBack: (scene, _shown, anew) => question(scene, anew),
  denied: (scene) => whatElse(scene),
};

/** Consent is to all of this: what stands, and what it would become. */
function shownOf(scene: Scene): Json | null {
  const place = placeFound(scene);
  if (!place) return null;
  const { id, start, branch, price } = standingIn(scene);
  const { freeCancellationMinutes, lateFeePercent } = scene.world.business.policy;
  return toJson({
    ...{ booking: id, from: { start, branch, price } },
    to: { start: place.start, branch: place.branch, people: peopleFound(scene), price: newPrice(scene) },
    free: freeCancellationMinutes,
    fee: freeCancellationMinutes === null ? 0 : lateFeePercent,
  });
}

function question(scene: Scene, anew: boolean): Question {
  const place = placeFound(scene);
  if (!place) throw new Error('no new time was found that could be read back');
  const facts = { ...movedFacts(scene, place), ...termsFacts(scene, place) };
  return {
    asking: 'confirm',
    says: [...(anew ? [say('book.anew')] : []), say('reschedule.readBack', facts)],
    again: [say('reschedule.readBackAgain', facts)],
    hint: say('book.confirmHint'),
    choices: [YES, CHANGE],
  };
}

function movedFacts(scene: Scene, place: NewPlace): Readonly<Record<string, Fact | undefined>> {
  const { world } = scene;
  const { business } = world;
  const booking = standingIn(scene);
  const price = newPrice(scene);
  const zone = branchById(business, place.branch)?.zone ?? booking.zone;
  return {
    service: serviceFact(business, booking.service),
    from: momentFact(booking.start),
    when: momentFact(place.start),
    zone: zoneToTell(world, zone),
    branch: branchToTell(business, place.branch),
    people: peopleFact(business, peopleFound(scene)),
    price: price === booking.price ? undefined : moneyFact(business, price),
  };
}

/** Moving costs nothing, even where cancelling would by now; what cancelling costs from then on is that of the new time. */
function termsFacts(scene: Scene, place: NewPlace): Readonly<Record<string, Fact | undefined>> {
  const { world } = scene;
  const { business, now } = world;
  const { service, startMinute, price, zone } = standingIn(scene);
  const { fee } = cancellationFee(business.policy, { start: startMinute, price }, minuteOf(now));
  const moved = {
    ...{ service, zone: branchById(business, place.branch)?.zone ?? zone },
    ...{ startMinute: instantAround(place.start, zone), price: newPrice(scene) },
  };
  const { freeUntil, percent, fee: newFee, alwaysFree } = termsOf(world, moved);
  return {
    ...{ freeUntil, percent, fee: newFee, alwaysFree },
    free: fee > 0 ? undefined : words('reschedule.free'),
    late: fee > 0 ? moneyFact(business, fee) : undefined,
  };
}

/** What the service costs today, for what it is done on. */
function newPrice(scene: Scene): number {
  const { business } = scene.world;
  const booking = standingIn(scene);
  const service = serviceOf(business, booking.service);
  return service ? priceOf(business, service, placeIn(scene).assetClass) : booking.price;
}

/** A no is asked what else it shall be; a second one leaves everything as it is. */
function whatElse(scene: Scene): Denied {
  return {
    kind: 'ask',
    question: {
      asking: 'choice',
      says: [stands(scene), say('reschedule.whatElse')],
      again: [say('reschedule.whatElse')],
      hint: say('book.changeHint'),
      choices: [
        { label: words('choice.otherTime'), acts: [{ act: 'alternatives' }] },
        { label: words('reschedule.leaveIt'), acts: [{ act: 'deny' }] },
      ],
    },
  };
}
