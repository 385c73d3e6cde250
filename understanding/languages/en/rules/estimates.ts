/** English around an estimate that waits for an answer: all of it, none of it, what it comes to, and that it is too much. */
import type { Rule } from '../../language';
import { whole, words } from './phrase';

const ALL =
  '(?:it all|all(?: of (?:it|them|that))?|everything|both(?: of them)?|the (?:lot|whole (?:lot|thing))|the estimate|it|that|this|them)';
const NONE =
  '(?:none(?: of (?:it|them|that|those))?|nothing(?: of (?:it|that))?|neither(?: of (?:them|those))?)';
const DOING = '(?:approve|accept|do|fix|repair|go ahead with|take|want|agree to|agree with|authori[sz]e)';

export const ESTIMATES: readonly Rule[] = [
  {
    name: 'human.too-dear',
    pattern: words(
      "(?:much |way |far |a bit |really |just )?too (?:expensive|dear|much(?: money)?|costly|high)|can't afford|cannot afford|(?:any|is there|can i get|can you give me) (?:a )?(?:discount|cheaper)|(?:do|make|get) (?:it|this|that) (?:any )?cheaper|cheaper",
    ),
    asked: ['line'],
    acts: [{ act: 'human' }],
  },
  {
    name: 'ask.total',
    pattern: words(
      "(?:what(?:'s| is|s)|what does|how much) (?:is |does |would |will |be )?(?:the |it |that |this |they )?(?:total|sum|all|altogether|together|come to|overall)(?: (?:come to|cost|together|in all|amount|price))?|in total|altogether|how much(?: is (?:it|that))?(?: all)? (?:together|in all)|the total(?: amount| price)?",
    ),
    asked: ['line'],
    acts: [{ act: 'ask', topic: 'price' }],
  },
  {
    name: 'ask.why',
    pattern: words(
      "why(?: (?:the|do|does|is|are|should|must|so|that|this|both|all|now|not)(?: [^ ,.!?]{1,16}){0,6})?|what(?:'s| is| are) (?:the |that |this |these |those )?(?:[^ ,.!?]{1,16} ){0,3}for|is (?:it|that|this) (?:really |all )?(?:necessary|needed|urgent)|do (?:i|you) really (?:need|have)(?: [^ ,.!?]{1,16}){0,4}|what(?:'s| is) wrong(?: with(?: [^ ,.!?]{1,16}){1,3})?|explain(?: [^ ,.!?]{1,16}){0,4}",
    ),
    asked: ['line'],
    acts: [{ act: 'ask', topic: 'why' }],
  },
  {
    name: 'affirm.all',
    pattern: whole(
      `(?:i )?${DOING} ${ALL}|(?:yes|ok|okay|sure)?[ ,]*(?:to |for |do )?${ALL}|(?:yes to )?${ALL} (?:please|is fine|approved|ok|okay|yes)|(?:i )?(?:approve|accept|agree)|approved|go ahead(?: with ${ALL})?|please (?:do|go ahead|repair|fix it)`,
    ),
    whole: true,
    asked: ['line'],
    acts: [{ act: 'affirm' }],
  },
  {
    name: 'deny.all',
    pattern: whole(
      `(?:no )?(?:to )?${NONE}|(?:i )?(?:decline|reject|refuse)(?: ${ALL})?|(?:please )?(?:don't|do not) (?:do|fix|repair)(?: ${ALL}| anything| any of (?:it|them|that))?|(?:no )?to (?:all|everything)|leave (?:it|everything)(?: as it is)?|no (?:repairs?|work)`,
    ),
    whole: true,
    asked: ['line'],
    acts: [{ act: 'deny' }],
  },
  {
    name: 'request.estimate',
    pattern: words(
      '(?:how much|what)(?: (?:would|will|does|do|might|is))?(?: (?:it|that|you|this))? (?:cost|charge|be)(?: me)? (?:to (?:fix|repair|replace|mend|sort|get)|for (?:fixing|repairing|replacing|mending))',
    ),
    acts: [{ act: 'request', intent: 'estimate' }],
  },
  {
    name: 'request.approve',
    pattern: words(
      '(?:about|regarding|answer|respond to|reply to) (?:the|your|that|my) (?:estimate|quote|offer)|(?:do|fix|replace|repair|change) (?:the |my )?(?:[^ ,.!?]{1,16} ){1,3}after all|changed my mind about the (?:estimate|quote|offer|repair)|(?:is there|do i have|have you sent|did you send)(?: me)? an? (?:open |new )?(?:estimate|quote)(?: for me| waiting)?',
    ),
    acts: [{ act: 'request', intent: 'approve' }],
  },
];
