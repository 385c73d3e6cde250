/** English for making an appointment and for asking when one could be. */
import type { Rule } from '../../language';
import { opening, whole, words } from './phrase';

const BOOKING = '(?:appointments?|bookings?|reservations?|slot|session|appt)';

export const BOOKING_RULES: readonly Rule[] = [
  {
    name: 'request.availability',
    pattern: words(
      "(?:do|would|could|can) you(?: guys)? (?:have|offer|do)(?: [^ ,.!?]{1,14}){0,5} (?:free|available|availability|openings?|slots?|times?|space|room|capacity|appointments?)|(?:have you|you) got(?: [^ ,.!?]{1,14}){0,4} (?:free|available|availability|openings?|slots?|times?|space|left)|(?:is|are) there(?: [^ ,.!?]{1,14}){0,4} (?:free|available|availability|openings?|slots?|times?|space|appointments?|possible)|any(?:thing)?(?: [^ ,.!?]{1,14}){0,2} (?:free|available|availability|openings?|slots?|times|appointments|left)|when (?:can|could|may|would|should) (?:i|you|we|he|she|it)(?! (?:pick|collect))|(?:when|what time) (?:are|is|do|does|would|will)(?: [^ ,.!?]{1,14}){1,3} (?:free|available|fit|suit|possible|work)|when(?:'s| is| are)(?: the| your)? (?:next|first|earliest|soonest)|(?:what|which) (?:times?|days?|slots?|dates?|appointments?|hours)(?! do you (?:open|close))|what(?:'s| is| do you have| have you got| have you)(?: [^ ,.!?]{1,14}){0,3} (?:available|free|open(?! (?:until|till)))|(?:free|available|open) (?:slots?|times?|appointments?|dates?)|availabilit(?:y|ies)|have you (?:got )?time|do you have time|(?:are|is|r) (?!(?:it|that|this|parking) )(?:[^ ,.!?]{1,14} ){1,4}(?:free(?! of)|available)|how soon|how (?:early|quickly) (?:can|could)|check availability",
    ),
    acts: [{ act: 'request', intent: 'availability' }],
  },
  {
    name: 'request.more',
    pattern: words('also|as well|add|adding|in addition|on top of (?:that|it)|additionally|another one|plus'),
    acts: [{ act: 'request', intent: 'book', more: true }],
  },
  {
    name: 'affirm.book-it',
    pattern: whole(
      "(?:yes )?(?:book|reserve|confirm|schedule|make)(?: (?:it|that|this|this one|that one))(?: in| for me)?|confirm|go for it|book|(?:i'll|i will|let me|i'd) (?:take|have|go (?:for|with)) (?:it|that|this)(?: one)?",
    ),
    whole: true,
    asked: ['confirm', 'choice', 'line'],
    acts: [{ act: 'affirm' }],
  },
  {
    name: 'request.availability',
    pattern: words(
      'is [^ ,.!?]{2,14} (?:working|in|there|around)(?= (?:on|today|tomorrow|this|next|[a-z]{3,6}day))',
    ),
    acts: [{ act: 'request', intent: 'availability' }],
  },
  {
    name: 'request.book',
    pattern: words(
      `book(?: me| us| my| in| a| an| the)?(?: in)?|(?:make|making|schedule|scheduling|arrange|set up|setup|fix|request|get|(?:can|could|may) (?:i|we) (?:have|get)|need|needs|want|like|after|looking for|require|reserve|organi[sz]e|take|find)(?: me| us)?(?: (?:an?|my|another|the next|some|one))?(?: [^ ,.!?]{1,14}){0,2} (?:appointment|booking|reservation|appt|slot|session)|schedule (?:me|my|an?|in|the)|reserve|(?:put|pencil|squeeze|fit|slot|sign) (?:me|us) (?:in|down|up)|(?:another|new|an|one more) (?:appointment|booking|reservation)|(?:bring|drop)(?: (?:in|off))? (?:my|the) (?:car|van|vehicle|bike)(?: (?:in|by|over|off))?|come (?:in|by|over)(?: for)?|(?:can|could|may|like to|want to|will|i'll) (?:i |we )?come(?! (?:to|back to) (?:you|me))`,
    ),
    acts: [{ act: 'request', intent: 'book' }],
  },
  {
    name: 'request.availability',
    pattern: words(
      '(?:anything|something) (?:free |available )?(?:on|in the|at|for|around|this|next|tomorrow|today|before|after)',
    ),
    asked: [null],
    acts: [{ act: 'request', intent: 'availability' }],
  },
  {
    name: 'request.availability',
    pattern: words(
      "is (?:the )?\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m| o'clock)? (?:[^ ,.!?]{1,14} ){0,2}(?:free|available|possible|ok|okay)|is (?:[^ ,.!?]{1,14} ){0,2}(?:possible|available|still free)",
    ),
    acts: [{ act: 'request', intent: 'availability' }],
  },
  {
    name: 'request.book',
    pattern: opening(
      '(?:an? |new |another )?(?:appointment|booking|appt)(?! (?:time|number|details|status|history|reference))',
    ),
    asked: [null],
    acts: [{ act: 'request', intent: 'book' }],
  },
  {
    name: 'request.book',
    pattern: whole(`(?:an? |new )?${BOOKING}`),
    whole: true,
    acts: [{ act: 'request', intent: 'book' }],
  },
];
