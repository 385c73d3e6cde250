/** What the engine may look at and do in a turn, made of the turn's work and its open transaction. */
import type { World } from '../dialogs/talk';
import type { Fact } from '../locales/saying';
import type { Inside } from './decision';
import type { TurnWork } from './turnWork';

/** Only webchat asks for a phone: the other wires bring it along. */
export function worldOf({ work, context, commands, plans, visits, waitlist }: Inside): World {
  const { loaded, business, now } = work;
  return {
    now,
    business,
    customer: loaded.customer,
    conversationId: loaded.conversationId,
    language: loaded.language ?? loaded.customer.language,
    asksPhone: loaded.channel === 'webchat',
    smsWords: loaded.channel === 'sms',
    spoken: loaded.channel === 'voice',
    askedHandedAt: loaded.askedHandedAt,
    ...{ commands, plans, visits, waitlist },
    newId: context.newId,
  };
}

/** The business as it is named in every language. */
export function businessName({ business }: Pick<TurnWork, 'business'>): Fact {
  return { kind: 'name', names: business.names };
}
