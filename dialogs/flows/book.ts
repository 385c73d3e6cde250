/** Booking: service, branch, vehicle, time; the time is held, then name (and number), the read-back, and with a yes the booking. */
import { asset } from '../asks/asset';
import { attendee } from '../asks/attendee';
import { branch } from '../asks/branch';
import { name } from '../asks/name';
import { person } from '../asks/person';
import { phone } from '../asks/phone';
import { service } from '../asks/service';
import { when } from '../asks/when';
import { say, serviceFact } from '../facts';
import { ask, type Flow } from '../flow';
import { slotText } from '../turn';
import { agreedPrice, AT_PRICE, priceFrom } from './booking/agreedPrice';
import { BOOKED, confirm, sayBooked } from './booking/confirm';
import { keepAsset, keepName, keepPhone } from './booking/customer';
import { hold } from './booking/hold';
import { OFFERED, readBack } from './booking/readBack';
import { another, TWIN } from './booking/twin';

const fromHoldToBooking = [
  ask(attendee),
  keepAsset,
  hold,
  agreedPrice,
  another,
  ask(name),
  ask(phone),
  keepName,
  keepPhone,
  readBack,
  confirm,
  sayBooked,
];

const shared: Pick<Flow, 'version' | 'given' | 'begins' | 'drafts' | 'resumes' | 'remembers'> = {
  version: 1,
  given: [TWIN, AT_PRICE, OFFERED],
  begins: (_wish, finished) => priceFrom(finished),
  drafts: true,
  resumes: ({ slots }, { business }) =>
    say('book.resume', { service: serviceFact(business, slotText(slots, 'service')) }),
  remembers: ({ facts }) => facts[BOOKED]?.value ?? null,
};

export const book: Flow = {
  ...shared,
  id: 'book',
  steps: [ask(service), ask(branch), ask(person), ask(asset), ask(when), ...fromHoldToBooking],
};

/** Looking for a time first: what it is for is asked once a time is chosen, and the rest is booking. */
export const availability: Flow = {
  ...shared,
  id: 'availability',
  steps: [ask(service), ask(branch), ask(person), ask(when), ask(asset), ...fromHoldToBooking],
};
