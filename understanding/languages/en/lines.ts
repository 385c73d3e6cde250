/** English answers to an estimate, line by line: "brakes yes, tyres no", "only the first", "everything except the tyres". */
import type { LineWords } from '../language';

function anywhere(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u');
}

export const LINES: LineWords = {
  apart: /[,;.!\n]+|(?<![\p{L}]|all )(?:but|and|while|however|plus|then)(?![\p{L}])|&|\+/u,
  yes: anywhere(
    "yes|yep|yeah|yup|ok|okay|sure|fine|good|approved?|accept(?:ed)?|agreed?|go(?: ahead)?|do|fix|repair|replace|make|change|want|need|take|please|i'll have|no (?:problem|worries)|too(?! (?:expensive|dear|much))|as well|also|👍|✅",
  ),
  no: anywhere(
    "no(?! (?:problem|worries))|not|don't|do not|nope|without|skip|leave|declined?|reject(?:ed)?|never|drop|refuse|later|wait with|can wait|hold off|👎|❌|too (?:expensive|dear|much)|won't",
  ),
  only: anywhere('only|just|nothing but|no more than'),
  except: anywhere('except(?: for)?|apart from|all but|everything but|other than|besides|minus|bar'),
  rest: anywhere(
    'rest|others?|everything else|anything else|all else|remaining|the other (?:one|ones|two|things?)',
  ),
  unsure: anywhere(
    'maybe|perhaps|not sure|unsure|(?:let me|have to|need to|will) think|if|unless|depends|whether',
  ),
  asks: /^[ ,.!]*(?:why|what|how|when|which|who|where|do i|must i|should i|is|are|does)(?![\p{L}])/u,
  firstOf: /(?<![\p{L}])first (two|three|four|2|3|4)(?![\p{L}\p{N}])/u,
  counts: new Map([
    ['two', 2],
    ['three', 3],
    ['four', 4],
  ]),
  filler: /^ (?:(?:the|of|for|at|on|in|my|both) )*$/u,
};
