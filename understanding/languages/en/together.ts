/** English for several things in one breath: for whom each is, and how they stand to each other. */
import type { Kin } from '../../mentions';
import type { Together } from '../language';

const KIN: readonly (readonly [Kin, string])[] = [
  ['wife', 'wife missus fiancee'],
  ['husband', 'husband hubby fiance'],
  ['partner', 'partner girlfriend boyfriend spouse'],
  ['mother', 'mother mum mom mummy mommy mama mother-in-law'],
  ['father', 'father dad daddy papa father-in-law'],
  ['son', 'son boy sons boys'],
  ['daughter', 'daughter girl daughters girls'],
  ['child', 'child kid baby toddler children kids kiddo'],
  ['brother', 'brother brothers brother-in-law'],
  ['sister', 'sister sisters sister-in-law'],
  ['grandmother', 'grandmother grandma gran granny nan nana'],
  ['grandfather', 'grandfather grandpa granddad grandad'],
  ['friend', 'friend friends mate mates buddy neighbour neighbor cousin uncle aunt nephew niece'],
  ['colleague', 'colleague colleagues coworker co-worker boss'],
];

const KIN_WORDS: readonly (readonly [string, Kin])[] = KIN.flatMap(([kin, list]) =>
  list.split(' ').map((word) => [word, kin] as const),
);
const KIN_WORD = KIN_WORDS.map(([word]) => word)
  .sort((left, right) => right.length - left.length)
  .join('|');

const ME = '(?:me|myself)';

export const TOGETHER: Together = {
  kin: new Map(KIN_WORDS),
  mention: new RegExp(
    `(?<![\\p{L}])(?:my|our)(?: (?:little|young|younger|older|elder|eldest|youngest|big|dear|best|good|other))?(?: (two|2|three|3))? (${KIN_WORD})(?![\\p{L}'-])`,
    'gu',
  ),
  mentionBefore: new RegExp(
    `(?<![\\p{L}])(?:for|to bring|bringing|it's|it is)(?: both)?(?: ${ME})?(?: and| &| plus|,)? ?$`,
    'u',
  ),
  mentionAfter: new RegExp(
    `^(?: [\\p{L}'-]{2,20})?(?: (?:and|&|plus) (?:i|${ME})(?![\\p{L}])| (?:also )?(?:needs?|wants?|would like|'d like|has to|should|gets?|comes|is coming)(?![\\p{L}])|,? (?:and )?not (?:for )?${ME}(?![\\p{L}])|,? instead(?![\\p{L}]))`,
    'u',
  ),
  self: new RegExp(
    `(?<=(?<![\\p{L}])(?:for|4|and|plus|both|only|just|&|, ?) ?)${ME}(?![\\p{L}])|(?<=(?:and|while|,) )i(?:'d like| would like| need| want|'ll have| get)(?![\\p{L}])|(?<=(?:my|our) [\\p{L} ]{3,24} and )i(?![\\p{L}'])`,
    'gu',
  ),
  denied: /(?<![\p{L}])(?:not|instead of|rather than)(?: it's| it is)?(?: for)? ?$/u,
  joined: /^(?:,| and| &| plus|, and)(?: also)?(?: for)?(?: the| my)? ?$/u,
  named: /^,? ?(?:called |named |whose name is |- )?$/u,
  nameBefore: /(?<![\p{L}])(?:is for|one for|for)(?: me and)? ?$/u,
  nameAfter:
    /^(?:$|[.,;!?]| (?:and|too|as well|on|at|in|next|this|tomorrow|today|please|then|with|not|instead|around|also|for|after|before|any|first|-|[a-z]{3,6}day)(?![\p{L}]))/u,
  count:
    /(?<![\p{L}\p{N}])(two|2|three|3|four|4|both|a couple of)(?: (?:more|new|quick|simple|separate|full))? ?$/u,
  counted: new Map([
    ['two', 2],
    ['2', 2],
    ['both', 2],
    ['a couple of', 2],
    ['three', 3],
    ['3', 3],
    ['four', 4],
    ['4', 4],
  ]),
  again:
    /(?<![\p{L}])(?:one|another(?: one)?|the same|same|a second(?: one)?)(?: (?:thing|again))?(?: for)?[ ,]*$/u,
  then: /(?<![\p{L}])(?:then|after (?:that|it|this|the \p{L}+|which)|afterwards?|followed by|and later|next)(?![\p{L}])/u,
  atOnce:
    /(?<![\p{L}])(?:(?:all |both )?at the same time|at the same moment|at once|simultaneously|in parallel|side by side|(?:all |both )?together)(?! (?:as|with|like)(?![\p{L}]))(?![\p{L}])/gu,
  only: /(?<![\p{L}])(?:only|just|nothing but)(?: (?:do|book|keep|want|have|take))?(?: the| a| an| my)? ?$/u,
  either: /(?<![\p{L}])(?:or|versus|vs)(?![\p{L}])/u,
};
