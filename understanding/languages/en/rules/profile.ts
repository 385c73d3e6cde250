/** English about oneself: what is known, what should change, and where one would rather be written to. */
import type { Act, Request } from '../../../acts';
import type { Rule } from '../../language';
import { words } from './phrase';

function wish(about: NonNullable<Request['about']>): readonly Act[] {
  return [{ act: 'request', intent: 'profile', about }];
}

const CHANNELS: readonly (readonly [said: RegExp, channel: string])[] = [
  [/whats ?app/u, 'whatsapp'],
  [/sms|text/u, 'sms'],
  [/e-?mail/u, 'email'],
  [/web ?chat|website/u, 'webchat'],
];
const WIRE = '(?:whats ?app|sms(?:es)?|text(?: messages?|s)?|e-?mails?|web ?chat|(?:the )?website)';

function preferred(said: string): readonly Act[] {
  const channel = CHANNELS.find(([pattern]) => pattern.test(said))?.[1];
  const request = { act: 'request', intent: 'profile', about: 'channel' } as const;
  return [channel === undefined ? request : { ...request, channel }];
}

export const PROFILE: readonly Rule[] = [
  {
    name: 'request.profile.forget',
    pattern: words(
      '(?:delete|erase|remove|forget|wipe) (?:all )?(?:(?:of )?my (?:personal )?(?:data|account|profile|details|information)|(?:everything )?(?:you (?:know|have|store[d]?)|about me)(?: (?:about|on|of) me)?)',
    ),
    acts: wish('forget'),
  },
  {
    name: 'request.profile.data',
    pattern: words(
      "(?:what|which)(?: (?:data|information|details|all|else|exactly))? (?:do|have|did) you (?:know|have|store|stored|keep|kept|save|saved|got)(?: (?:saved|stored|on file|written down))?(?: (?:about|on|of|from) me)|what(?:'s| is) (?:in |on )?my (?:profile|file|account|details|(?:phone )?number(?= ?\\?)|name)|(?:show|tell|send|give)(?: me)? my (?:profile|details|data|information)|(?:what|which) (?:name|number|phone number|cars?|vehicles?|language) (?:do|have) you (?:have|got|saved|stored|know)(?: (?:for|of|under|on) me)?|do you know (?:who i am|my (?:name|number|car))|who am i|my (?:profile|details)(?= ?[?.!]*$)|(?:which|what) of my (?:cars|vehicles) do you (?:have|know)",
    ),
    acts: wish('data'),
  },
  {
    name: 'request.profile.channel',
    pattern: words(
      `(?:write|text|message|contact|reach|answer|send|notify|inform|remind)(?: to)?(?: me)?(?: (?:it|them|that|everything|reminders|updates))?(?: (?:by|via|on|through|over|with|using|an?)) ${WIRE}|(?:text|e-?mail|whats ?app) me (?:instead|rather)|(?:i )?(?:prefer|would rather have|'d rather have|'d prefer|like) ${WIRE}(?: (?:please|better|to write|instead|messages))?|${WIRE} (?:is better|would be better|rather|instead|please, rather)`,
    ),
    acts: ([said]) => preferred(said),
  },
  {
    name: 'request.profile.name',
    pattern: words(
      "(?:change|update|correct|edit|fix|set|spell(?:ed)?)(?: [^ ,.!?]{1,10}){0,2} my (?:first |last |full |family )?name(?: to)?|my name (?:is (?:wrong|misspelled|misspelt|spelled wrong|not (?:right|correct))|has changed|was spelled wrong)|you (?:have|got|spelled|wrote) my name wrong|i (?:got married|have a new name|changed my name)|that's not my name|that is not my name",
    ),
    acts: wish('name'),
  },
  {
    name: 'request.profile.phone',
    pattern: words(
      "(?:change|update|correct|edit|set) my (?:phone(?: number)?|number|mobile(?: number)?|telephone(?: number)?)|(?:my|i have a|i've got a|got a) new (?:phone |mobile )?number|my (?:phone )?number (?:has changed|is (?:wrong|different|new))",
    ),
    acts: wish('phone'),
  },
  {
    name: 'request.profile.asset',
    pattern: words(
      "(?:that|this|it|the [^ ,.!?]{1,14})(?:(?:'s| is| was) (?:not|no longer)|isn't|wasn't) my (?:car|van|vehicle|bike)(?: any ?more| any longer)?|(?:i )?(?:have |'ve )?(?:sold|no longer (?:have|own|drive)|got rid of|scrapped|don't (?:have|own|drive)) (?:my|the|that|this) (?:[^ ,.!?]{1,14} ?){1,3}(?: any ?more)?|(?:remove|delete|forget) (?:my|the|that|this) (?:car|van|vehicle|old (?:car|van))(?: from (?:my profile|your list))?",
    ),
    acts: wish('asset'),
  },
];
