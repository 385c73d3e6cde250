/** English for how late somebody will be. */
import { AMOUNT, numberOf } from './numbers';

/** "in 20 minutes" is when they come, not how late they are. */
const ARRIVING = /\bin (?:about |around |roughly |another )?(?:\d|a |an |half|ten|fifteen|twenty|thirty)/u;
const HOURS = new RegExp(
  `(${AMOUNT}) ?(?:hours?|hrs?|h)(?: and)?(?: (a half|${AMOUNT}) ?(?:minutes?|mins?|m)?)?(?![\\p{L}])`,
  'u',
);
const MINUTES = new RegExp(`(${AMOUNT}) ?(?:minutes?|mins?|min\\.|m|')(?![\\p{L}])`, 'gu');
const BARE = new RegExp(
  `^(?:about|around|maybe|perhaps|roughly|approximately|by|say|i think|probably|up to|max|only|just| )*(${AMOUNT})(?: (?:or so|max|tops|i think|maybe|about|please))?[ .!]*$`,
  'u',
);
const FIXED: readonly (readonly [RegExp, number])[] = [
  [/\b(?:an|one|1) hour and a half\b|\bhour and a half\b/u, 90],
  [/\bhalf (?:an |a )?hour\b/u, 30],
  [/\bthree quarters of an hour\b/u, 45],
  [/\b(?:a )?quarter (?:of an )?hour\b/u, 15],
];

/** Minutes, of a range the later ones; null where nothing of the kind is said. `answers`: it was just asked, so a number is enough. */
export function lateBy(text: string, answers: boolean): number | null {
  if (ARRIVING.test(text)) return null;
  const fixed = FIXED.find(([pattern]) => pattern.test(text));
  if (fixed) return fixed[1];
  const minutes = [...text.matchAll(MINUTES)].map(([, amount]) => numberOf(amount ?? ''));
  const hours = HOURS.exec(text);
  if (hours) return inHours(numberOf(hours[1] ?? ''), hours[2]);
  if (minutes.length > 0) return Math.max(...minutes);
  const bare = answers ? BARE.exec(text) : null;
  return bare ? numberOf(bare[1] ?? '') : null;
}

function inHours(hours: number, more: string | undefined): number {
  if (more === undefined) return hours * 60;
  return hours * 60 + (more === 'a half' ? 30 : numberOf(more));
}
