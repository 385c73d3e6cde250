/** Tells a customer that a time they wait for is theirs to take: worded, kept and asked in the transaction that holds it. */
import { offerMinutes, sharedContext, type Offer } from '../commands';
import type { CommandContext } from '../commands/types';
import { offerHold, readTalk } from '../dialogs';
import { say, branchToTell, momentFact, serviceFact, timeFact } from '../dialogs/facts';
import type { Advanced, Talk, World } from '../dialogs/talk';
import type { Saying } from '../locales/saying';
import { talkToWriteIn, writeNotice } from '../models/statements/writeFirst';
import type { TalkToWriteIn } from '../models/waitlistRecords';
import type { Business } from '../scheduling/business';
import { toLocal } from '../scheduling/zone';
import { bindAll } from './allCommands';
import { groundOf } from './gate';
import type { BotParts } from './parts';
import { REPLY_PRIORITY, voiceFor, wordReply, type WordedReply } from './say';

/** Why it is written: kept beside the message, for whoever asks later. */
const PURPOSE = 'waitlist-offer';

type Telling = Pick<BotParts, 'wires'>;

/**
 * The conversation is locked by whoever made the offer. Where an agent has the conversation the offer is told, and what is
 * answered is theirs; else it opens a request whose read-back is the message, and a yes confirms the hold.
 * @returns whether the commit is the send
 */
export async function tellOffer(context: CommandContext, offer: Offer, { wires }: Telling): Promise<boolean> {
  const { tx, clock, newId, business } = context;
  const loaded = await talkToWriteIn(tx, offer.conversationId);
  if (loaded === null) throw new Error(`an offer was made for a talk that is not there`);
  const advanced = await advancedBy(context, offer, loaded);
  const language = loaded.language ?? loaded.customer.language ?? business.languages[0] ?? null;
  const voice = voiceFor(language, business.calendar, wires.limits(loaded.channel));
  const labels = advanced.choices.map((choice) => choice.label);
  const reply = wordReply(advanced.sayings, labels, voice);
  if (reply === null) throw new Error(`the offer of ${offer.hold.id} says nothing`);
  const inline = wires.inline(loaded.channel);
  await writeNotice(tx, {
    ...{ outboxId: newId(), conversationId: loaded.conversationId, addressId: loaded.addressId },
    ...{ number: loaded.nextNumber, text: reply.text, choices: reply.choices, purpose: PURPOSE },
    ...{ fence: loaded.fence, ground: groundOf('notice'), priority: REPLY_PRIORITY, inline },
    talk: loaded.owner === 'agent' ? loaded.talk : asked(advanced, loaded, reply),
    at: clock.now(),
    expires: offer.hold.heldUntil ?? clock.now(),
  });
  return inline;
}

async function advancedBy(context: CommandContext, offer: Offer, loaded: TalkToWriteIn): Promise<Advanced> {
  const talk = readTalk(loaded.talk);
  const { hold, person } = offer;
  if (loaded.owner === 'agent') return { talk, sayings: [toldPlainly(context.business, offer)], choices: [] };
  return offerHold(
    talk,
    { hold, person, says: [opening(context.business, offer)] },
    worldOf(context, offer, loaded),
  );
}

/** The read-back says how long a time is kept: here it is kept for as long as offers are. */
function worldOf(context: CommandContext, offer: Offer, loaded: TalkToWriteIn): World {
  const { business, clock, newId } = context;
  const { customerId, conversationId } = offer;
  const actor = { kind: 'customer' as const, customerId, conversationId };
  const policy = { ...business.policy, holdMinutes: offerMinutes(business.policy) };
  return {
    now: clock.now(),
    business: { ...business, policy },
    customer: loaded.customer,
    conversationId,
    asksPhone: loaded.channel === 'webchat',
    smsWords: loaded.channel === 'sms',
    askedHandedAt: null,
    ...bindAll(sharedContext({ ...context, actor }, undefined), { customerId, conversationId }),
    newId,
  };
}

/** Names the time itself: something may have to be asked before it can be read back. */
function opening(business: Business, { hold }: Offer): Saying {
  const facts = { service: serviceFact(business, hold.service), when: momentFact(hold.start) };
  return say('waitlist.offer', { ...facts, until: untilFact(hold) });
}

function toldPlainly(business: Business, { hold }: Offer): Saying {
  return say('waitlist.offerByTeam', {
    service: serviceFact(business, hold.service),
    when: momentFact(hold.start),
    branch: branchToTell(business, hold.branch),
    until: untilFact(hold),
  });
}

function untilFact({ heldUntil, zone }: Offer['hold']): ReturnType<typeof timeFact> {
  return timeFact(toLocal(Math.floor((heldUntil ?? 0) / 60_000), zone));
}

/** The question is kept with the number of the message that asks it: a yes that came before means something else. */
function asked({ talk, choices }: Advanced, loaded: TalkToWriteIn, reply: WordedReply): Talk {
  if (talk.asked === null) return talk;
  const labelled = choices.map(({ acts }, index) => ({ label: reply.choices[index] ?? '', acts }));
  return { ...talk, asked: { ...talk.asked, number: loaded.nextNumber, choices: labelled } };
}
