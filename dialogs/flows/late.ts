/** "I am fifteen minutes late": the team is told, with who would have to wait for it; nothing is moved by itself. */
import { bookingAsk, REFERENCE } from '../asks/booking';
import { say } from '../facts';
import { ask, type Flow, type Inform } from '../flow';
import { patched } from '../turn';
import { minutes } from './late/minutes';
import { report } from './late/report';
import { anyToday, meant, ofToday } from './late/today';

/** A time that is said is when they come, unless it tells the appointment. */
const bookingOfToday = bookingAsk({
  tells: ({ slot, about }: Inform) =>
    ['service', 'asset', 'branch', 'person'].includes(slot) || about === 'booking',
  among: ofToday,
});

export const late: Flow = {
  id: 'late',
  version: 2,
  drafts: false,
  given: ['about', REFERENCE],
  steps: [anyToday, ask(bookingOfToday), meant, ask(minutes), report],
  begins: ({ reference, minutes: by }) =>
    patched({}, { [REFERENCE]: reference ?? null, minutes: by ?? null }),
  resumes: () => say('late.resume'),
};
