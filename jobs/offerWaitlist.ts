/** Offers what became free to those who wait for it: one offer a transaction, so that a kill leaves it whole or not made. */
import { conversationTopic, relayBell } from '../bot/bells';
import { tellOffer } from '../bot/offer';
import type { BotParts } from '../bot/parts';
import { offerFreed } from '../commands';
import type { CommandContext } from '../commands/types';
import { expireLapsedHolds } from '../models/statements/expiry';
import {
  claimFreedTime,
  forgetFreedTime,
  postponeFreedTime,
  tenantsWithFreedTime,
} from '../models/statements/freedTime';
import { endEntries } from '../models/statements/waitlist';
import type { Tx } from '../platform/database';
import type { Business } from '../scheduling/business';

const MOST_TENANTS = 500;
const MOST_EXPIRED = 500;

type OfferParts = Pick<
  BotParts,
  'database' | 'clock' | 'wires' | 'businesses' | 'newId' | 'signal' | 'queue' | 'log'
>;

/** Answers how many offers were made. What fails for one business is logged, and comes again, without holding up the others. */
export async function offerWaitlist(parts: OfferParts): Promise<number> {
  let made = 0;
  for (const tenantId of await tenantsWithFreedTime(parts.database, parts.clock.now(), MOST_TENANTS)) {
    try {
      made += await offerAll(tenantId, parts);
    } catch (err) {
      parts.log.error({ err, tenant: tenantId }, 'freed time could not be offered; it comes again');
    }
  }
  return made;
}

/** What lapsed is let go first: it is freed time itself. */
async function offerAll(tenantId: string, parts: OfferParts): Promise<number> {
  const { database, clock } = parts;
  await database.inTenant(tenantId, async (tx) => {
    await expireLapsedHolds(tx, clock.now(), MOST_EXPIRED);
    await endEntries(tx, clock.now());
  });
  for (let made = 0; ;) {
    const business = await parts.businesses.of(tenantId);
    const step = await database.inTenant(tenantId, (tx) => offerNext(tx, business, parts));
    if (step.kind === 'none') return made;
    if (step.kind === 'looked') continue;
    made += 1;
    parts.signal.publish(conversationTopic({ tenantId, conversationId: step.conversationId }), 'messages');
    if (!step.inline) parts.queue.ring(relayBell);
  }
}

type Step =
  /** Nothing is due. */
  | { readonly kind: 'none' }
  /** One was looked at, and nothing of it is to be offered now. */
  | { readonly kind: 'looked' }
  | { readonly kind: 'offered'; readonly conversationId: string; readonly inline: boolean };

/** What is offered stays in the list until a look finds nobody more whom it suits. */
async function offerNext(tx: Tx, business: Business, parts: OfferParts): Promise<Step> {
  const { clock, newId, wires } = parts;
  const now = clock.now();
  const freed = await claimFreedTime(tx, now);
  if (freed === null) return { kind: 'none' };
  const context: CommandContext = {
    tx,
    clock: { now: () => now },
    business,
    actor: { kind: 'system' },
    newId,
  };
  const result = await offerFreed(context, freed);
  switch (result.kind) {
    case 'nobody':
      await forgetFreedTime(tx, freed.position);
      return { kind: 'looked' };
    case 'later':
      await postponeFreedTime(tx, freed.position, result.at);
      return { kind: 'looked' };
    case 'offered': {
      const { conversationId } = result.offer;
      return { kind: 'offered', conversationId, inline: await tellOffer(context, result.offer, { wires }) };
    }
  }
}
