/** English for what is heard before any flow: stop, human, start over, cancel, help, repeat. */
import type { Rule } from '../../language';
import { whole, words } from './phrase';

const PERSON =
  '(?:human(?: being)?|person|people|agent|operator|representative|rep|someone|somebody|anyone|advisor|adviser|employee|staff|manager|receptionist|colleague|mechanic|technician|your team|the team|the boss|customer (?:service|support|care)|a real one)';

export const CONTROL: readonly Rule[] = [
  {
    name: 'opt-out',
    pattern: words(
      "(?:stop|quit|don't|do not|please don't) (?:text|texting|messag(?:e|ing)|contact(?:ing)?|sending|send|writing|write|spamming)(?: to)?(?: me| us)?(?: (?:any ?more|again|messages|texts|any(?: more)? (?:messages|texts|reminders)|these (?:messages|texts)))?|unsubscribe(?: me)?|(?:remove|delete|take) (?:me|my (?:phone )?number) (?:from|off)|(?:remove|delete) my (?:phone )?number|no more (?:texts?|messages?|sms|reminders)(?: please)?|opt(?: me)?[ -]?out|leave me alone|stop all messages",
    ),
    acts: [{ act: 'optOut' }],
  },
  {
    name: 'opt-out',
    pattern: whole('stop|stopall|stop all|end messages'),
    whole: true,
    acts: [{ act: 'optOut' }],
  },
  {
    name: 'opt-in',
    pattern: words(
      'opt(?: me)?(?: back)?[ -]?in|(?:you can|please) (?:text|message) me again|resubscribe|subscribe me',
    ),
    acts: [{ act: 'optIn' }],
  },
  { name: 'opt-in', pattern: whole('start|unstop'), whole: true, acts: [{ act: 'optIn' }] },
  {
    name: 'ask.automated',
    pattern: words(
      '(?:are|r) you (?:an? )?(?:real(?: person| human)?|bot|chatbot|robot|human|machine|computer|person|ai|automated|assistant|actual (?:person|human))|(?:is (?:this|that|it)|am i (?:talking|speaking|chatting|writing) (?:to|with)) (?:an? )?(?:real |actual )?(?:bot|chatbot|robot|human|machine|computer|person|ai|(?:talk|speak) (?:to|with) (?!you|u|us|soon|later|english|german)(?:dr\\.? )?[\\p{L}]{2,20}(?= ?[.!?]*$)|someone real|automated\\S{0,8})|who am i (?:talking|speaking|chatting) (?:to|with)|who (?:are|r) you|(?:bot|human) or (?:an? )?(?:human|bot|real person)',
    ),
    acts: [{ act: 'ask', topic: 'automated' }],
  },
  {
    name: 'human',
    pattern: words(
      `(?:talk|speak|chat|connect|transfer|put|pass|hand|forward|write)(?:ing)?(?: me| us)?(?: over)?(?: to| with| through to| through with) (?:an? |the |some |any )?(?:real |actual |live |other )?${PERSON}(?: real| else)?|(?:want|need|get me|give me|prefer|like|find me) (?:an? |the |some )?(?:real |actual |live )${PERSON}|(?:want|need|get me|give me|prefer|find me) (?:an? |the |some |your )?(?:human|agent|operator|representative|manager|supervisor|boss|real one)|(?:talk|speak) (?:to|with) (?:you|the (?:shop|garage|workshop|salon|clinic|office)) (?:directly|in person|on the phone)|someone real|not (?:talk|speak)ing to (?:a )?(?:bot|machine|robot)|no (?:bots?|robots?)|hand(?: me)? over|real (?:person|human)`,
    ),
    acts: [{ act: 'human' }],
  },
  {
    name: 'human',
    pattern: whole(
      `(?:an? )?(?:real |live |actual )?(?:human|agent|operator|representative|person|staff|support|customer service)(?: now)?`,
    ),
    whole: true,
    acts: [{ act: 'human' }],
  },
  {
    name: 'human',
    pattern: words(
      '(?:can|could|may|might|want to|like to|need to|let me|must)(?: i| we)? (?:talk|speak|chat) (?:to|with)',
    ),
    acts: [{ act: 'human' }],
  },
  {
    name: 'restart',
    pattern: words(
      'start (?:over|again|afresh|anew|from (?:scratch|the (?:start|beginning)|zero))|restart|begin again|(?:back to|from) the (?:start|beginning)|from scratch|reset(?: (?:it|this|everything|the chat))?|new start',
    ),
    acts: [{ act: 'restart' }],
  },
  {
    name: 'request.cancel',
    pattern: words(
      '(?:(?:want|need|have|like|wish|going|got) to|can i|may i|could i|must|how (?:do|can) i) (?:please )?cancel(?! (?:it|that|this)(?![\\p{L}]))',
    ),
    asked: [null],
    acts: [{ act: 'request', intent: 'cancel' }],
  },
  {
    name: 'cancel',
    pattern: whole(
      "cancel(?: (?:it|that|this|all|everything|that please|this request|the request|the new one))?(?: (?:all|please))?|(?:drop|scrap|skip) (?:it|this|that)|(?:i(?:'ve| have)? )?changed my mind|(?:i )?(?:don't|do not) (?:want|need) (?:it|this|that|to book|anything|an appointment)(?: (?:any ?more|now|after all))?|(?:i )?no longer (?:want|need) (?:it|this|that)|not (?:interested|any ?more|now|today after all)|scrap that",
    ),
    whole: true,
    acts: [{ act: 'cancel' }],
  },
  {
    name: 'cancel.draft',
    pattern: whole(
      "never ?mind(?: (?:it|that|then))?|forget (?:it|that|this|about it|about that|the whole thing)|stop (?:it|this|that)|abort|quit|exit|(?:just )?(?:leave|keep) (?:it|that|everything)(?: (?:then|as (?:it is|is)|as it was|like (?:it is|that)|alone|there))?|let's (?:leave|forget) it|don't (?:move|change) (?:it|anything)(?: then)?",
    ),
    whole: true,
    acts: [{ act: 'cancel', draft: true }],
  },
  {
    name: 'cancel.draft',
    pattern: words(
      'never ?mind|forget (?:it|about it|the whole thing)|leave (?:it|everything) as it (?:is|was)',
    ),
    acts: [{ act: 'cancel', draft: true }],
  },
  {
    name: 'cancel',
    pattern: words('(?:cancel|drop|scrap) (?:this|the) (?:request|draft|order)'),
    acts: [{ act: 'cancel' }],
  },
  {
    name: 'repeat',
    pattern: whole(
      "what|(?:can you |could you |please )?(?:say|put|explain|write)(?: it| that| this)? (?:more )?(?:simpler|simply|slower|slowly|shorter|differently|another way|in (?:simple|plain|other|easy) (?:words|english))|(?:more )?(?:slower|slowly|simpler|shorter)(?: please)?|not so fast|too (?:fast|long|much|complicated)|in short|tl;?dr|what|what's that|pardon(?: me)?|sorry what|huh|eh|come again|(?:can you |could you )?(?:repeat|say)(?: (?:that|it|this|your(?:self| last message)|the question|the last (?:one|bit)))?(?: again| once more)?|again|once more|one more time|excuse me|i (?:don't|didn't|do not|did not) (?:understand|get (?:it|that|you)|catch that|follow)|what (?:do|did) you (?:mean|say|ask)|what was (?:that|the question)|i (?:missed|forgot) (?:that|it)",
    ),
    whole: true,
    acts: [{ act: 'repeat' }],
  },
  {
    name: 'repeat',
    pattern: words('(?:repeat|say) (?:that|it)(?: again)?|come again'),
    acts: [{ act: 'repeat' }],
  },
  {
    name: 'help',
    pattern: whole(
      "help(?: me)?(?: out)?|i need (?:(?:some|your) )?(?:help|assistance)|i(?:'m| am) ?(?:stuck|lost|confused)|(?:can|could) you help(?: me)?(?: out)?|what can (?:you|i) (?:do|say|ask|type)(?: here| for me)?|how (?:does|do) (?:this|it|i|you)(?: thing)? (?:work|use this)|(?:what are )?(?:my|the) options|menu|instructions|commands",
    ),
    whole: true,
    acts: [{ act: 'help' }],
  },
  {
    name: 'help',
    pattern: words('need (?:some |your )?help|help me|(?:can|could) you help(?: me)?'),
    acts: [{ act: 'help' }],
  },
];
