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

export const CHOOSING: Language['choosing'] = {
  number: [
    new RegExp(
      `${START}(?:option|choice|slot|number|no\\.?|nr\\.?|answer|pick|choose) ?#?(\\d{1,2}|${HOUR_WORD})(?![:.]?\\d|[\\p{L}])`,
      'gu',
    ),
    new RegExp(
      `${START}(?:the )?(?:very )?(${ORDINAL})(?: (?:one|option|choice|slot|time|suggestion|appointment|offer))${END}`,
      'gu',
    ),
    /(?<![\p{L}\p{N}])#(\d{1,2})(?![\p{L}\d])/gu,
  ],
  bare: new RegExp(
    `^(?:(?:i'll|i will|i'd|i would|i)? ?(?:take|like|prefer|want|choose|pick|go (?:with|for)|have|rather have|say)|let's (?:go (?:with|for)|take|do|say)|give me|how about|maybe|it's|that's|for)? ?(?:the )?(${ORDINAL}|\\d{1,2}|${HOUR_WORD})[.)]?(?: (?:one|works(?: for me)?|is (?:fine|good|best|perfect|great|ok|okay)|sounds (?:good|great)|would be (?:fine|good|great|perfect)))?$`,
    'u',
  ),
  later:
    /(?<![\p{L}\p{N}])(?:the )?(?:later|latest)(?: one| slot| time| option)(?![\p{L}])|(?<![\p{L}\p{N}])the later(?![\p{L}])/u,
  earlier:
    /(?<![\p{L}\p{N}])(?:the )?(?:earlier|earliest|sooner)(?: one| slot| time| option)(?![\p{L}])|(?<![\p{L}\p{N}])the earlier(?![\p{L}])/u,
  indifferent:
    /(?<![\p{L}\p{N}])(?:(?:i )?(?:don't|do not) (?:mind|care)|doesn't matter|does not matter|no preference|whichever(?: one)?|whatever|either(?: one| is| works| of them)?|any(?: one| of (?:them|these|those)| is fine| will do| works)?|you (?:choose|decide|pick)|up to you|all the same|makes no difference|anything(?: is fine| works| will do)|both (?:work|are fine)|surprise me|any(?:one|body)(?: (?:is fine|will do))?)(?![\p{L}\p{N}])/u,
};
