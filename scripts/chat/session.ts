/** One conversation file's own business, customer, wires and clock, with the real bot behind them. */
import { randomUUID } from 'node:crypto';
import type { ReceivingAccount } from '../../bot/receive';
import type { Received } from '../../channels/channel';
import { fakeChannel, type FakeChannel } from '../../channels/fake';
import { createHouse, type House } from '../../house';
import { TestClock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { createLog } from '../../platform/log';
import { InProcessSignal } from '../../platform/signal';
import { toInstant } from '../../scheduling/zone';
import { openStage, type Stage } from './stage';
import { NO_BELLS } from './noBells';
import type { ChatFile, Header, Utterance } from './chatFile';
import { staffDeed } from './staff';
import { readState, type Sent, type State } from './state';
import { readTurnNotes, type TurnNote } from './turnNotes';

const MILLIS_PER_MINUTE = 60_000;

const NEXT_DUE = {
  name: 'chat-next-due',
  text: `SELECT least(
      (SELECT min(due_at) FROM outbox WHERE tenant_id = $1 AND status IN ('waiting', 'claimed') AND due_at > instant($2)),
      (SELECT min(due_at) FROM freed_time WHERE tenant_id = $1 AND due_at > instant($2)),
      (SELECT min(expires_at) FROM waitlist_offers WHERE tenant_id = $1 AND state = 'open' AND expires_at > instant($2))) AS at`,
};

export class Session {
  readonly #clock: TestClock;
  readonly #wire: FakeChannel;
  #house: House;
  #last: { received: Received; account: ReceivingAccount } | null = null;
  /** What was sent up to here belongs to earlier customer lines. */
  #mark = 0;
  /** What was sent up to here stands in the talk already. */
  #told = 0;

  private constructor(
    private readonly database: Database,
    private readonly stage: Stage,
    clock: TestClock,
    /** Faults that the log of this talk recorded. */
    readonly faults: string[],
  ) {
    this.#clock = clock;
    this.#wire = fakeChannel(stage.channel);
    this.#house = this.#build();
  }

  /** @param database nobody else relays on it at the same time */
  static async open(database: Database, header: Header): Promise<Session> {
    const clock = new TestClock(startOf(header));
    return new Session(database, await openStage(database, header, clock.now()), clock, []);
  }

  /** Everything a process holds in memory, made anew from the database. */
  #build(): House {
    const log = createLog('error', { write: (line: string) => void this.faults.push(line) });
    return createHouse({
      database: this.database,
      clock: this.#clock,
      channels: [{ provider: 'fake', channel: this.#wire }],
      queue: NO_BELLS,
      signal: new InProcessSignal(log),
      log,
      newId: randomUUID,
    });
  }

  async say(said: Utterance, together: boolean): Promise<void> {
    if (!together) this.#mark = this.#told;
    this.#last = { received: this.#received(said, this.stage.address), account: this.stage.account };
    await this.#house.receive(this.#last.received, this.#last.account);
  }

  /** Runs the turns that wait and carries what they send; the bot's lines of the talk. */
  async answer(): Promise<string[]> {
    await this.#settle(this.stage.address);
    return this.#newLines();
  }

  async otherSays(address: string, said: Utterance): Promise<void> {
    await this.#house.receive(this.#received(said, address), this.stage.account);
    await this.#settle(address);
  }

  async redeliver(): Promise<string[]> {
    if (!this.#last) throw new Error('nothing was said yet that could be delivered once more');
    await this.#house.receive(this.#last.received, this.#last.account);
    return this.answer();
  }

  restart(): Promise<void> {
    this.#house = this.#build();
    return Promise.resolve();
  }

  /** The business acts, and what that makes it tell the customer is carried. */
  async staff(deed: string): Promise<string[]> {
    const { tenantId, channel, address } = this.stage;
    await staffDeed({ database: this.database, clock: this.#clock, tenantId, channel, address }, deed);
    await this.#settle(address);
    return this.#newLines();
  }

  /** The clock stops at every due instant on its way. */
  async wait(minutes: number): Promise<string[]> {
    const until = this.#clock.now() + minutes * MILLIS_PER_MINUTE;
    for (let due = await this.#nextDue(until); ; due = await this.#nextDue(until)) {
      this.#clock.set(due);
      await this.#house.expireHoldsOnce();
      await this.#house.offerWaitlistOnce();
      await this.#house.relayOnce();
      if (due >= until) return this.#newLines();
    }
  }

  state(): Promise<State> {
    return this.#stateSince(this.#mark);
  }

  /** What the turns of all talks of this business noted. */
  notes(): Promise<readonly TurnNote[]> {
    return readTurnNotes(this.database, this.stage.tenantId);
  }

  async saidByBot(): Promise<string> {
    const { sent } = await this.state();
    return sent.map((message) => message.text).join('\n');
  }

  async offered(): Promise<readonly string[]> {
    return (await this.state()).sent.at(-1)?.choices ?? [];
  }

  async #settle(address: string): Promise<void> {
    const conversation = await this.stage.conversationOf(address);
    if (conversation !== null)
      await this.#house.runTurns({ tenantId: this.stage.tenantId, conversationId: conversation });
    await this.#house.offerWaitlistOnce();
    await this.#house.relayOnce();
  }

  async #newLines(): Promise<string[]> {
    const { sent } = await this.#stateSince(this.#told);
    this.#told = sent.at(-1)?.position ?? this.#told;
    return sent.map(lineOf);
  }

  async #nextDue(until: number): Promise<number> {
    const [row] = await this.database.inTenant(this.stage.tenantId, (tx) =>
      tx.query<{ at: Date | null }>(NEXT_DUE, [this.stage.tenantId, this.#clock.now()]),
    );
    return Math.min(row?.at?.getTime() ?? until, until);
  }

  async #stateSince(sentAfter: number): Promise<State> {
    const business = await this.#house.businesses.of(this.stage.tenantId, 0);
    const { channel, address } = this.stage;
    return readState(this.database, { business, channel, address, now: this.#clock.now(), sentAfter });
  }

  #received(said: Utterance, address: string): Received {
    return {
      providerId: randomUUID(),
      account: this.stage.account.channelAccountId,
      address,
      kind: said.kind,
      text: said.text,
      sentAt: this.#clock.now(),
      ...(said.argument === '' ? {} : { details: { argument: said.argument } }),
    };
  }
}

function lineOf(message: Sent): string {
  const who = message.kind === 'reply' ? 'bot' : `bot (${message.kind})`;
  return `${who}: ${message.text.replaceAll('\n', '\n     ')}`;
}

function startOf(header: ChatFile['header']): number {
  const at = toInstant(header.now, header.zone);
  if (at.kind !== 'exact') throw new Error(`now: ${header.now} does not happen once in ${header.zone}`);
  return at.minute * MILLIS_PER_MINUTE;
}
