/** `staff:` lines: the business acts on the customer's order, estimate or calendar, through the commands that its own people have. */
import { randomUUID } from 'node:crypto';
import { beginOrder } from '../../commands/beginOrder';
import { sendEstimate } from '../../commands/sendEstimate';
import { setStage } from '../../commands/setStage';
import type { CommandContext } from '../../commands/types';
import { toMinor } from '../../locales/money';
import type { BusinessDefinition } from '../../models/businessDefinition';
import { loadBusiness } from '../../models/loadBusiness';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { LocalDate } from '../../scheduling/business';
import { isLocalDate } from '../../scheduling/localDate';
import { changeBusiness } from '../tenant/importBusiness';
import { readKept } from '../tenant/keep';

/** Whose business it is, and which customer the line is about. */
export interface Shopfloor {
  readonly database: Database;
  readonly clock: Clock;
  readonly tenantId: string;
  readonly channel: string;
  readonly address: string;
}

/** @throws Error for a line that cannot be carried out, with the reason */
export async function staffDeed(floor: Shopfloor, deed: string): Promise<void> {
  const [, verb = '', rest = ''] = /^(\w+)\s+(.+)$/u.exec(deed.trim()) ?? [];
  switch (verb) {
    case 'stage':
      return stage(floor, rest.trim());
    case 'estimate':
      return estimate(floor, rest);
    case 'closes':
      return closes(floor, rest.trim());
    default:
      throw new Error(`staff: "${deed}" is none of "stage …", "estimate …" and "closes YYYY-MM-DD"`);
  }
}

async function stage(floor: Shopfloor, to: string): Promise<void> {
  const result = await asAgent(floor, async (context) =>
    setStage(context, { orderId: await orderFor(context, floor), stage: to }, randomUUID()),
  );
  if (result.kind !== 'set') throw new Error(`staff: stage ${to} is refused: ${JSON.stringify(result)}`);
}

async function estimate(floor: Shopfloor, text: string): Promise<void> {
  const result = await asAgent(floor, async (context) => {
    const lines = text.split(';').map((line) => lineOf(line, context.business.currency));
    return sendEstimate(context, { orderId: await orderFor(context, floor), lines }, randomUUID());
  });
  if (result.kind !== 'sent') throw new Error(`staff: estimate is refused: ${JSON.stringify(result)}`);
}

/** `Front brakes 320`: what stands last is the price, in major units. */
export function lineOf(text: string, currency: string): { readonly title: string; readonly amount: number } {
  const [, title, amount] = /^(.+?)\s+(\d+(?:\.\d+)?)$/u.exec(text.trim()) ?? [];
  if (title === undefined) throw new Error(`staff: "${text.trim()}" is not a title and a price`);
  return { title, amount: toMinor(Number(amount), currency) };
}

/** Every branch is closed for the whole of that day. */
async function closes({ database, clock, tenantId }: Shopfloor, day: string): Promise<void> {
  if (!isLocalDate(day)) throw new Error(`staff: closes takes a day like 2026-03-28, not "${day}"`);
  const { definition } = await database.inTenant(tenantId, readKept);
  const asked = { at: clock.now(), dryRun: false, configured: [] };
  const done = await changeBusiness(database, tenantId, closedOn(definition, day), asked);
  if (done.result !== 'changed' && done.result !== 'unchanged')
    throw new Error(`staff: closes ${day} is refused: ${JSON.stringify(done)}`);
}

function closedOn(definition: BusinessDefinition, date: LocalDate): BusinessDefinition {
  const branches = definition.branches.map((branch) => ({
    ...branch,
    exceptions: [
      ...branch.exceptions.filter((exception) => exception.date !== date),
      { date, open: [], reason: null },
    ].sort((left, right) => (left.date < right.date ? -1 : 1)),
  }));
  return { ...definition, branches };
}

async function asAgent<Result>(
  { database, clock, tenantId }: Shopfloor,
  work: (context: CommandContext) => Promise<Result>,
): Promise<Result> {
  const business = await loadBusiness(database, tenantId);
  const actor = { kind: 'agent', agentId: 'staff' } as const;
  return database.inTenant(tenantId, (tx) => work({ tx, clock, business, actor, newId: randomUUID }));
}

const NEWEST = {
  name: 'chat-newest-booking',
  text: `SELECT b.id FROM bookings AS b JOIN addresses AS a ON a.tenant_id = b.tenant_id AND a.customer_id = b.customer_id
    WHERE b.tenant_id = $1 AND a.channel = $2 AND a.address = $3
      AND b.status IN ('confirmed', 'checked-in', 'in-service') ORDER BY b.position DESC LIMIT 1`,
};

/** The order of the newest booking that is not over; begun if there is none. */
async function orderFor(context: CommandContext, { channel, address }: Shopfloor): Promise<string> {
  const { tx } = context;
  const [booking] = await tx.query<{ id: string }>(NEWEST, [tx.tenantId, channel, address]);
  if (!booking) throw new Error('staff: the customer has no booking that could be worked on');
  const result = await beginOrder(context, { bookingId: booking.id }, randomUUID());
  if (result.kind !== 'begun') throw new Error(`staff: no order can be begun: ${result.kind}`);
  return result.order.id;
}
