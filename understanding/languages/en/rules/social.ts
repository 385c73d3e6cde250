/** English greetings, thanks, goodbyes and insults. */
import type { Rule } from '../../language';
import { opening, whole, words } from './phrase';

export const SOCIAL: readonly Rule[] = [
  {
    name: 'bye',
    pattern: words(
      "bye(?:[ -]?bye)?|good ?bye|see (?:you|ya|u)(?: (?:then|later|soon|tomorrow|there|on [a-z]{3,6}day|next week))?|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend|night)|take care|good ?night|cya|ciao|farewell|that's (?:all|it)(?: for now| then)?|talk (?:to you )?(?:soon|later)",
    ),
    acts: [{ act: 'bye' }],
  },
  {
    name: 'thank',
    pattern: words(
      "(?:many )?thanks(?: (?:a lot|so much|very much|a bunch|in advance|again|mate|a million))?|thank ?you(?: (?:so much|very much|a lot|in advance|again|kindly))?|cheers|much appreciated|(?:i |really |we )?appreciate (?:it|that|your help)|(?:you're|you are|very|so) (?:very )?(?:kind|helpful)|great help|nice one|grateful",
    ),
    acts: [{ act: 'thank' }],
  },
  { name: 'thank', pattern: whole('🙏|❤️?|💐|🙏🙏'), whole: true, acts: [{ act: 'thank' }] },
  {
    name: 'greet',
    pattern: opening(
      "(?:hi+|hello+|hey+|hiya|heya|hallo|good (?:morning|afternoon|evening|day)|greetings|howdy|g'day|yo|salam|salaam|moin|dear (?:sir|madam|team|all|sirs)|(?:morning|afternoon|evening)(?=!|, (?:i|can|could|do|is|are|book|my|need|we)(?![\\p{L}])| (?:all|everyone|guys|team)))(?: (?:there|again|all|everyone|team|guys|folks|sir|madam|bot))?",
    ),
    acts: [{ act: 'greet' }],
  },
  {
    name: 'greet',
    pattern: whole(
      "👋|how are you(?: doing)?|what's up|sup|anyone there|is anyone there|you there|are you there",
    ),
    whole: true,
    acts: [{ act: 'greet' }],
  },
  {
    name: 'pause',
    pattern: whole(
      "(?:(?:just|wait|hold on|hang on|give me|ok|okay),? )*(?:a|an|one|1|two|2|five|5|ten|10|a few|a couple(?: of)?)(?: more)? (?:moments?|secs?|seconds?|minutes?|mins?|mo)|brb|(?:i'll |i will )?be right back|(?:let me|i(?:'ll| will| need to| have to| must| want to| should)) (?:just |quickly |first )?(?:check|think|see|look|ask|sleep on|get back|let you know)(?: (?:[\\p{L}']+ ?){1,6})?|back in (?:a|one|five|\\d{1,2}) (?:sec|second|minutes?|mins?|moment)|hm+|umm*|err*|thinking(?: about it)?",
    ),
    whole: true,
    acts: [{ act: 'pause' }],
  },
  {
    name: 'pause',
    pattern: whole('wait|hang on|hold on'),
    whole: true,
    asked: [
      'choice',
      'line',
      'when',
      'service',
      'branch',
      'asset',
      'person',
      'name',
      'phone',
      'language',
      null,
    ],
    acts: [{ act: 'pause' }],
  },
  {
    name: 'abuse',
    pattern: whole('(?:(?:😡|🤬|😠|🖕|💩)\\s*)+'),
    whole: true,
    acts: [{ act: 'abuse' }],
  },
  {
    name: 'smile',
    // what answers a question is left to the answers
    pattern: whole(
      '(?:(?!👍|👌|✅|✔|☑|🆗|💯|🙌|👎|❌|🚫|✖|✗|🙅|🙏|❤|💐|👋)\\p{Extended_Pictographic}[\\u{FE0F}\\u{200D}\\p{EMod}]*\\s*)+|(?:[:;]-?[)dp]|xd|lol|ha(?:ha)+|:-?\\()+',
    ),
    whole: true,
    acts: [{ act: 'smile' }],
  },
  {
    name: 'abuse',
    pattern: words(
      "f+u+c+k+\\S{0,8}|f\\*+k?\\S{0,4}|shit(?:ty|head)?|bullshit|bitch(?:es)?|ass ?holes?|bastards?|cunts?|dick(?:head)?|morons?|idiots?|stupid (?:bot|machine|thing|robot|computer|system|idiot)|dumb(?:ass)?(?: (?:bot|machine|robot))?|wankers?|twats?|go to hell|screw you|you (?:suck|are (?:stupid|useless|an? idiot|dumb|crap))|you're (?:stupid|useless|an? idiot|dumb|crap|rubbish)|stfu|wtf|shut up|piss off|crap bot|useless (?:bot|machine|thing|robot)",
    ),
    acts: [{ act: 'abuse' }],
  },
];
