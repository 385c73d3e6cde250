/** A workshop with one bay at its branch in the north, and customers who write, book and wait. */
import { randomUUID } from 'node:crypto';
import {
  bindCommands,
  joinWaitlist,
  waitlistOf,
  type JoinWaitlistInput,
  type WaitlistView,
} from '../../../commands';
import type { Actor, BookingView, CommandContext, Commands } from '../../../commands/types';
import { testHouse, type TestHouse } from '../../setup/house';

export const MINUTE = 60_000;
/** The Monday after the tests begin; at ten, and at no other time. */
export const MONDAY = '2026-03-30';
export const AT_TEN = { from: MONDAY, to: MONDAY, earliest: '10:00', latest: '10:00' };

export interface Client {
  readonly address: string;
  readonly customerId: string;
  readonly conversationId: string;
}

export class Workshop {
  #clients = 0;

  private constructor(readonly house: TestHouse) {}

  static async open(channel?: Parameters<typeof testHouse>[0]): Promise<Workshop> {
    return new Workshop(await testHouse(channel));
  }

  /** Somebody who has written in. */
  async client(): Promise<Client> {
    this.#clients += 1;
    const address = `+4915${String(this.#clients).padStart(9, '0')}`;
    const { conversationId } = await this.house.receive('hello', { address });
    await this.house.runTurns({ tenantId: this.house.account.tenantId, conversationId });
    await this.house.house.relayOnce();
    const [row] = await this.rows<{ id: string }>(
      'SELECT customer_id AS id FROM addresses WHERE address = $1',
      [address],
    );
    return { address, conversationId, customerId: row?.id ?? '' };
  }

  /** Somebody whose name and car the workshop knows. */
  async regular(name: string): Promise<Client> {
    const client = await this.client();
    await this.as(client, async (commands) => {
      await commands.nameCustomer(name);
      await commands.keepAsset({ label: 'Golf', plate: 'B-XY 123' });
    });
    return client;
  }

  async run<Result>(actor: Actor, work: (context: CommandContext) => Promise<Result>): Promise<Result> {
    const { database, clock, house, account } = this.house;
    const business = await house.businesses.of(account.tenantId);
    return database.inTenant(account.tenantId, (tx) =>
      work({ tx, clock, business, actor, newId: randomUUID }),
    );
  }

  as<Result>(client: Client, work: (commands: Commands) => Promise<Result>): Promise<Result> {
    const { customerId, conversationId } = client;
    return this.run({ kind: 'customer', customerId, conversationId }, (context) =>
      work(bindCommands(context, undefined)),
    );
  }

  /** A brake check with Tom, on Monday. */
  async book(client: Client, time: string): Promise<BookingView> {
    const { customerId, conversationId } = client;
    const wish = { service: 'brake-check', branch: 'nord', start: `${MONDAY}T${time}` };
    return this.as(client, async (commands) => {
      const held = await commands.hold({ ...wish, customerId, conversationId }, randomUUID());
      if (held.kind !== 'held') throw new Error(`not held: ${JSON.stringify(held)}`);
      const made = await commands.confirm({ bookingId: held.hold.id, shown: held.hold }, randomUUID());
      if (made.kind !== 'confirmed') throw new Error(`not confirmed: ${JSON.stringify(made)}`);
      return made.booking;
    });
  }

  /** For what it costs now. */
  cancel(client: Client, { id }: BookingView): Promise<unknown> {
    return this.as(client, async (commands) => {
      const quote = await commands.quoteCancellation(id);
      return commands.cancel({ bookingId: id, shownFee: quote?.fee ?? -1 }, randomUUID());
    });
  }

  async join(client: Client, given: Partial<JoinWaitlistInput> = {}): Promise<WaitlistView> {
    const { customerId, conversationId } = client;
    const wish = { service: 'brake-check', branch: 'nord', windows: [AT_TEN] };
    const result = await this.run({ kind: 'system' }, (context) =>
      joinWaitlist(context, { ...wish, customerId, conversationId, ...given }, randomUUID()),
    );
    if (result.kind !== 'waiting') throw new Error(`not waiting: ${JSON.stringify(result)}`);
    return result.entry;
  }

  /** What a client waits for. */
  waiting(client: Client): Promise<readonly WaitlistView[]> {
    return this.run({ kind: 'system' }, (context) => waitlistOf(context, client.customerId));
  }

  /** Whatever is due happens; the addresses that were written to, in order, with what they read. */
  async work(): Promise<(readonly [address: string, text: string])[]> {
    const before = this.house.wire.sent.length;
    await this.house.house.offerWaitlistOnce();
    await this.house.house.relayOnce();
    return this.house.wire.sent.slice(before).map(({ address, text }) => [address, text] as const);
  }

  /** Who was written to by what was due. */
  async offered(): Promise<string[]> {
    return (await this.work()).map(([address]) => address);
  }

  say(client: Client, text: string): Promise<string[]> {
    return this.house.say(text, { address: client.address });
  }

  /** All offers in the order in which they were made: to whom, of when, and what became of each. */
  async log(): Promise<(readonly [address: string, state: string])[]> {
    const rows = await this.rows<{ address: string; state: string }>(
      `SELECT a.address, o.state FROM waitlist_offers AS o JOIN waitlist AS w ON w.tenant_id = o.tenant_id AND w.id = o.entry_id
       JOIN addresses AS a ON a.tenant_id = w.tenant_id AND a.customer_id = w.customer_id
       JOIN bookings AS b ON b.tenant_id = o.tenant_id AND b.id = o.booking_id ORDER BY b.position`,
    );
    return rows.map(({ address, state }) => [address, state] as const);
  }

  rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { database, account } = this.house;
    return database.inTenant(account.tenantId, (tx) =>
      tx.query<Row>({ name: `waitlist test ${text}`.slice(0, 60), text }, values),
    );
  }
}
