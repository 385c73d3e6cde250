/** A shop with its clock: commands run in it as its customers would run them. */
import { randomUUID } from 'node:crypto';
import { bindCommands } from '../../../../commands';
import type { Actor, BookingView, CommandContext, Commands, HoldInput } from '../../../../commands/types';
import type { BusinessDefinition } from '../../../../models/businessDefinition';
import type { MadeTenant } from '../../../../models/createTenant';
import { loadBusiness } from '../../../../models/loadBusiness';
import { TestClock, type Clock } from '../../../../platform/clock';
import type { Database, Tx } from '../../../../platform/database';
import { newCustomer, newTenant, NOW, receive, rowsOf } from './tenant';

export interface Client {
  readonly customerId: string;
  readonly conversationId: string;
}

export class Shop {
  readonly clock = new TestClock(NOW);
  #clients = 0;

  private constructor(
    readonly database: Database,
    readonly tenant: MadeTenant,
  ) {}

  static async open(database: Database, definition?: BusinessDefinition): Promise<Shop> {
    return new Shop(database, await newTenant(database, definition));
  }

  /** A tenant that was made elsewhere. */
  static of(database: Database, tenant: MadeTenant): Shop {
    return new Shop(database, tenant);
  }

  /** Somebody who has written in. */
  async client(): Promise<Client> {
    this.#clients += 1;
    const address = `+4915${String(this.#clients).padStart(9, '0')}`;
    const { conversationId } = await receive(this.database, this.tenant, { address });
    const text = `SELECT a.customer_id AS id FROM conversations AS c
      JOIN addresses AS a ON a.tenant_id = c.tenant_id AND a.id = c.address_id WHERE c.tenant_id = $1 AND c.id = $2`;
    const [row] = await this.rows<{ id: string }>(text, [this.tenant.tenantId, conversationId]);
    return { customerId: row?.id ?? '', conversationId };
  }

  customer(name?: string): Promise<string> {
    return newCustomer(this.database, this.tenant, name);
  }

  /** Runs in one transaction, with nothing read beforehand. */
  async run<Result>(
    actor: Actor,
    work: (context: CommandContext) => Promise<Result>,
    clock: Clock = this.clock,
  ): Promise<Result> {
    const { tenantId } = this.tenant;
    const business = await loadBusiness(this.database, tenantId);
    const contextOf = (tx: Tx): CommandContext => ({
      tx,
      clock,
      business,
      actor,
      newId: randomUUID,
    });
    return this.database.inTenant(tenantId, (tx) => work(contextOf(tx)));
  }

  /** Runs commands as this client, in one transaction. */
  as<Result>(client: Client, work: (commands: Commands) => Promise<Result>, clock?: Clock): Promise<Result> {
    return this.run(
      { kind: 'customer', ...client },
      (context) => work(bindCommands(context, undefined)),
      clock,
    );
  }

  clients(count: number): Promise<Client[]> {
    return Promise.all(Array.from({ length: count }, () => this.client()));
  }

  rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(this.database, this.tenant, text, values);
  }

  /** Bookings that should have time and have not all of it, or have time and should not. */
  halfTaken(): Promise<object[]> {
    return this.rows(HALF_TAKEN);
  }

  /** Live time that overlaps other live time on the same unit, buffers and all: there must never be any. */
  overlaps(): Promise<object[]> {
    return this.rows(OVERLAPS);
  }
}

/** A hold that lapsed may have lost its time, in part or whole: that is what lapsing means. */
const HALF_TAKEN = `
SELECT b.id FROM bookings AS b WHERE b.status <> 'held' AND is_live(b.status) IS DISTINCT FROM
  (cardinality(b.resource_ids) = (SELECT count(DISTINCT a.resource_id) FROM allocations AS a
    WHERE a.tenant_id = b.tenant_id AND a.booking_id = b.id AND a.live))`;

const OVERLAPS = `
SELECT a.booking_id, b.booking_id FROM allocations AS a JOIN allocations AS b
  ON a.tenant_id = b.tenant_id AND a.resource_id = b.resource_id AND a.unit = b.unit AND a.booking_id < b.booking_id
WHERE a.live AND b.live AND (
  (a.start_minute < b.end_minute + b.after AND b.start_minute < a.end_minute + a.after) OR
  (a.start_minute - a.before < b.end_minute AND b.start_minute - b.before < a.end_minute))`;

/** The status of a booking as it is written. */
export async function statusOf(shop: Shop, bookingId: string): Promise<string | undefined> {
  const [row] = await shop.rows<{ status: string }>('SELECT status FROM bookings WHERE id = $1', [bookingId]);
  return row?.status;
}

/** A brake check at Mitte on Monday morning, unless something else is said. */
export function wish(client: Client, given: Partial<HoldInput> = {}): HoldInput {
  return { service: 'brake-check', branch: 'mitte', start: '2027-03-29T10:00', ...client, ...given };
}

/** A hold of this client's, or a failed test. */
export async function heldBy(
  shop: Shop,
  client: Client,
  given: Partial<HoldInput> = {},
): Promise<BookingView> {
  const result = await shop.as(client, (commands) => commands.hold(wish(client, given), randomUUID()));
  if (result.kind !== 'held') throw new Error(`not held: ${JSON.stringify(result)}`);
  return result.hold;
}

/** The same, confirmed at once. */
export async function bookedBy(
  shop: Shop,
  client: Client,
  given: Partial<HoldInput> = {},
): Promise<BookingView> {
  const hold = await heldBy(shop, client, given);
  const result = await shop.as(client, (commands) =>
    commands.confirm({ bookingId: hold.id, shown: hold }, randomUUID()),
  );
  if (result.kind !== 'confirmed') throw new Error(`not confirmed: ${JSON.stringify(result)}`);
  return result.booking;
}
