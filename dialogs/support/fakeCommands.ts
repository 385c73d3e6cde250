/** The commands in memory, on the real rules of scheduling: what a conversation does to a shop without a database. */
import type {
  AssetView,
  AvailabilityInput,
  AvailabilityResult,
  BookingView,
  CancellationQuote,
  CancelResult,
  Commands,
  ConfirmInput,
  ConfirmResult,
  ExplainWish,
  HoldInput,
  HoldResult,
  MoveInput,
  MoveResult,
  RescheduleInput,
  RescheduleResult,
  TaskKind,
  WhyNot,
} from '../../commands/types';
import type { Business } from '../../scheduling/business';
import type { Busy } from '../../scheduling/busy';
import { availability } from '../../scheduling/availability';
import { cancellationFee } from '../../scheduling/cancellation';
import { minuteOf } from '../../scheduling/localDate';
import { toLocal } from '../../scheduling/zone';
import type { CustomerView } from '../talk';
import { alternativesTo, explainTo, judge, slotView, viewFor } from './fakeTimes';

export interface Call {
  readonly name: string;
  readonly key: string | null;
}

/** A shop in memory. Several talks may share it; `calls` lists every command in order. */
export class FakeShop {
  readonly bookings: BookingView[] = [];
  readonly owners = new Map<string, string>();
  readonly tasks: { readonly kind: TaskKind; readonly text: string }[] = [];
  readonly calls: Call[] = [];
  readonly keys = new Set<string>();
  readonly renewed = new Set<string>();
  #made = 0;

  constructor(
    public business: Business,
    public now: number,
  ) {}

  nextId(): string {
    this.#made += 1;
    return `b${this.#made}`;
  }

  holds(): readonly BookingView[] {
    return this.bookings.filter((each) => each.status === 'held' && (each.heldUntil ?? 0) > this.now);
  }

  made(): readonly BookingView[] {
    return this.bookings.filter((each) => each.status !== 'held' && each.status !== 'expired');
  }

  find(id: string): BookingView | undefined {
    return this.bookings.find((each) => each.id === id);
  }

  put(view: BookingView, owner: string): BookingView {
    const at = this.bookings.findIndex((each) => each.id === view.id);
    if (at < 0) this.bookings.push(view);
    else this.bookings[at] = view;
    this.owners.set(view.id, owner);
    return view;
  }

  /** What takes time now, without the rows of one booking. */
  busyWithout(id: string | null): ReadonlyMap<string, readonly Busy[]> {
    const busy = new Map<string, Busy[]>();
    for (const view of [...this.holds(), ...this.bookings.filter((each) => each.status === 'confirmed')]) {
      if (view.id === id) continue;
      for (const resource of view.resources) {
        const row = { unit: 0, start: view.startMinute, end: view.endMinute, before: 0, after: 0 };
        busy.set(resource, [...(busy.get(resource) ?? []), row]);
      }
    }
    return busy;
  }
}

/** The commands as one customer's talk may call them. */
export class FakeCommands implements Commands {
  constructor(
    readonly shop: FakeShop,
    public customer: CustomerView,
  ) {}

  async availability(input: AvailabilityInput): Promise<AvailabilityResult> {
    this.#called('availability', null);
    const { business, now } = this.shop;
    const service = business.services.find((each) => each.id === input.service);
    if (!service) return { kind: 'refused', refusal: { rule: 'unknown-service', value: input.service } };
    const busy = this.shop.busyWithout(input.except ?? null);
    const slots = availability({ ...input, service, business, now: minuteOf(now), busy });
    return { kind: 'slots', slots: slots.map((slot) => slotView(business, slot)) };
  }

  async explain(wish: ExplainWish): Promise<WhyNot> {
    this.#called('explain', null);
    const busy = this.shop.busyWithout(wish.except ?? null);
    return explainTo(this.shop.business, wish, this.shop.now, busy);
  }

  async hold(input: HoldInput, key: string): Promise<HoldResult> {
    this.#called('hold', key);
    return this.#take(input, null, this.shop.nextId());
  }

  async move({ bookingId, ...input }: MoveInput, key: string): Promise<MoveResult> {
    this.#called('move', key);
    if (!this.shop.holds().some((each) => each.id === bookingId)) return { kind: 'gone' };
    this.shop.renewed.delete(bookingId);
    return this.#take(input, bookingId, bookingId);
  }

  async look(bookingId: string): Promise<BookingView | null> {
    this.#called('look', null);
    const view = this.shop.find(bookingId);
    if (view?.status !== 'held') return view ?? null;
    return (view.heldUntil ?? 0) > this.shop.now ? view : { ...view, status: 'expired' };
  }

  async renew(bookingId: string): Promise<boolean> {
    this.#called('renew', null);
    const view = this.shop.holds().find((each) => each.id === bookingId);
    if (!view || this.shop.renewed.has(bookingId)) return false;
    this.shop.renewed.add(bookingId);
    this.#put({ ...view, heldUntil: this.#heldUntil() });
    return true;
  }

  async release(bookingId: string): Promise<void> {
    this.#called('release', null);
    const at = this.shop.bookings.findIndex((each) => each.id === bookingId && each.status === 'held');
    if (at >= 0) this.shop.bookings.splice(at, 1);
  }

  async confirm({ bookingId, shown }: ConfirmInput, key: string): Promise<ConfirmResult> {
    this.#called('confirm', key);
    const held = this.shop.find(bookingId);
    if (held?.status !== 'held') return { kind: 'gone' };
    const taken = await this.#take(inputOf(held, this.customer.id), bookingId, bookingId);
    if (taken.kind !== 'held') return taken;
    const { start, end, price } = taken.hold;
    const same = start === shown.start && end === shown.end && price === shown.price;
    if (!same) return { kind: 'changed', hold: taken.hold };
    return { kind: 'confirmed', booking: this.#put({ ...taken.hold, status: 'confirmed', heldUntil: null }) };
  }

  async quoteCancellation(bookingId: string): Promise<CancellationQuote | null> {
    this.#called('quoteCancellation', null);
    const booking = this.#own().find((each) => each.id === bookingId);
    if (!booking) return null;
    const { policy } = this.shop.business;
    const asked = { start: booking.startMinute, price: booking.price };
    const { fee, freeUntil } = cancellationFee(policy, asked, minuteOf(this.shop.now));
    return { booking, fee, freeUntil: freeUntil === null ? null : toLocal(freeUntil, booking.zone) };
  }

  async cancel(
    { bookingId, shownFee }: { readonly bookingId: string; readonly shownFee: number },
    key: string,
  ): Promise<CancelResult> {
    const quote = await this.quoteCancellation(bookingId);
    this.#called('cancel', key);
    if (!quote) return { kind: 'unknown' };
    if (quote.fee !== shownFee) return { kind: 'changed', quote };
    return {
      kind: 'cancelled',
      booking: this.#put({ ...quote.booking, status: 'cancelled', fee: quote.fee }),
    };
  }

  async reschedule(input: RescheduleInput, key: string): Promise<RescheduleResult> {
    this.#called('reschedule', key);
    const booking = this.#own().find((each) => each.id === input.bookingId);
    if (!booking) return { kind: 'over' };
    const { status, reference, version } = booking;
    const taken = await this.#take(movedInput(booking, input, this.customer.id), booking.id, booking.id);
    if (taken.kind !== 'held') return taken;
    const moved = { ...taken.hold, status, reference, heldUntil: null, version: version + 1 };
    return { kind: 'rescheduled', booking: this.#put(moved) };
  }

  async upcoming(): Promise<readonly BookingView[]> {
    this.#called('upcoming', null);
    return [...this.#own()].sort((left, right) => left.startMinute - right.startMinute);
  }

  async raiseTask(
    input: { readonly kind: TaskKind; readonly text: string },
    key: string,
  ): Promise<{ taskId: string }> {
    this.#called('raiseTask', key);
    this.shop.tasks.push(input);
    return { taskId: `t${this.shop.tasks.length}` };
  }

  async nameCustomer(name: string): Promise<void> {
    this.#called('nameCustomer', null);
    this.customer = { ...this.customer, name };
  }

  async keepPhone(phone: string): Promise<void> {
    this.#called('keepPhone', null);
    this.customer = { ...this.customer, phone };
  }

  async keepLanguage(language: string): Promise<void> {
    this.#called('keepLanguage', null);
    this.customer = { ...this.customer, language };
  }

  #platedAs(known: AssetView, plate: string | null): AssetView {
    const plated = { ...known, plate };
    const assets = this.customer.assets.map((each) => (each.id === known.id ? plated : each));
    this.customer = { ...this.customer, assets };
    return plated;
  }

  async keepAsset(asset: { label: string; plate?: string; class?: string }): Promise<AssetView> {
    this.#called('keepAsset', null);
    const known = this.customer.assets.find((each) => each.label === asset.label);
    if (known && (asset.plate === undefined || known.plate !== null)) return known;
    if (known) return this.#platedAs(known, asset.plate ?? null);
    const { label, plate, class: kind } = asset;
    const id = `a${this.customer.assets.length + 1}`;
    const view = { id, label, plate: plate ?? null, class: kind ?? null };
    this.customer = { ...this.customer, assets: [...this.customer.assets, view] };
    return view;
  }

  async #take(input: HoldInput, own: string | null, id: string): Promise<HoldResult> {
    const { business, now } = this.shop;
    const busy = this.shop.busyWithout(own);
    const verdict = judge(business, input, now, busy);
    const alternatives = verdict.kind === 'free' ? [] : alternativesTo(business, input, now, busy);
    if (verdict.kind === 'taken') return { kind: 'taken', alternatives };
    if (verdict.kind === 'refused') return { ...verdict, alternatives };
    const asset = this.customer.assets.find((each) => each.id === input.assetId) ?? null;
    const view = viewFor(business, input, verdict.resources, { id, asset, heldUntil: this.#heldUntil() });
    return { kind: 'held', hold: this.#put(view) };
  }

  #heldUntil(): number {
    return this.shop.now + this.shop.business.policy.holdMinutes * 60_000;
  }

  #put(view: BookingView): BookingView {
    return this.shop.put(view, this.customer.id);
  }

  #own(): readonly BookingView[] {
    const { bookings, owners, now } = this.shop;
    return bookings.filter(
      (each) =>
        each.status === 'confirmed' &&
        owners.get(each.id) === this.customer.id &&
        each.endMinute * 60_000 > now,
    );
  }

  #called(name: string, key: string | null): void {
    if (key !== null && this.shop.keys.has(key))
      throw new Error(`the key of ${name} was used before: ${key}`);
    if (key !== null) this.shop.keys.add(key);
    this.shop.calls.push({ name, key });
  }
}

function inputOf(view: BookingView, customerId: string): HoldInput {
  return {
    service: view.service,
    branch: view.branch,
    start: view.start,
    customerId,
    conversationId: null,
    ...(view.people[0] !== undefined && { person: view.people[0] }),
    ...(view.asset && { assetId: view.asset.id }),
    ...(view.asset?.class && { assetClass: view.asset.class }),
    ...(view.attendee !== null && { attendee: view.attendee }),
  };
}

/** What is not said stays as it is. */
function movedInput(booking: BookingView, input: RescheduleInput, customerId: string): HoldInput {
  const { start, branch = booking.branch, person, people = [] } = input;
  const named = typeof person === 'string' ? [person] : people;
  return inputOf({ ...booking, start, branch, people: named }, customerId);
}
