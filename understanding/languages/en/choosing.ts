/** English ways to pick from a list. */
import type { Language } from '../language';
import { HOUR_WORD, ORDINAL_VALUES, ORDINAL_WORD, numberOf } from './numbers';

export const ORDINALS: ReadonlyMap<string, number> = new Map<string, number>([
  ...ORDINAL_VALUES,
  ['last', -1],
  ['final', -1],
  ['bottom', -1],
  ['latter', -1],
  ['former', 1],
  ['top', 1],
  ['1st', 1],
  ['2nd', 2],
  ['3rd', 3],
  ...HOUR_WORD.split('|').map((word): [string, number] => [word, numberOf(word)]),
]);

const ORDINAL = `${ORDINAL_WORD}|last|final|bottom|latter|former|top|\\d{1,2}(?:st|nd|rd|th)`;
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

const CARDINAL = `\\d{1,2}|${HOUR_WORD}`;
const TAKEN =
  "(?:i'll|i will|i'd|i would|i)? ?(?:take|like|want|choose|pick|go (?:with|for)|have)|let's (?:go (?:with|for)|take)|give me|it's|that's|for";
/** After these a number is an hour and no place in a list: "how about 2". */
const SUGGESTED =
  "how about|what about|maybe|perhaps|say|let's (?:do|say)|i'd (?:prefer|rather have)|i prefer|prefer";
const PRAISED =
  '(?: (?:one|slot|time|appointment))?(?: (?:works(?: for me)?|is (?:fine|good|best|perfect|great|ok|okay)|sounds (?:good|great)|would be (?:fine|good|great|perfect)))?';
const INDIFFERENT =
  "(?:i |we )?(?:really )?(?:don't|do not) (?:mind|care)(?: (?:which|what|when)(?: (?:one|time|day|it is))?)?|(?:it )?(?:doesn't|does not) matter(?: to me)?|no preference|whichever(?: one)?(?: is (?:fine|free|best))?|whatever(?: (?:works|suits|is (?:fine|free|best)))?|either(?: one| is fine| works| of them)?|any(?: one| of (?:them|these|those)| is fine| will do| works| time| day)?|you (?:choose|decide|pick)|up to you|all the same|makes no difference|anything(?: is fine| works| will do| goes)|both (?:work|are fine)|surprise me";

export const CHOOSING: Language['choosing'] = {
  number: [
    new RegExp(
      `${START}(?:option|choice|slot|number|answer|pick|choose) ?#?(\\d{1,2}|${HOUR_WORD})(?![:.]?\\d|[\\p{L}])`,
      'gu',
    ),
    new RegExp(
      `${START}(?:the )?(?:very )?(${ORDINAL})(?: (?:one|option|choice|suggestion|offer))${END}`,
      'gu',
    ),
    /(?<![\p{L}\p{N}])#(\d{1,2})(?![\p{L}\d])/gu,
  ],
  bare: new RegExp(`^(?:${TAKEN})? ?(?:the )?(?:(${CARDINAL})|(${ORDINAL}))[.)]?${PRAISED}$`, 'u'),
  suggested: new RegExp(`^(?:${SUGGESTED}) (?:the )?(${ORDINAL})${PRAISED}$`, 'u'),
  later:
    /(?<![\p{L}\p{N}])(?:the )?(?:later|latest)(?: one| slot| time| option)(?![\p{L}])|(?<![\p{L}\p{N}])the later(?![\p{L}])/u,
  earlier:
    /(?<![\p{L}\p{N}])(?:the )?(?:earlier|earliest|sooner)(?: one| slot| time| option)(?![\p{L}])|(?<![\p{L}\p{N}])the earlier(?![\p{L}])/u,
  indifferent: new RegExp(`^(?:${INDIFFERENT})(?:[ ,.!]{1,3}(?:and )?(?:${INDIFFERENT})){0,3}$`, 'u'),
  filler: new Set('the a an my this that one ones please it its for is i mean meant want'.split(' ')),
};
