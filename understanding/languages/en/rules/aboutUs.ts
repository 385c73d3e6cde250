/** English questions that a business answers out of its own facts, and in its own words. */
import type { Topic } from '../../../acts';
import type { Rule } from '../../language';
import { words } from './phrase';

function about(topic: Topic, source: string): Rule {
  return { name: `ask.${topic}`, pattern: words(source), acts: [{ act: 'ask', topic }] };
}

/** "How long is the …", "what does a … cost": about it, and not about our services. */
function aboutThing(topic: Topic, source: string): Rule {
  return about(topic, `(?:(?:how (?:long|much)|what)(?: [^ ,.!?]{1,14}){0,4} )?${source}`);
}

export const ABOUT_US: readonly Rule[] = [
  about(
    'people',
    'who (?:works|is working|all works|do you have|is on your team|would do (?:it|that)|does the (?:work|repairs?|haircuts?))(?: [^ ,.!?]{1,14}){0,4}|who are (?:your|the) (?:people|mechanics|technicians|stylists|doctors|staff|team|hairdressers|dentists)|(?:your|the) (?:staff|team members|mechanics|stylists|doctors|hairdressers)(?: called| names)?(?= ?\\?)|(?:which|what) (?:people|mechanics|technicians|stylists|doctors|hairdressers)(?: [^ ,.!?]{1,14}){0,4}',
  ),
  about(
    'languages',
    '(?:what|which) languages?(?: [^ ,.!?]{1,14}){0,5}|languages? (?:do|can) you (?:speak|write|understand)|what else do you speak',
  ),
  about(
    'cancellation',
    "cancell?ation (?:policy|fee|fees|terms|rules|charge|charges|conditions|costs?)|(?:what|how much)(?: [^ ,.!?]{1,14}){0,5} (?:if i cancel|to cancel|for cancell?ing|cancell?ation cost)|(?:until when|how late|how long before|till when|up to when) (?:can|could|may) i (?:cancel|change|move)(?: [^ ,.!?]{1,14}){0,4}|(?:can|could|may) i cancel (?:for free|free of charge|any time|anytime|later|at short notice)|(?:is it|is cancell?ing|is cancell?ation) (?:free|possible)(?: to cancel)?|(?:do|will|would) (?:you|i)(?: have to)? (?:charge|pay)(?: [^ ,.!?]{1,14}){0,3} (?:if i (?:cancel|don't (?:come|show)|do not come|miss)|for (?:cancell?ing|a no[ -]show))|no[ -]show (?:fee|policy)",
  ),
  aboutThing('warranty', '(?:warranty|warranties|guarantee[ds]?|guaranty)(?: [^ ,.!?]{1,14}){0,3}'),
  aboutThing(
    'loan-car',
    '(?:courtesy|loan|loaner|replacement|rental|hire|substitute|spare) (?:car|vehicle|van)s?|loaners?|(?:a|another) car (?:meanwhile|in the meantime|while (?:mine|you))',
  ),
  aboutThing('wifi', '(?:wi-?fi|wlan|internet access|hotspot)'),
  aboutThing(
    'accessibility',
    '(?:wheelchair|wheel chair|step[ -]free|barrier[ -]free|accessib(?:le|ility)|disabled (?:access|toilet)|(?:is there |have )an? (?:lift|elevator|ramp)(?= ?\\?))(?: [^ ,.!?]{1,14}){0,2}',
  ),
];
