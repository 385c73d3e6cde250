/** Hears the words that carriers and law give a fixed meaning on SMS, before anybody else reads the message. */

/** 'cancel-stop' is the bare CANCEL: an opt-out for the carrier that may have meant the booking. */
export type SmsKeyword = 'stop' | 'cancel-stop' | 'start' | 'help';

/**
 * The English words are those of 47 CFR 64.1200(a)(10) and of Twilio's default opt-out; ARRET, BAJA, PARAR, STOPP and
 * the Arabic and Persian words mean the same to people who write them. Spelled as `folded` leaves them.
 */
const STOP = new Set([
  ...['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT OUT', 'REMOVE'],
  ...['STOPP', 'ABMELDEN', 'ARRET', 'BAJA', 'PARAR', 'ايقاف', 'توقف', 'الغاء الاشتراك', 'لغو 11', 'لغو11'],
]);
const START = new Set(['START', 'UNSTOP']);
const HELP = new Set(['HELP', 'INFO', 'HILFE', 'مساعده', 'راهنما']);

/**
 * The keyword that the whole message is, or null. YES is an answer like any other: carriers take it for an opt-in too, but
 * who opted out is written to again after START alone. A keyword inside a sentence is no keyword.
 */
export function smsKeyword(text: string): SmsKeyword | null {
  const word = folded(text);
  if (word === 'CANCEL') return 'cancel-stop';
  if (STOP.has(word)) return 'stop';
  if (START.has(word)) return 'start';
  if (HELP.has(word)) return 'help';
  return null;
}

/** Carriers take these for an opt-in, whatever was asked (Twilio's default opt-in words). */
const OPT_IN = new Set(['START', 'UNSTOP', 'YES']);

/** Whether a carrier could act on this answer instead of delivering it: then it is not to be offered as one. */
export function isCarrierWord(text: string): boolean {
  return smsKeyword(text) !== null || OPT_IN.has(folded(text));
}

/**
 * Full-width letters, accents, zero-width and bidi marks, emoji and punctuation say nothing: they go. Persian letters
 * are written as the Arabic ones they look like.
 */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase()
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه');
}
