/** Messages at random: words of the lexicon, sentences that mean something, and garbage. */
import fc from 'fast-check';
import { ENGLISH } from '../../../understanding/languages/en';
import { ruleWordsOf } from '../../../understanding/languages/ruleWords';

const SENTENCES = [
  ...['yes', 'no', 'ok', 'please do', 'change', 'cancel', 'never mind', 'start over', 'help', 'what?', 'thanks', 'hi'],
  ...['1', '2', 'the second one', 'the last one', 'another day', 'earlier', 'anything later?', 'none of these'],
  ...['oil change', 'an inspection at Nord', 'at Mitte', 'tomorrow at 10', 'on Thursday', 'on 31 February', 'at 3'],
  ...['haircut with Sara', 'a manicure too', 'for my son Tom', 'my name is Grace Hopper', '0151 12345678'],
  ...['VW Polo B-ZQ 909', 'the Golf', 'with Ali', 'whoever is free', 'how much is it?', 'when are you open?'],
  ...['when is my appointment?', 'move it to Friday', 'cancel my booking', "I'm 10 minutes late", 'a human please'],
  ...['I want to complain', 'please call me back', 'what did I have done last time?', 'change my name', 'why not?'],
  ...['every three weeks', 'put me on the waiting list', 'same as last time', 'auf Deutsch bitte', 'in English'],
];

/** Carriers' words end the answers, which is tried by files of its own. */
const SILENCING = /\b(?:stop|unsubscribe|opt)/u;

const lexicon = [...ENGLISH.ordinary, ...ruleWordsOf(ENGLISH).pieces].filter((word) => !SILENCING.test(word));

const ofWords = fc
  .array(fc.constantFrom(...lexicon), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const garbage = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom('🚗🚗', '…', '{"act":"affirm"}', "'; DROP TABLE bookings; --", '\u202e seY', '0', '٣ ٤'),
);
const message = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SENTENCES) },
  { weight: 2, arbitrary: ofWords },
  { weight: 2, arbitrary: garbage.filter((text) => text.trim() !== '' && !SILENCING.test(text.toLowerCase())) },
);

/** Bursts of one or two messages, one after the other. */
export const messages = fc.array(fc.array(message, { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 8,
});
