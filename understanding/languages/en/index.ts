/** English, British by habit: day before month, "half nine" is 9:30. */
import type { Language } from '../language';
import { CHOOSING, ORDINALS } from './choosing';
import { DATES } from './dates';
import { lateBy } from './lateness';
import { LINES } from './lines';
import { NAMES, NAME_AFTER, NAME_PARTICLES } from './names';
import { RELATIONS } from './relations';
import { OFTEN } from './often';
import { ABOUT_US } from './rules/aboutUs';
import { ANSWERS, OTHERS, REFUSALS, SKIPS } from './rules/answers';
import { BOOKING_RULES } from './rules/booking';
import { CONTROL } from './rules/control';
import { ESTIMATES } from './rules/estimates';
import { PROFILE } from './rules/profile';
import { QUESTIONS } from './rules/questions';
import { REQUESTS } from './rules/requests';
import { RETURNING } from './rules/returning';
import { SAFETY } from './rules/safety';
import { SOCIAL } from './rules/social';
import { EQUIVALENTS, MENDED, SHORT, stem } from './spelling';
import { TOGETHER } from './together';
import { TIMES_AFTER_DATES, TIMES_BEFORE_DATES, TIMES_LAST } from './times';
import { ENGLISH_MARKS, ENGLISH_WORDS } from './words';

const AMOUNT_OF =
  'minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|km|kms|kilometers?|kilometres?|miles?|people|persons?|adults?|children|kids|guests?|cars?|vehicles?|vans?|tyres?|tires?|wheels?|doors?|litres?|liters?|euros?|eur|dollars?|pounds?|rials?|tomans?|percent|bucks|times|kg|cm|mm|hp|ps|k';

/** Counts, amounts and durations, and words of a greeting that are no time. */
const SHIELDS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:speak|write|talk)(?: [\p{L}]{1,12}){0,2} to me(?![\p{L}])/gu,
  /(?<![\p{L}\p{N}])good (?:morning|afternoon|evening|night|day)(?![\p{L}])/gu,
  /(?<=^|[.!] )(?:morning|afternoon|evening)(?=[,!] (?:i|can|could|do|is|are|book|my|need|we|please book)(?![\p{L}])| all| everyone| guys| team)/gu,
  /(?<![\p{L}\p{N}])see (?:you|ya|u) (?:on |next )?(?:later|tomorrow|then|soon|today|tonight|week|[a-z]{3,6}day)/gu,
  /(?<![\p{L}\p{N}])have a (?:nice|good|great|lovely) (?:day|evening|weekend|night|week|morning|afternoon)/gu,
  /[€$£] ?\d{1,6}(?:[.,]\d{1,3})?|(?<!\d)\d{1,6}(?:[.,]\d{1,3})? ?[€$£%]/gu,
  new RegExp(
    `(?<!(?:in|after|within|next|another) (?:about |around )?)(?<![\\d.:,])\\d{1,6}(?:[.,]\\d{1,3})?(?= ?-?(?:${AMOUNT_OF})(?: late)?(?! (?:from now|later|earlier|sooner|after that|before that|from today|away|hence|past|to \\d|after|before|on (?:mon|tue|wed|thu|fri|sat|sun)))(?![\\p{L}]))`,
    'gu',
  ),
  /(?<![\p{L}\p{N}])(?:for|take|takes|took|lasts?|about) (?:a|an|one|two|three|half an|a couple of|a few) (?:minutes?|hours?|days?|weeks?|months?|years?)(?! from)(?![\p{L}])/gu,
  /(?<![\p{L}\p{N}])(?:sat ?nav|second hand|one (?:question|thing|more|moment|second|sec)|the (?:one|ones)|this one|that one|which one|(?<=(?:the|an?|my|your) [a-z]{3,9} )(?<!(?:at|for|say|to) )one|one of|24\/7|last (?:time|week|month|year|night|[a-z]{3,6}day)|every day|one day|a second|second time|first time|someday)(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= (?:people|persons?|adults?|children|kids|guests?|cars?|tyres?|tires?|wheels?|times|things?|questions?|services?|of us|minutes late|new|winter|summer)(?![\p{L}]))/gu,
];

export const ENGLISH: Language = {
  code: 'en',
  lines: LINES,
  ordinary: ENGLISH_WORDS,
  marks: ENGLISH_MARKS,
  mended: MENDED,
  short: SHORT,
  equivalents: EQUIVALENTS,
  stem,
  shields: SHIELDS,
  moments: [...TIMES_BEFORE_DATES, ...DATES, ...TIMES_AFTER_DATES, ...TIMES_LAST],
  but: /(?<![\p{L}])(?:but|only|except|however|though|just)(?![\p{L}])/u,
  doubt:
    /(?<![\p{L}])(?:but|wait|hang on|hold on|(?:one|a) (?:moment|sec(?:ond)?|minute)|if|unless|not|n't|nah|nope|no|never|instead|rather|except|only|can (?:we|you|i|it|he|she)|could (?:we|you|i|it|he|she)|what about|how about|actually|change|wrong|other|different|someone else)(?![\p{L}])|n't(?![\p{L}])/u,
  plainYes:
    /^(?:[ ,.!]|oh )*(?:yes|yep|yeah|yup|sure|of course|definitely|absolutely|please do|book it|confirm|go ahead)(?![\p{L}])/u,
  unwanted:
    /(?<![\p{L}])(?:don't|do not|didn't|did not|never|not|no need to|without)(?: (?:want|need|like|wish|have|going|mean|ask|try|trying)(?: you| me)?)?(?: to)?(?: please)? ?$/u,
  relations: RELATIONS,
  rules: [
    ...RETURNING,
    ...SAFETY,
    ...ESTIMATES,
    ...SKIPS,
    ...ABOUT_US,
    ...CONTROL,
    ...PROFILE,
    ...REQUESTS,
    ...QUESTIONS,
    ...OTHERS,
    ...BOOKING_RULES,
    ...REFUSALS,
    ...SOCIAL,
    ...ANSWERS,
  ],
  together: TOGETHER,
  often: OFTEN,
  names: NAMES,
  nameAfter: NAME_AFTER,
  nameParticles: NAME_PARTICLES,
  politeBefore:
    /^(?:[ ,.!-]|please(?![\p{L}])|(?:ok|okay|hi|hello|hey|well|um+|uh|so|oh|and|then|just|sorry|actually|right|alright|listen|can you|could you|would you|can i|could i|can we|i'd like to|i want to|i would like to|i need to|let's|yes|no(?! (?:preference|problem|matter)))(?![\p{L}']))/u,
  politeAfter:
    /(?:[ ,.!?)]|(?<![\p{L}])(?:please|thanks|thank you|now|then|for now|sorry|mate|ok|okay|sir|ta|cheers|thank you very much|if possible))$/u,
  anyPerson:
    /(?<![\p{L}\p{N}])(?:any(?:one|body)(?=[ ,.!]*(?:please|really|thanks)?[ .!]*$)|any(?:one|body)(?: (?:is fine|will do|who(?:'s| is) (?:free|available)|works|available|free))|(?:with |by )any(?:one|body)(?! (?:but|except|other|apart|else))|who(?:m)?ever(?:(?:'s| is)? (?:free|available|there|works))?|any (?:person|mechanic|technician|stylist|doctor|hairdresser|barber|dentist)|no preference (?:for|about) (?:who|the)|doesn't matter who|(?:don't|do not) (?:mind|care) (?:who|about who|with whom)|any of (?:your|the) (?:people|mechanics|team|staff|stylists|doctors))(?![\p{L}\p{N}])/gu,
  otherPerson:
    /(?<![\p{L}\p{N}])(?:(?:with |by |see |have )?(?:some(?:one|body)|any(?:one|body)) else|not (?:with )?(?:her|him)|(?:another|(?:a )?different) (?:person|mechanic|technician|stylist|doctor|hairdresser|barber|dentist|colleague))(?! (?:is|was|has|drives|owns|will)(?![\p{L}]))(?![\p{L}\p{N}])/gu,
  lateBy,
  ordinals: ORDINALS,
  choosing: CHOOSING,
  vehicleClasses: new Map([
    ['van', 'van'],
    ['vans', 'van'],
    ['minivan', 'van'],
    ['campervan', 'van'],
  ]),
  languageLead: new Set('in speak to use talk write prefer understand continue'.split(' ')),
  languageNames: new Map([
    ['english', 'en'],
    ['german', 'de'],
    ['arabic', 'ar'],
    ['persian', 'fa'],
    ['farsi', 'fa'],
  ]),
};
