/** A talk in a test: acts are given by hand, the engine answers, and the state is kept as storage would keep it. */
import type { Act } from '../../understanding/acts';
import type { Business } from '../../scheduling/business';
import { wording } from '../../locales';
import { advance, freshTalk, readTalk } from '..';
import type { Advance } from '../engine';
import type { Advanced, CustomerView, Heard, Talk, World } from '../talk';
import { FakeCommands, FakeShop } from './fakeCommands';
import { FakePlans } from './fakePlans';
import { FakeVisits } from './fakeVisits';
import { FakeWaitlist } from './fakeWaitlist';
import { garage } from './garage';

export interface Reply extends Advanced {
  /** All that was said, in English. */
  readonly text: string;
  readonly labels: readonly string[];
}

export interface Setting {
  readonly business?: Business;
  /** ISO instant. */
  readonly now?: string;
  readonly customer?: Partial<CustomerView>;
  readonly asksPhone?: boolean;
  readonly smsWords?: boolean;
  readonly shop?: FakeShop;
  readonly engine?: Advance;
  /** Ids are counted from here on: a talk that goes on has used some. */
  readonly idsAfter?: number;
}

/** Friday 27 March 2026, 09:00 in Berlin: nothing that follows depends on the day the tests run. */
export const FRIDAY = '2026-03-27T08:00:00Z';

export const ada: Partial<CustomerView> = {
  name: 'Ada Lovelace',
  phone: '+4915112345678',
  assets: [{ id: 'golf', label: 'Golf B-XY 123', class: null, plate: 'B-XY 123' }],
};

export class Conversation {
  readonly shop: FakeShop;
  readonly commands: FakeCommands;
  readonly plans: FakePlans;
  readonly visits: FakeVisits;
  readonly waitlist: FakeWaitlist;
  talk: Talk = freshTalk();
  /** Whether the channel says that what was asked reached the customer. */
  handsOver = true;
  readonly #setting: Setting;
  #number = 0;
  #ids = 0;
  /** When the last question reached the customer. */
  askedHandedAt: number | null = null;

  constructor(setting: Setting = {}) {
    this.#setting = setting;
    this.#ids = setting.idsAfter ?? 0;
    const business = setting.business ?? garage;
    this.shop = setting.shop ?? new FakeShop(business, Date.parse(setting.now ?? FRIDAY));
    const unknown = { id: 'c1', name: null, phone: null, language: null, assets: [] };
    this.commands = new FakeCommands(this.shop, { ...unknown, ...setting.customer });
    this.plans = new FakePlans(this.commands);
    this.visits = new FakeVisits(this.commands);
    this.waitlist = new FakeWaitlist(this.commands);
  }

  /** One message; its turn runs to the end. */
  async says(...acts: readonly Act[]): Promise<Reply> {
    return this.hears([this.message(acts)]);
  }

  /** Several messages that waited together. */
  async burst(...messages: readonly (readonly Act[])[]): Promise<Reply> {
    return this.hears(messages.map((acts) => this.message(acts)));
  }

  /** A message as it arrives; it may be delivered later than others. */
  message(acts: readonly Act[]): Heard {
    this.#number += 1;
    return { number: this.#number, acts, receivedAt: this.shop.now };
  }

  /** Something of ours came into the thread; its number. */
  spoke(): number {
    this.#number += 1;
    return this.#number;
  }

  async hears(heard: readonly Heard[]): Promise<Reply> {
    const engine = this.#setting.engine ?? advance;
    const advanced = await engine(this.stored(), heard, this.#world());
    this.#number += 1;
    const labels = advanced.choices.map(({ label }) => wording('en').fact(label));
    const choices = advanced.choices.map(({ acts }, index) => ({ label: labels[index] ?? '', acts }));
    const { asked } = advanced.talk;
    this.talk = { ...advanced.talk, asked: asked && { ...asked, choices, number: this.#number } };
    this.askedHandedAt = asked && this.handsOver ? this.shop.now : null;
    return {
      ...advanced,
      labels,
      text: advanced.sayings.map((saying) => wording('en').say(saying)).join('\n'),
    };
  }

  /** The talk as the next process reads it. */
  stored(): Talk {
    return this.#setting.engine ? this.talk : readTalk(JSON.parse(JSON.stringify(this.talk)));
  }

  wait(minutes: number): void {
    this.shop.now += minutes * 60_000;
  }

  #world(): World {
    const { asksPhone = false, smsWords = false } = this.#setting;
    return {
      now: this.shop.now,
      business: this.shop.business,
      customer: this.commands.customer,
      conversationId: 'talk',
      asksPhone,
      smsWords,
      askedHandedAt: this.askedHandedAt,
      ...{ commands: this.commands, plans: this.plans, visits: this.visits, waitlist: this.waitlist },
      newId: () => `${this.commands.customer.id}-${(this.#ids += 1)}`,
    };
  }
}
