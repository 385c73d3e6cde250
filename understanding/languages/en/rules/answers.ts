/** English answers: yes and no in their many forms, other suggestions, and not minding. */
import type { Act } from '../../../acts';
import type { Rule } from '../../language';
import { opening, whole, words } from './phrase';

/** After a word of praise the sentence ends or goes on politely; "good brakes" is no yes. */
const DONE =
  "(?=$|\\n| ?[.,!;:?)]| (?:please|thanks|thank|then|but|and|for me|to me|with me|indeed|with that|now|so|i|let's|book|go|do|that|it|👍))";

/** Before questions for free times: "any other times?" */
export const OTHERS: readonly Rule[] = [
  {
    name: 'alternatives',
    pattern: words(
      "(?:any(?:thing)?|something|some|what|show me|got|see|have) (?:else|other|others|alternatives?|later|earlier|sooner)(?: (?:in the|that|on that|on the same) (?:day|morning|afternoon|evening))?(?: (?:times?|days?|slots?|options?|dates?|available|free|suggestions?|appointments?|on|in|that))?|(?:other|different|another|more|alternative|further) (?:times?|days?|slots?|options?|dates?|suggestions?|appointments? times?)|none of (?:these|those|them|the above|that)|neither(?: of (?:these|those|them))?|alternatives?|(?:a (?:bit|little) |even |still |much )(?:later|earlier)|not (?:on )?(?:that|this) day|(?:that|this) day (?:doesn't|does not|won't) (?:work|suit)(?: me| for me)?|not (?:at )?(?:that|this) time|(?:can|could) (?:you|i|we) (?:do|come|make it|have|get)(?: (?:it|something|anything))?(?: (?:a (?:bit|little)|any|much))? (?:earlier|later|sooner)(?! than)|too (?:early|late|soon)|next (?:options|ones)|don't like (?:any|these|those)",
    ),
    acts: ([said]) => [alternatives(said)],
  },
];

/** Before letting go is heard: who is asked for a name and says "skip it" drops nothing. */
export const SKIPS: readonly Rule[] = [
  {
    name: 'deny',
    pattern: whole(
      "skip(?: (?:it|this|that|this one|that one|the question))?|pass|(?:i(?:'d| would)? )?(?:rather|prefer) not(?: to)?(?: (?:say|tell(?: you)?|give (?:it|that)))?|(?:that's |it's )?none of your business|i (?:won't|don't want to|am not going to|do not want to) (?:say|tell(?: you)?|give (?:it|that|my \\p{L}+))|not telling|no comment|anonymous|why do you (?:need|want|ask for) (?:that|it|this|my (?:name|number|phone(?: number)?|car|vehicle))|(?:it |that )?(?:doesn't|does not|don't) matter|whatever|i don't (?:care|mind)",
    ),
    whole: true,
    asked: ['name', 'phone', 'asset'],
    acts: [{ act: 'deny' }],
  },
];

/** Before thanks are heard: "no thanks" is a no. */
export const REFUSALS: readonly Rule[] = [
  {
    name: 'deny',
    pattern: opening(
      "no(?: no)?,? (?:thank you|thanks|thankyou|that's (?:all|it|wrong|not (?:right|it|correct))|that is (?:all|wrong|not right)|it's (?:fine|ok|okay|not)|not (?:really|yet|now|that|at all)|i don't(?: think so| want (?:it|that))?|way|need|more|don't|please|sorry|sir)(?! (?:problem))",
    ),
    acts: [{ act: 'deny' }],
  },
];

export const ANSWERS: readonly Rule[] = [
  {
    name: 'affirm',
    pattern: opening("no (?:problem|worries|objections?)|not a problem|why not|don't mind if i do"),
    acts: [{ act: 'affirm' }],
  },
  {
    name: 'deny',
    pattern: opening(
      "no+(?! (?:changes?|problem|worries|idea|preference|hurry|rush|one|appointment|more|matter|need|clue|doubt|longer|[a-z]{3,6}days|mornings?|afternoons?|evenings?|weekends?))|nope|nah|nay|no+ way|negative|rather not|i'd rather not|not (?:really|yet|now|quite|ok|okay|good|right|correct|that|this|exactly)|wrong|incorrect|that's (?:not (?:right|correct|it|what i (?:want|said|meant))|wrong|incorrect)|that (?:doesn't|does not|won't) (?:work|suit)(?: for me| me)?|(?:that|it) is (?:wrong|not right|not correct)|i don't think so|i (?:don't|do not) (?:want (?:that|this|it)|agree|like (?:that|it))|don't (?:book|do) (?:it|that)|do not (?:book|do) (?:it|that)|doesn't work(?: for me)?|absolutely not|of course not|certainly not|never",
    ),
    acts: [{ act: 'deny' }],
  },
  {
    name: 'deny',
    pattern: whole(
      "(?:change|edit|modify)(?: (?:it|that|this|something|the (?:details|time|day|date|car|vehicle|name|branch|service)))?|(?:correct|fix) (?:it|that|this|something|the (?:details|time|day|date))|something else|not (?:sure|yet)|wait|hang on|hold on|(?:i )?(?:can't|cannot) (?:do|make) (?:it|that|this)(?: then| at all)?|(?:that's |it's )?too expensive|wrong (?:car|vehicle|day|time|date|branch|name|service|place|person)",
    ),
    whole: true,
    asked: ['confirm'],
    acts: [{ act: 'deny' }],
  },
  { name: 'deny', pattern: whole('n|👎|❌|🚫|✖|✗|🙅'), whole: true, acts: [{ act: 'deny' }] },
  {
    name: 'affirm',
    pattern: opening(
      "(?:ye+s+|yep+|yea+h|yup+|yah|ye|yas+|jep|aye|sure|ok|okay|oki|k|kk|okie dokie|alright|all right|right then|righto|very well|of course|absolutely|definitely|certainly|indeed|exactly|affirmative|ja|agreed|deal|yes yes|oh yes)(?: (?:please|sure|thanks|sir|of course|that's (?:right|correct|fine|it|ok|perfect|great)|it is|do it|go ahead|book it|confirm|correct|perfect|great|sounds (?:good|great)|i do|i would|definitely|absolutely))?",
    ),
    acts: [{ act: 'affirm' }],
  },
  {
    name: 'affirm',
    pattern: opening(
      `(?:(?:that|this|it|which|all)(?:'s| is| are| would be|'d be| will be|'ll be| looks| sounds| seems)? ?)?(?:absolutely |just |very |totally |all |that |quite )?(?:correct|right(?! now)|perfect(?:ly)?|great|good|fine|ok|okay|lovely|brilliant|excellent|wonderful|fantastic|awesome|super|cool|ideal|amazing|(?:sounds|looks|seems) (?:good|great|fine|perfect|right|ok|okay|correct|lovely)|works?(?: (?:fine|well|great|perfectly))?(?: for (?:me|us))?|suits (?:me|us)(?: (?:fine|well))?|will do|does it|fits)${DONE}`,
    ),
    acts: [{ act: 'affirm' }],
  },
  {
    name: 'affirm',
    pattern: opening(
      `(?:go ahead|go for it|do it|please do(?: (?:so|it|that))?|confirm(?:ed)?|i confirm|i agree|i accept|let's (?:do|go (?:for|with)|book) (?:it|that|this)|let's go|(?:i'll|i will|i'd) (?:take|have|go (?:for|with)) (?:it|that|this)|take it|happy with that|i'm (?:happy|fine|ok|good) with (?:that|it)|book it|make it so|i do|please book it|that one works)${DONE}`,
    ),
    asked: ['confirm', 'choice', 'line', 'when', 'service', 'branch', 'asset', 'person', null],
    acts: [{ act: 'affirm' }],
  },
  { name: 'affirm', pattern: whole('y|👍|👌|✅|✔|☑|🆗|💯|🙌|10/10'), whole: true, acts: [{ act: 'affirm' }] },
  { name: 'affirm', pattern: /👍|👌|✅/gu, asked: ['confirm'], acts: [{ act: 'affirm' }] },
  {
    name: 'alternatives',
    pattern: whole(
      'more|others?|(?:the |an? )?(?:bit |little )?(?:much )?(?:later|earlier|sooner)(?: one| time| slot)?(?: (?:in the|that|on that) (?:day|morning|afternoon))?|next|other|show more|what else|else',
    ),
    whole: true,
    acts: ([said]) => [alternatives(said)],
  },
];

/** "Too late" wishes for something earlier. */
function alternatives(said: string): Act {
  const [earlier, later] = [/earl|soon/.test(said), /late/.test(said)];
  if (earlier === later)
    return /(?<![\p{L}])(?:days?|dates?)(?![\p{L}])/u.test(said) &&
      !/(?<!not |^)(?:on )?that day/u.test(said.replace('not on', 'not'))
      ? { act: 'alternatives', of: 'day' }
      : { act: 'alternatives' };
  const wished = said.startsWith('too ') ? later : earlier;
  return { act: 'alternatives', than: wished ? 'earlier' : 'later' };
}
