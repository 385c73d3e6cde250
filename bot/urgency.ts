/** Words that wait for nothing, whatever the talk is about: STOP, HELP, a person, and letting go. */
import { smsKeyword } from '../channels/twilioSms/keywords';
import type { Act } from '../understanding/acts';
import type { Catalog } from '../understanding/catalog';
import { understand } from '../understanding/understand';

const URGENT: readonly Act['act'][] = ['optOut', 'optIn', 'human', 'help', 'cancel', 'restart'];
/** Beside an urgent word these change nothing about it. */
const POLITE: readonly Act['act'][] = ['greet', 'thank', 'bye', 'abuse', 'deny'];

/** A longer message says more than a word that may not wait. UTF-16 units. */
const LONGEST = 60;

/** Nothing is on offer here: the words alone decide. */
const NOTHING: Catalog = {
  languages: ['en', 'de', 'ar', 'fa'],
  country: 'DE',
  services: [],
  people: [],
  branches: [],
  vehicles: [],
  worksOnVehicles: false,
};

/** Whether a message says nothing but what must be heard at once; read without the talk, so it may be asked before any is loaded. */
export function isUrgent(text: string, channel: string): boolean {
  if (channel === 'sms' && smsKeyword(text) !== null) return true;
  if (text.length > LONGEST) return false;
  const { acts } = understand({
    text,
    language: null,
    ref: '2000-01-01T00:00:00',
    zone: 'UTC',
    asking: null,
    catalog: NOTHING,
  });
  const said = acts.filter(({ act }) => !POLITE.includes(act));
  return said.length > 0 && said.every(isUrgentAct);
}

function isUrgentAct(act: Act): boolean {
  return URGENT.includes(act.act) || (act.act === 'request' && act.intent === 'cancel');
}
