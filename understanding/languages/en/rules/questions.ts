/** English questions about the business, by topic. */
import type { Topic } from '../../../acts';
import type { Rule } from '../../language';
import { whole, words } from './phrase';

function about(topic: Topic, pattern: RegExp): Rule {
  return { name: `ask.${topic}`, pattern, acts: [{ act: 'ask', topic }] };
}

function aboutWhole(topic: Topic, source: string): Rule {
  return { ...about(topic, whole(source)), whole: true };
}

const SHOP =
  '(?:you|your (?:shop|garage|workshop|salon|clinic|office|store|place|practice|branch|branches)|the (?:shop|garage|workshop|salon|clinic|office|store|place|practice|branch|branches)|u|it)';

/** Asked for a name or a number, "why?" asks what that is needed for. */
const UNLESS_TOLD = [
  'service',
  'branch',
  'asset',
  'when',
  'person',
  'confirm',
  'choice',
  'line',
  null,
] as const;

export const QUESTIONS: readonly Rule[] = [
  about(
    'why',
    words(
      "why (?:can't|cannot|can not|couldn't|can|isn't|aren't|is|are|was|wasn't|won't|don't|do|does|doesn't|didn't)(?: [^ ,.!?]{1,14}){1,7}|why not(?= (?:at|on|before|after|with|\\d|tomorrow|today|next|this|in the|the|earlier|later|[a-z]{3,6}day|(?:mon|tue|wed|thu|fri|sat|sun)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|[a-z]{2,12} ?\\?))|what(?:'s| is) (?:wrong|the (?:problem|matter|reason))(?: with| for)?|(?:how come|for what reason)(?: [^ ,.!?]{1,14}){0,6}",
    ),
  ),
  // with its question mark it asks; without one it is a yes
  {
    ...about('why', /^[ ,.!]*(?:but |and |ok |okay |oh |hm+ )?why(?: not| so| is that| that)? ?\?+ *$/gu),
    asked: UNLESS_TOLD,
  },
  { ...aboutWhole('why', '(?:but |and )?why(?: is that| so)?'), asked: UNLESS_TOLD },
  { ...aboutWhole('why', 'why not'), asked: ['when'] },
  about(
    'privacy',
    words(
      'privacy(?: policy)?|gdpr|dsgvo|data protection|(?:what|how|where)(?: [^ ,.!?]{1,14}){0,5} my (?:personal )?(?:data|information)|(?:personal|my) data|do you (?:store|save|share|sell) my',
    ),
  ),
  about(
    'hours',
    words(
      `(?:opening|business|working|office|shop|operating|your|closing) (?:hours|times?)|(?:when|what time|what times|what days|which days|until when|till when|how late|how long|how early)(?: exactly)? (?:are|do|does|is|will) ${SHOP}(?: be)?(?: (?:open|close|closed|opens|closes|there|shut|start|finish|open (?:until|till)))|(?:are|is|do|will) ${SHOP}(?: be)?(?: (?:still|also|ever))? (?:open|closed|close|work|working)|open (?:on|at|today|tomorrow|now|this|until|till)(?! to)|when (?:do|does) ${SHOP} (?:open|close)`,
    ),
  ),
  aboutWhole('hours', '(?:opening )?hours|opening times?|when (?:do|are) you open|open'),
  about(
    'parking',
    words(
      '(?:can|could|where|is|are|do|have|any|free|about)(?: [^ ,.!?]{1,14}){0,4} park(?:ing)?(?: (?:space|spot|lot|place|spaces|spots))?|parking|car park',
    ),
  ),
  about(
    'payment',
    words(
      '(?:can|could|do|may|how|should|must|where|when)(?: [^ ,.!?]{1,14}){1,3} pay|(?:take|accept|use)(?: [^ ,.!?]{1,14}){0,3} (?:cards?|cash|credit|visa|mastercard|paypal|apple pay|google pay|amex|ec|debit)|(?:pay(?:ing|ment)?) (?:by|with|in|methods?|options?)|payment|(?:is|need|require)(?: [^ ,.!?]{1,14}){0,3} deposit|by card|instal?lments?|invoice',
    ),
  ),
  about(
    'duration',
    words(
      'how long (?:does|will|would|is|do|for|should|it)(?: [^ ,.!?]{1,16}){0,6}? ?(?:take|takes|last|need|be|long)?|how much time|how many (?:hours|minutes)|duration|how long(?= ?[?.!]*$)',
    ),
  ),
  about(
    'price',
    words(
      "how much(?! time)(?: (?:is|are|does|do|for|would|will|it|you|your|an?|the|to))?|(?:what|how)(?:'s| is| are| does| do| would| will)(?: [^ ,.!?]{1,16}){0,4} (?:price|prices|cost|costs|charge|fee|rate|rates)|(?:your|the|a) (?:price list|prices|rates|fees)|pric(?:es?|ing)(?: list)?|costs?(?: of| for)?|how expensive|price of|(?:cheaper|more expensive|(?:any )?discounts?)|(?:including|incl|with|plus|without) (?:tax|vat)",
    ),
  ),
  about(
    'address',
    words(
      `where (?:are|is) ${SHOP}(?: (?:located|based|exactly))?|where(?:'s| is) (?:the|your) [^ ,.!?]{1,16}|(?:your|the|what's the|what is the|full) (?:exact )?(?:address|location|addresses)|how (?:do|can|would|should) (?:i|we) (?:get (?:there|to you|to)|find (?:you|it)|reach (?:the|your) (?:shop|garage|workshop|salon|clinic))|directions|where (?:do|should|must|can) (?:i|we) (?:go|come|have to|bring|drop)|located|google maps|which street`,
    ),
  ),
  aboutWhole('address', '(?:your )?(?:address|location)|where(?: are you)?'),
  about(
    'services',
    words(
      '(?:what|which)(?: (?:kind|kinds|type|types|sort) of)? (?:services|treatments|repairs|work|jobs)(?: (?:do|are|can|you))?|what (?:do|can|else do|all do) you (?:offer|do|provide|have on offer|repair|fix)|(?:list|overview|menu) of (?:your )?(?:services|treatments)|(?:your|the) (?:services|treatments)|services (?:do )?you (?:offer|have|provide)|what can i (?:book|get done)',
    ),
  ),
  aboutWhole('services', 'services|treatments|service list|(?:the )?menu'),
  about(
    'contact',
    words(
      '(?:your|the) (?:phone(?: number)?|telephone(?: number)?|number|e-?mail(?: address)?|contact(?: details| number)?|website)|(?:how|where) (?:can|do|could|should) (?:i|we) (?:contact|call|reach|phone|ring|email) (?:you|the|someone)|what number (?:can|do|should)',
    ),
  ),
];
