/** English for the waiting list and for what was had before; read first, because "take me off" is an opt-out without its list. */
import type { Rule } from '../../language';
import { whole, words } from './phrase';

const LIST = '(?:the |your |a )?wait(?:ing)?[ -]?list';

export const RETURNING: readonly Rule[] = [
  {
    name: 'waitlist.leave',
    pattern: words(
      `(?:take|remove|delete|get|cross|strike) (?:me|us|my name) (?:off|from|out of) ${LIST}|(?:leave|quit|get off|come off) ${LIST}|(?:don't|do not|no longer) (?:want|need) to (?:be on|wait on|wait for) ${LIST}|(?:cancel|delete|remove) my (?:place on |spot on |entry (?:on|in) )?(?:the )?wait(?:ing)?[ -]?list(?: (?:entry|place|spot))?`,
    ),
    acts: [{ act: 'waitlist', wish: 'leave' }],
  },
  {
    name: 'waitlist.join',
    pattern: words(
      `(?:put|add|place|get|stick|write|note) (?:me|us|my name|him|her) (?:down )?(?:on|to|onto|in|for) ${LIST}|(?:join|sign up (?:for|to)|go on|be on|get on|onto) ${LIST}|is there (?:an? )?wait(?:ing)?[ -]?list|(?:do you have|have you(?: got)?) (?:an? )?wait(?:ing)?[ -]?list|(?:let me know|tell me|text me|message me|notify me|write to me|write me|ping me) (?:if|when|as soon as|once) (?:something|anything|a (?:slot|time|place|spot|space)|one|it|there(?:'s| is) (?:something|anything|a (?:slot|time|place|spot))|somebody|someone)(?: (?:becomes|gets|comes|opens|is|cancels|frees))?(?: (?:free|available|up|out|drops out))?|if (?:something|anything|a (?:slot|time|place|spot)) (?:becomes|gets|comes|opens) (?:free|available|up)|if (?:somebody|someone|anybody|anyone) (?:cancels|drops out)`,
    ),
    acts: [{ act: 'waitlist', wish: 'join' }],
  },
  {
    name: 'waitlist.join',
    pattern: whole(`(?:${LIST}(?: please)?|i'll wait(?: for (?:it|that|one))?|keep me posted|let me know)`),
    whole: true,
    acts: [{ act: 'waitlist', wish: 'join' }],
  },
  {
    name: 'request.cancel',
    pattern: words('cancel (one|both|all)(?: of)? (?:them|these|those)'),
    acts: ([, which]) => [
      { act: 'request', intent: 'cancel', ...(which !== 'one' && { all: true as const }) },
    ],
  },
  {
    name: 'skip',
    pattern: whole(
      'skip(?: (?:it|that|this))?(?: (?:one|day|date))?|leave (?:it|that|this)(?: (?:one|day))? out',
    ),
    whole: true,
    asked: ['choice'],
    acts: [{ act: 'deny' }],
  },
  {
    name: 'separately',
    pattern: words(
      '(?:each )?(?:separately|one by one|one after another|one at a time|individually)|split (?:it|them|that)(?: up)?|(?:on )?(?:different|separate) days|not (?:all )?together|(?:two|2|three|3|separate) (?:different |separate )?appointments',
    ),
    acts: [{ act: 'separately' }],
  },
  {
    name: 'request.again',
    pattern: words(
      '(?:the |exactly the |just the )?same (?:again|as (?:last time|the last time|before|usual|always|ever|(?:i |we )?had (?:last time|before)|(?:my|the) last (?:visit|appointment|one|booking)))(?: please)?|(?:the|my) usual(?! (?:time|day|place|hours?|price))(?: (?:appointment|one|thing))?|(?:book|do|have|get|repeat|schedule)(?: me| us)? (?:exactly )?the same(?: (?:thing|service|appointment|one|treatment))?(?: (?:again|once more))?|(?:repeat|rebook) (?:my |the )?last (?:visit|appointment|booking|one|time)|(?:like|as) last time|(?:what|whatever) i had last time|rebook(?: me)?',
    ),
    acts: [{ act: 'request', intent: 'book', again: true }],
  },
];
