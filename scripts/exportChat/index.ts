/** A stored conversation as a conversation file that anybody may read: names and numbers replaced, the clock from its times. */
import type { StoredConversation, StoredTurn } from '../../bot/storedTurns';
import type { LoadedConversation } from '../../models/records';
import type { Business } from '../../scheduling/business';
import { toLocal } from '../../scheduling/zone';
import { eventsOf, type Event } from './events';
import { createExpectations } from './expectations';
import { replacer, type Replace } from './madeUp';
import { privateParts } from './private';
import { referencesIn, repliedLines, saidLines, staffLine, toldLine, type Telling } from './lines';
import { createWaits, waitLine } from './waits';

/**
 * What others had booked is no part of a conversation: where that decided something, the file comes out otherwise.
 * @param tenant the name by which the file calls the business
 */
export function exportChat(
  conversation: StoredConversation,
  business: Business,
  tenant: string = business.slug,
): string {
  const replace = replacer(privateParts(conversation, business));
  const begins = Math.floor((eventsOf(conversation)[0]?.at ?? 0) / 60_000) * 60_000;
  const heading = { business, tenant, begins, replace };
  const lines = [...headerLines(conversation, heading), '', ...talkLines(conversation, heading)];
  return `${lines.join('\n')}\n`;
}

interface Heading {
  readonly business: Business;
  readonly tenant: string;
  readonly begins: number;
  readonly replace: Replace;
}

function headerLines(
  { channel, address, turns }: StoredConversation,
  { business, tenant, begins, replace }: Heading,
): readonly string[] {
  const zone = business.branches[0]?.zone ?? 'UTC';
  const customer = turns.find(({ entry }) => entry !== null)?.entry?.from.customer;
  const number = channel === 'webchat' ? (customer?.phone ?? null) : address;
  const locale = customer?.language ?? null;
  return [
    `# exported: names and numbers are made up`,
    `now: ${toLocal(begins / 60_000, zone).replace('T', ' ')} ${zone}`,
    `tenant: ${tenant}`,
    `channel: ${channel}`,
    ...(number?.startsWith('+') ? [`from: ${replace(number)}`] : []),
    ...(customer?.name ? [`known: ${knownAs(customer, replace)}`] : []),
    ...(locale === null ? [] : [`locale: ${locale}`]),
  ];
}

function knownAs({ name, assets }: LoadedConversation['customer'], replace: Replace): string {
  const vehicles = assets.map(({ label, plate }) => (plate === null ? label : `${label} ${plate}`));
  return replace([name ?? '', ...vehicles].join(', '));
}

function talkLines(
  conversation: StoredConversation,
  { business, begins, replace }: Heading,
): readonly string[] {
  const waited = createWaits(begins);
  const expectations = createExpectations();
  const telling = { replace, references: referencesIn(conversation), currency: business.currency };
  return eventsOf(conversation).flatMap((event) => {
    const minutes = waited(event.at);
    return [...(minutes > 0 ? [waitLine(minutes)] : []), ...linesOf(event, telling, expectations)];
  });
}

function linesOf(
  event: Event,
  telling: Telling,
  expectations: ReturnType<typeof createExpectations>,
): readonly string[] {
  switch (event.kind) {
    case 'turn':
      return [...turnLines(event.turn, telling), ...expectations(event.turn)];
    case 'told':
      return toldLine(event.message, telling);
    case 'deed':
      return [staffLine(event.deed, telling)];
  }
}

function turnLines(turn: StoredTurn, telling: Telling): readonly string[] {
  if (turn.entry === null) return [`# turn ${String(turn.turn)} came to nothing and is left out`];
  return [...saidLines(turn.messages, telling), ...repliedLines(turn, telling)];
}
