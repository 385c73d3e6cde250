/** English for signs that a vehicle may not be safe to drive. Rather once too often: a person looks at it, nothing is diagnosed. */
import type { Rule } from '../../language';
import { words } from './phrase';

const BRAKES = '(?:brakes?|brake pedal|handbrake|hand brake|parking brake|pedal)';
const FEW = '(?: [^ ,.!?]{1,14}){0,4}';
const SMELL = '(?:smell|smells|smelling|smelled|smelt|stink|stinks|reek|reeks|odou?r)';

const SIGNS: readonly string[] = [
  `${BRAKES}${FEW} (?:soft|spongy|mushy|to the floor|not working|failed|failing|fail|gone|dead|useless|don't work|doesn't work|do not work|aren't working|isn't working|don't respond|doesn't hold|won't hold|stuck)`,
  '(?:soft|spongy|mushy|no|lost|losing|without) (?:brakes?(?! (?:check|service|test|inspection|appointment|fluid change|pads?))|brake pedal|brake pressure|brake fluid|steering)',
  "(?:can't|cannot|can not|could not|couldn't|hardly|barely) (?:brake|stop the (?:car|van))",
  `${SMELL}${FEW} (?:gas|petrol|fuel|gasoline|diesel|burning|burnt|burned|smoke|rubber|exhaust|fumes)|(?:petrol|fuel|gas|burning|exhaust|burnt)${FEW} ${SMELL}`,
  '(?:leak|leaks|leaking|dripping|losing)(?: [^ ,.!?]{1,14}){0,2} (?:fuel|petrol|gas|brake fluid)|(?:fuel|petrol|brake fluid)(?: [^ ,.!?]{1,14}){0,2} (?:leak|leaks|leaking|dripping)',
  "(?:smoke|smoking|steam|flames?|fire|sparks)(?: [^ ,.!?]{1,14}){0,3} (?:from|coming|out|under|in|inside|engine|bonnet|hood|car|van|dashboard|everywhere)|(?:is|it's|car's|van's|engine|bonnet|hood)(?: is)? (?:smoking|on fire|burning|steaming)|on fire|(?:car|engine|van) fire|(?:there is|there's|lots of|white|black|blue) smoke",
  `steering(?: wheel)?${FEW} (?:stuck|locked|locks|blocked|loose|not working|doesn't work|gone|failed|hard|heavy)|(?:can't|cannot|can hardly|hard to) steer`,
  '(?:wheel|wheel nut|wheel bolt|tyre|tire)s?(?: [^ ,.!?]{1,14}){0,3} (?:loose|wobbl\\S{1,6}|coming off|came off|fell off|falling off|burst|blew out|blown out|exploded)|(?:burst|blown) (?:tyre|tire)',
  '(?:overheat\\S{0,4}|boiling over|temperature(?: [^ ,.!?]{1,14}){0,4} red)|(?:red|oil|oil pressure|brake)(?: [^ ,.!?]{1,14}){0,2} (?:warning )?(?:light|lamp)(?: [^ ,.!?]{1,14}){0,2} (?:on|red|flashing|came on|stays on|lit)',
  '(?:airbag|air bag) (?:went off|deployed|has gone off)|(?:had|been in) an? (?:accident|crash|collision)|carbon monoxide',
];

export const SAFETY: readonly Rule[] = SIGNS.map((source) => ({
  name: 'ask.danger',
  pattern: words(source),
  acts: [{ act: 'ask', topic: 'danger' }],
}));
