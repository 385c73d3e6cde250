/** English words around a day, a time or a thing that say how it is meant. */
import type { Relations } from '../language';

const DAY_WORD =
  '(?:today|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';

export const RELATIONS: Relations = {
  notBefore:
    /(?:(?<!\bwhy )\bnot(?: (?:have|get|see|be))?|\bn't|\binstead of|\brather than|\bbut not|\bexcept|\bexcluding|\bno longer|\bany(?:thing|one|body|where| ?day| ?time| weekday| of them)?(?: will do| is fine| works)? but|\b(?:every|each) (?:week)?day but|\bother than|\bapart from|\bbesides|\bwithout|\bavoid(?:ing)?|\bdrop|\bremove|\bskip|\bscrap|\blose|\bleave (?:out|off)|\btake (?:out|off)|\bforget(?: about)?|\b(?:never|(?:didn't|did not)) (?:said|say|asked for|ask for|meant|mean|wanted|want)|\bnever|\bhate|\bdislike|\bnot (?:a fan of|keen on|so good on)|\b(?:can't|cannot|won't|don't|do not)(?: (?:do|make|come|like|want|work|have|see|get))?)(?: (?:on|at|in|for|with|to))?(?: (?:the|my|a|any))?(?: (?:branch))? ?$/u,
  notAfter:
    /^ (?:doesn't|does not|don't|do not|won't|will not|(?:is not|isn't|is no|are not|aren't|are no)(?: (?:good|possible|ok|okay|convenient|ideal|great|free|an option|going|really|so))|(?:is|are) (?:out|bad|impossible|busy|difficult)|not possible)\b/u,
  refused:
    /\b(?:no|never|avoid)(?: on)? (?:(?:early|late) )?(?:[a-z]{3,6}days|mornings?|afternoons?|evenings?|weekends?|nights?)$/u,
  atBefore:
    /(?:\bat|@|\baround|\babout|\bapprox\.?|\bapproximately|\broughly|\bby|\bafter|\bbefore|\bpast|\bfrom|\bbetween|\buntil|\btill?|\bmake it|\bmake that|\bhow about|\bwhat about|\brather|\binstead|\bsay|\bmaybe|\bprefer|\bto|\bfor|\bthen|\btake(?: the)?|\bthan|\bnot|\bi said|\bi meant|\bi mean|\b(?:could|can) (?:you|i|we) (?:do|make(?: it)?|have|get)|\b(?:could|can) it be|\b(?:do you have|have you got|got)(?: (?:something|anything|a slot))?(?: at)?|\bis|\bisn't|\bis not|\bwith|\bbut|\bonwards)(?: like| say| maybe| at| around| about)? ?$/u,
  atSurely: /(?:\bat|@) ?$/u,
  suitsAfter:
    /^ (?:would (?:be (?:better|best|good|great|fine|ideal|perfect)|suit|work)|is (?:better|best|fine|good|ideal|perfect)|works|suits|sounds (?:good|great|better))(?![\p{L}])/u,
  timeBefore: new RegExp(
    `^(?:$|[.,;!?)"\\n]| ?[-/] ?\\d| (?:on|at|in|any|every|except|excluding|only|anytime|weekdays?|please|then|is|works?|would|will|for|if|or|and|sharp|ok|okay|instead|thanks|thank|with|to|till?|until|this|next|sounds|should|might|maybe|by|hi|as|also|the|onwards?|free|taken|full|but|suits|fits|good|fine|does|may|be|latest|it|that|looks|seems|not|rather|because|when|my|so|i|we|you|can|could|exactly|possible|available|free|today's|ish|- |@|:\\)|${DAY_WORD})(?![\\p{L}\\p{N}]))`,
    'u',
  ),
  fromBefore:
    /(?:\bafter|\bfrom|\bstarting(?: at| from)?|\bpast|\blater than|\bnot before|\bno earlier than|\banytime after|\bsince)(?: about| around| like)? ?$/u,
  fromAfter: /^ (?:or later|or after|onwards?|and later|and after|at the earliest|or anytime after)\b/u,
  untilBefore:
    /(?:\bbefore|\buntil|\btill?|\bby|\bno later than|\bnot after|\bearlier than|\bnot later than|(?<!-)\bup to)(?: about| around| like)? ?$/u,
  neverBefore:
    /(?:\b(?:not|nothing|never|none|cannot|no)|n't)(?: (?:do|come|make|have|want|like|anything|any|time|times|it|there|be|get|in|slots?|appointments?|free|available)){0,3} (?:before|earlier than|until|till)(?: about| around)? ?$|\b(?:i|we|i'm|we're)(?: (?:am|are|have to))?(?: at)? (?:work|working|finish|finish work|busy|at work|off work|done|at school)(?: \p{L}+)? (?:until|till|at)(?: about| around)? ?$/u,
  neverAfter:
    /(?:\b(?:not|nothing|never|none|cannot|no)|n't)(?: (?:do|come|make|have|want|like|anything|any|time|times|it|there|be|get|in|slots?|appointments?|free|available)){0,3} (?:after|later than|past)(?: about| around)? ?$/u,
  untilAfter: /^ (?:or earlier|or before|at the latest|latest|and before|or sooner)\b/u,
  withoutDay: /\b(?:before|after|past|later than|earlier than)(?: the)? ?$/u,
  betweenBefore: /\b(?:between|in between|from|anywhere between)(?: about| around)? ?$/u,
  rangeGap: /^(?: ?- ?| (?:to|until|till|til|through|thru|up to|and until)(?: about| around)? )$/u,
  andGap: /^(?: and(?: about| around)? | ?& ?)$/u,
  orGap: /^(?:,? or(?: even| maybe)?(?: at| on| around| the)? | ?\/ ?)$/u,
  listGap: /^,? ?(?:and|or|nor|&)(?: (?:on|not|not on|in the|the))? $/u,
  nearGap: /^[ ,(]{0,3}(?:(?:on|at|@|around|about|maybe|say|for|from|by) ?)?$/u,
  corrected:
    /\b(?:no|nope|sorry|actually|i mean|i meant|rather|instead|make it|make that|make this|correction|wait|oops|scratch that|better|on second thought|changed my mind|not|i'd prefer|prefer)\b/u,
  standing:
    /(?:my|the|our|this|that) (?:[^ ,.!?]{1,20} ){1,4}?(?:appointments?|bookings?|reservations?|visits?|slot|one)(?![\p{L}])|(?<=(?:mov(?:e|ing)|shift(?:ing)?|chang(?:e|ing)|re-?schedul(?:e|ing)|postpon(?:e|ing)|switch|swap|push|bring|put) )[^.!?]{3,60}?(?= (?:to|until|till) )/gu,
  personBefore:
    /\b(?:with|by|see|seeing|to|want|prefer|from|has|have|does|ask for|dr\.?|doctor|is|can|could|only)(?: the)? ?$/u,
  vehicleBefore:
    /\b(?:my|the|our|his|her|drive an?|driving an?|have an?|got an?|own an?|for|wife's|husband's|new|old)(?: (?:car|other|new|old|blue|red|black|white|grey|gray|silver|green|little|big|second|company))?(?: (?:is|a|an))? ?$/u,
  plateBefore:
    /\b(?:plate|plates|number plate|licen[cs]e plate|registration|registration number|license|licence|tag)(?: number)?(?: is| are|:| -|,)? ?$/u,
  vehicleGap:
    /^[ ,(:-]{0,3}(?:(?:with|its|the|and|is|a|an|number|licen[cs]e|plate|plates|registration) ){0,4}(?:(?:plate|plates|number|registration|is)[:,]?)? ?\(?$/u,
};
