/** English for what a customer wants done. */
import type { Act } from '../../../acts';
import type { Asking } from '../../../expectation';
import type { Rule } from '../../language';
import { whole, words } from './phrase';

const BOOKING = '(?:appointments?|bookings?|reservations?|visits?|slot|appts?)';
const MINE = "(?:my|the|our|this|that|an|a|any|all(?: my| of my)?|tomorrow's|today's|[a-z]{3,6}day's)";
/** Up to three words between: "my Thursday morning appointment". */
const BETWEEN = '(?:[^ ,.!?]{1,20} ){0,3}';
const CAR = '(?:car|vehicle|van|truck|bike|it|auto|repair|order|work|[^ ,.!?]{1,16})';
const LATE_BY =
  '(?:(?:a|about|around|approximately) )?(?:(?:bit|little|\\d{1,3}|few|ten|five|fifteen|twenty|thirty|half an)(?: ?(?:minutes?|mins?|min|hours?|hour|m))? )?';

/** What a loose word such as "move it" means depends on whether a question is open: then it corrects the answer. */
const NOTHING_ASKED: readonly (Asking | null)[] = [null];

/** "Can I come a bit later?" says where to; "an hour later" says so by itself. */
function movedThan(than: string | undefined): readonly Act[] {
  const moves: Act = { act: 'request', intent: 'reschedule' };
  if (than === 'later') return [moves, { act: 'alternatives', than }];
  if (than === 'earlier' || than === 'sooner') return [moves, { act: 'alternatives', than: 'earlier' }];
  return [moves];
}

export const REQUESTS: readonly Rule[] = [
  {
    name: 'request.reschedule',
    pattern: words(
      "(?:can't|cannot|can not|won't be able to|not able to) (?:make|come|do|attend)[^.!?]{0,30}[,.;!?]? ?(?:so |but )?(?:can|could|would|may) (?:we|i|you) (?:do|come|have|make it|move|get)",
    ),
    asked: NOTHING_ASKED,
    acts: [{ act: 'request', intent: 'reschedule' }],
  },
  {
    name: 'request.reschedule',
    pattern: whole('(?:please )?(?:move|change|push|shift) (?:it|this|that)'),
    whole: true,
    asked: NOTHING_ASKED,
    acts: [{ act: 'request', intent: 'reschedule' }],
  },
  {
    name: 'request.late',
    pattern: words(
      `(?:running|be|am|i'm|we're|bit|arrive|arriving|come|coming) ${LATE_BY}(?:late|delayed)(?: for)?|stuck in traffic|(?:\\d{1,3}|an?|one|two|half an|\\p{L}{3,8}) (?:minutes?|mins?|hours?|hrs?) late|late by|held up`,
    ),
    acts: [{ act: 'request', intent: 'late' }],
  },
  {
    name: 'request.callback',
    pattern: words(
      '(?:call|ring|phone)(?:ing)? (?:me|us)(?: back| when| later| tomorrow| asap| please| on| at| if| as)|call ?back|give (?:me|us) a (?:call|ring|bell|buzz)|(?:can|could|would) (?:you|someone|somebody) (?:please )?(?:call|ring|phone) me|phone me|ring me|have (?:someone|somebody) call',
    ),
    acts: [{ act: 'request', intent: 'callback' }],
  },
  {
    name: 'request.callback',
    pattern: whole('call me'),
    whole: true,
    acts: [{ act: 'request', intent: 'callback' }],
  },
  {
    name: 'request.complaint',
    pattern: words(
      'complain(?:t|ts|ing)?|(?:not|very un|un|so un)(?: at all)?(?: very)? ?(?:happy|satisfied) (?:with|about)|unhappy|dissatisfied|disappointed|unacceptable|(?:terrible|horrible|awful|bad|poor|worst) (?:service|experience|job|work|repair|haircut)|(?:damaged|scratched|ruined|broke) my|still (?:broken|not (?:fixed|working|repaired))|want (?:my money back|a refund)|refund',
    ),
    acts: [{ act: 'request', intent: 'complaint' }],
  },
  {
    name: 'request.approve',
    pattern: words(
      '(?:i )?(?:approve|accept)(?: (?:the|your|this|that))?(?: (?:estimate|quote|offer|price|repair|work|it|all))?|go ahead with (?:the|this|that|it|all)|(?:approved|do all of it|repair it|fix it all|fix everything)',
    ),
    acts: [{ act: 'request', intent: 'approve' }],
  },
  {
    name: 'request.reschedule',
    pattern: words(
      `re-?schedul(?:e|ing)|rearrang(?:e|ing)|postpon(?:e|ing)|(?:move|moving|shift|shifting|change|changing|push|pushing|bring|switch|swap|delay|alter|amend|update|modify|put off) ${MINE} ${BETWEEN}${BOOKING}(?: back| forward| up)?|(?:different|new|another|other|later|earlier|better) (?:time|day|date|slot) for (?:my|the|our) ${BETWEEN}${BOOKING}|(?:move|change|switch|swap) (?:my|the|our) (?:\\S{1,16} ){0,2}from|come (?:on )?(?:another|a different) day instead`,
    ),
    acts: [{ act: 'request', intent: 'reschedule' }],
  },
  {
    name: 'request.reschedule',
    pattern: words(
      '(?:move|push|bring|put|shift|postpone) (?:it|this|that|me|mine)(?: (?:back|forward|to|by|on|up))|change (?:it|the|my) ?(?:time|date|day)?(?: to| of| for)|change (?:the|my) (?:time|date|day)|change my (?:oil change|inspection|haircut)|(?:move|shift|push|postpone) (?:my|the|our) (?:\\S{1,16} ){1,3}(?:to|from|until|back|forward)',
    ),
    asked: NOTHING_ASKED,
    acts: [{ act: 'request', intent: 'reschedule' }],
  },
  {
    name: 'request.reschedule',
    pattern: words(
      '(?:need|want|have|like|trying) to (?:change|move|shift) (?:it|that|this)|(?:can|could|may) (?:i|we) (?:come|make it|do it|have it)(?= [^.!?]{0,40}?((?:hours?|minutes?|mins?|days?|weeks?) )?(instead|later|earlier|sooner)(?![\\p{L}]))',
    ),
    asked: NOTHING_ASKED,
    acts: ([, amount, than]) => movedThan(amount === undefined ? than : undefined),
  },
  {
    name: 'request.reschedule',
    pattern: words(
      '(?:move|shift|push|postpone) (?:booking |appointment )?(?:number |ref(?:erence)?\\.? )?(?=[a-z0-9]*\\d)[a-z0-9]{6}',
    ),
    acts: [{ act: 'request', intent: 'reschedule' }],
  },
  {
    name: 'request.cancel.all',
    pattern: words(
      `(?:cancel|call off|delete|drop|remove) (?:(?:all|both|every ?one)(?: of)?(?: (?:my|the|them|these|those|our))?(?: [^ ,.!?]{1,12})?(?: ${BOOKING})?|(?:my|the|our|these|those) (?:two |three |[^ ,.!?]{1,12} )?(?:appointments|bookings|reservations|visits)|them(?: all| both)?)`,
    ),
    acts: [{ act: 'request', intent: 'cancel', all: true }],
  },
  {
    name: 'request.cancel',
    pattern: words(
      'cancel (?:it|that|this|mine|that one|this one)(?=,? (?:and|then|but|instead|please and))',
    ),
    acts: [{ act: 'request', intent: 'cancel' }],
  },
  {
    name: 'request.cancel',
    pattern: words(
      'cancel (?:booking |appointment |reservation )?(?:number |ref(?:erence)?\\.? )?(?=[a-z0-9]*\\d)[a-z0-9]{6}',
    ),
    acts: [{ act: 'request', intent: 'cancel' }],
  },
  {
    name: 'request.cancel',
    pattern: words(
      `(?:cancel|cancelling|call off|delete|drop|remove|scrap|annul|undo) (?:please )?(?:${MINE} )?${BETWEEN}${BOOKING}|cancel (?:my|the|our|tomorrow|today|on|for|[a-z]{3,6}day|next|this (?:week|morning|afternoon|evening))(?: [^ ,.!?]{1,20})?|(?:don't|do not|no longer) (?:need|want) (?:my|the|our) ${BETWEEN}${BOOKING}|cancellation`,
    ),
    acts: [{ act: 'request', intent: 'cancel' }],
  },
  {
    name: 'request.cancel',
    pattern: words(
      "(?:can't|cannot|can not|won't|will not|unable to|not able to|not be able to|not going to)(?: be able to)? (?:make (?:it|my appointment|the appointment)|come|attend|be there)(?: (?:in|any ?more))?",
    ),
    asked: NOTHING_ASKED,
    acts: [{ act: 'request', intent: 'cancel' }],
  },
  {
    name: 'request.status',
    pattern: words(
      `is (?:my|the|our) ${CAR}(?: [^ ,.!?]{1,16}){0,2} (?:ready|done|finished|fixed|repaired|complete)(?: yet)?|(?:when|what time) (?:is|will|can|could|should|do)(?: [^ ,.!?]{1,16}){1,4} (?:be ready|ready|be done|be finished|finished|collect(?: it)?|pick (?:it |my [^ ,.!?]{1,16} )?up)|how(?:'s| is) (?:my|the) ${CAR}(?: [^ ,.!?]{1,16})? (?:doing|coming along|going|getting on|looking)|(?:status|progress) (?:of|on|for)|(?:any )?(?:news|updates?) (?:on|about|regarding) (?:my|the)|(?:when|what time|which day|where)(?:'s| is| are| was| were) (?:my|our|the(?! (?:next|first|earliest|soonest))) (?:next )?${BETWEEN}${BOOKING}|(?:when|what time|which day)(?:'s| is| was) my (?:next |other )?[^ ,.!?]{2,16}(?: [^ ,.!?]{2,16}){0,2}|do i (?:still )?have (?:an?|any) (?:appointments?|bookings?)|(?:what|when)(?:'s| is| am i| have i| do i have)?(?: got)? booked(?: (?:in )?for me)?|(?:when|what time) am i (?:booked|coming|due)(?: in)?|what(?:'s| is) my (?:booking|appointment|reservation)|what have i (?:got )?booked|did you (?:book|confirm) it|is (?:this|that|it) (?:booked|confirmed)|is (?:my|the) ${BETWEEN}${BOOKING} (?:confirmed|still on|booked)|(?:details|confirmation) of my ${BOOKING}|is (?:it|my car|everything) ready(?: yet)?`,
    ),
    acts: [{ act: 'request', intent: 'status' }],
  },
  {
    name: 'request.status',
    pattern: whole(
      "(?:(?:so )?when(?:'s| is) (?:it|that)(?: now| again)?|status|any (?:news|updates?)|ready yet)",
    ),
    whole: true,
    acts: [{ act: 'request', intent: 'status' }],
  },
  {
    name: 'request.history',
    pattern: words(
      `(?:past|previous|earlier|old|last)(?: \\d{1,2}| few| couple of| three| two| five)? (?:appointments|bookings|visits|reservations)|my last (?:visit|appointment|booking|service|time)|(?:service|booking|visit|repair) history|my history|when was (?:my|the) last|when (?:was|were) (?:i|we) (?:here |there )?last|when did (?:i|we) last|what (?:did|have) (?:i|we|you)(?: guys)? (?:had? |have |get |got |gotten |done? )?(?:done |do )?(?:[^ ,.!?]{1,12} ){0,5}(?:last time|last visit|before|in the past)|what was (?:done|it) (?:[^ ,.!?]{1,12} ){0,5}last (?:time|visit)|what (?:services|work) (?:have|did) (?:i|we|you) (?:had|have|do|done)`,
    ),
    acts: [{ act: 'request', intent: 'history' }],
  },
  {
    name: 'request.history.upcoming',
    pattern: words(
      `(?:upcoming|future|all(?: of)?|list(?: of)?)(?: my)? (?:appointments|bookings|visits|reservations)|(?:show|list|see|view|what are|check)(?: me)?(?: all)? my (?:appointments|bookings|visits|reservations)|(?:what|which) (?:appointments|bookings) do i have`,
    ),
    acts: [{ act: 'request', intent: 'history', upcoming: true }],
  },
  {
    name: 'request.history.upcoming',
    pattern: whole('my (?:appointments|bookings|visits)'),
    whole: true,
    acts: [{ act: 'request', intent: 'history', upcoming: true }],
  },
  {
    name: 'request.profile',
    pattern: words(
      '(?:change|update|correct|edit|set) my (?:phone(?: number)?|number|e-?mail(?: address)?|name|address|details|profile|contact(?: details)?|data|language)|(?:my|i have a) new (?:phone )?number|delete my (?:data|account|profile|details)|(?:add|remove) (?:a|another|my) (?:car|vehicle)(?: to my (?:profile|account))?',
    ),
    acts: [{ act: 'request', intent: 'profile' }],
  },
  {
    name: 'request.estimate',
    pattern: words(
      '(?:an? |the |your )?(?:rough |cost |free |price )?(?:estimate|quote|quotation)(?: for)?|how much (?:would|will|to)(?: (?:it|you|that|this))?(?: (?:cost|charge|be))?(?: me)? ?(?:to )?(?:fix|repair|replace|mend|sort)|ballpark',
    ),
    acts: [{ act: 'request', intent: 'estimate' }],
  },
];
