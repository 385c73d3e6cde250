/** Appointments that recur: what, when first, how often and how many; every day is looked at, and all of them are booked with one yes. */
import { asset } from '../asks/asset';
import { attendee } from '../asks/attendee';
import { branch } from '../asks/branch';
import { name } from '../asks/name';
import { person } from '../asks/person';
import { phone } from '../asks/phone';
import { service } from '../asks/service';
import { when } from '../asks/when';
import { say, serviceFact } from '../facts';
import { ask, type Ask, type Flow } from '../flow';
import { slotText } from '../turn';
import { keepAsset, keepName, keepPhone } from './booking/customer';
import { bookAll, readBackSeries, saySeriesBooked } from './series/book';
import { CHANGES, checkAll, conflicts, OPEN, replacing } from './series/check';
import { howOften } from './series/rule';

/** The first of them; while it is asked about a single day, a time is about that day alone. */
const first: Ask = {
  ...when,
  hear: (said, slots, world) => {
    const instead = said.slot === 'when' ? replacing(slots, said.value) : null;
    if (instead) return instead;
    const patch = when.hear(said, slots, world);
    return patch && { ...patch, [CHANGES]: null, [OPEN]: null };
  },
};

export const series: Flow = {
  id: 'series',
  version: 1,
  drafts: true,
  steps: [
    ask(service),
    ask(branch),
    ask(person),
    ask(asset),
    ask(first),
    ask(howOften),
    ask(attendee),
    keepAsset,
    checkAll,
    ask(conflicts),
    ask(name),
    ask(phone),
    keepName,
    keepPhone,
    readBackSeries,
    bookAll,
    saySeriesBooked,
  ],
  resumes: ({ slots }, { business }) =>
    say('series.resume', { service: serviceFact(business, slotText(slots, 'service')) }),
};
