/** English words around a day, a time or a thing that say how it is meant. */
import type { Relations } from '../language';

const DAY_WORD =
  '(?:today|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';

export const RELATIONS: Relations = {
  notBefore:
    /(?:\bnot|\bn't|\binstead of|\brather than|\bbut not|\bexcept|\bexcluding|\bno longer|\banything but|\banyone but|\bother than|\bcan't (?:do|make|come)|\bcannot (?:do|make|come))(?: (?:on|at|in|for|with|to))?(?: (?:the|my|a|any))?(?: (?:branch))? ?$/u,
  notAfter:
    /^ (?:doesn't|does not|won't|will not|(?:is not|isn't|is no)(?: (?:good|possible|ok|okay|convenient|ideal|great|free|an option|going|really|so))|is (?:out|bad|impossible|busy|full|difficult)|not possible)\b/u,
  atBefore:
    /(?:\bat|@|\baround|\babout|\bapprox\.?|\bapproximately|\broughly|\bby|\bafter|\bbefore|\bpast|\bfrom|\bbetween|\buntil|\btill?|\bmake it|\bmake that|\bhow about|\bwhat about|\brather|\binstead|\bsay|\bmaybe|\bprefer|\bto|\bfor|\bthen|\btake(?: the)?|\bthan|\bnot|\bi said|\bi meant|\bi mean|\b(?:could|can) (?:you|i|we) (?:do|make(?: it)?|have|get)|\b(?:could|can) it be|\b(?:do you have|have you got|got)(?: (?:something|anything|a slot))?(?: at)?|\bis|\bonwards)(?: like| say| maybe| at| around| about)? ?$/u,
  atSurely: /(?:\bat|@) ?$/u,
  suitsAfter:
    /^ (?:would (?:be (?:better|best|good|great|fine|ideal|perfect)|suit|work)|is (?:better|best|fine|good|ideal|perfect)|works|suits|sounds (?:good|great|better))(?![\p{L}])/u,
  timeBefore: new RegExp(
    `^(?:$|[.,;!?)"\\n]| ?[-/] ?\\d| (?:on|at|in|please|then|is|works?|would|will|for|if|or|and|sharp|ok|okay|instead|thanks|thank|with|to|till?|until|this|next|sounds|should|might|maybe|by|hi|as|also|the|onwards?|but|suits|fits|good|fine|does|may|be|latest|it|that|looks|seems|not|rather|because|when|my|so|i|we|you|can|could|exactly|possible|available|free|today's|ish|- |@|:\\)|${DAY_WORD})(?![\\p{L}\\p{N}]))`,
    'u',
  ),
  fromBefore:
    /(?:\bafter|\bfrom|\bstarting(?: at| from)?|\bpast|\blater than|\bnot before|\bno earlier than|\banytime after|\bsince)(?: about| around| like)? ?$/u,
  fromAfter: /^ (?:or later|or after|onwards?|and later|and after|at the earliest|or anytime after)\b/u,
  untilBefore:
    /(?:\bbefore|\buntil|\btill?|\bby|\bno later than|\bnot after|\bearlier than|\bnot later than|(?<!-)\bup to)(?: about| around| like)? ?$/u,
  untilAfter: /^ (?:or earlier|or before|at the latest|latest|and before|or sooner)\b/u,
  withoutDay: /\b(?:before|after|past|later than|earlier than)(?: the)? ?$/u,
  betweenBefore: /\b(?:between|in between|from|anywhere between)(?: about| around)? ?$/u,
  rangeGap: /^(?: ?- ?| (?:to|until|till|til|through|thru|up to|and until)(?: about| around)? )$/u,
  andGap: /^(?: and(?: about| around)? | ?& ?)$/u,
  orGap: /^(?:,? or(?: even| maybe)?(?: at| on| around| the)? | ?\/ ?)$/u,
  nearGap: /^[ ,(]{0,3}(?:(?:on|at|@|around|about|maybe|say|for|from|by) ?)?$/u,
  corrected:
    /\b(?:no|nope|sorry|actually|i mean|i meant|rather|instead|make it|make that|make this|correction|wait|oops|scratch that|better|on second thought|changed my mind|not|i'd prefer|prefer)\b/u,
  personBefore:
    /\b(?:with|by|see|seeing|to|want|prefer|from|has|have|does|ask for|dr\.?|doctor|is|can|could|only)(?: the)? ?$/u,
  vehicleBefore:
    /\b(?:my|the|our|his|her|drive an?|driving an?|have an?|got an?|own an?|for|wife's|husband's|new|old)(?: (?:car|other|new|old|blue|red|black|white|grey|gray|silver|green|little|big|second|company))?(?: (?:is|a|an))? ?$/u,
  plateBefore:
    /\b(?:plate|plates|number plate|licen[cs]e plate|registration|registration number|license|licence|tag)(?: number)?(?: is| are|:| -|,)? ?$/u,
  vehicleGap:
    /^[ ,(:-]{0,3}(?:(?:with|its|the|and|is|a|an|number|licen[cs]e|plate|plates|registration) ){0,4}(?:(?:plate|plates|number|registration|is)[:,]?)? ?\(?$/u,
};
