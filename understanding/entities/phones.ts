/** Phone numbers in national and international forms, kept as E.164 (ITU-T). */
import { matchesOf } from '../text/matches';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { CountryCode } from 'libphonenumber-js';
import type { Finding, Recogniser, Scene } from '../scene';

const CANDIDATE = /(?<![\p{L}\p{N}.:/-])(?:\+|00)?\(?\d(?:[ ()./-]{0,3}\d){5,15}(?![\p{L}\d])/gu;
/** A date, or a date and a time, has as many digits as a number. */
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})/u;
/** Countries whose national numbers begin without a zero. */
const NO_TRUNK = new Set([
  'US',
  'CA',
  'ES',
  'IT',
  'DK',
  'NO',
  'PL',
  'CZ',
  'GR',
  'PT',
  'LU',
  'KW',
  'QA',
  'BH',
  'OM',
  'TN',
  'LY',
]);

export const PHONES: Recogniser = {
  name: 'phone',
  read: (scene) => matchesOf(scene.text, CANDIDATE).flatMap((match) => phone(match[0], match.index, scene)),
};

function phone(written: string, from: number, scene: Scene): Finding[] {
  if (DATE.test(written)) return [];
  const value = e164(written, scene);
  const to = from + written.length;
  return value === null
    ? []
    : [{ recogniser: 'phone', from, to, slot: 'phone', acts: [{ act: 'inform', slot: 'phone', value }] }];
}

function e164(written: string, scene: Scene): string | null {
  const country = scene.hearing.catalog.country;
  const international = /^(?:\+|00)/.test(written);
  const national =
    written.replace('(', '').startsWith('0') || NO_TRUNK.has(country) || scene.asked === 'phone';
  if (!international && !national) return null;
  const number = parsePhoneNumberFromString(
    written.replace(/^00/, '+').replace('(0)', ''),
    country as CountryCode,
  );
  if (!number) return null;
  return number.isValid() || (number.isPossible() && (international || scene.asked === 'phone'))
    ? number.number
    : null;
}
