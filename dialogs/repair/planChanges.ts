/** Changes of single items while a plan is being made: one more, one less, for somebody else, at another time, by somebody else. */
import type { ActOf, ItemDetails } from '../../understanding/acts';
import type { AttendeeMention } from '../../understanding/mentions';
import type { Moment } from '../../understanding/moment';
import { attendeeText } from '../attendee';
import { placeOf, readTime } from '../asks/when/place';
import { say } from '../facts';
import type { Inform, Slots } from '../flow';
import { AT, PLAN, planIn, startsWished } from '../flows/plan/hold';
import { added, BEFORE, ITEMS, itemsIn, itemsJson, type PlanItem } from '../flows/plan/items';
import { same } from '../json';
import { actsOf, says, without, type Said } from '../said';
import type { Frame } from '../talk';
import { dropFrame, setSlots, type Turn } from '../turn';
import { toOne } from './oneLeft';

type Service = Extract<ActOf<'inform'>, { readonly slot: 'service' }>;

/** Services that are wished for as items of a plan, with what belongs to them; the acts that are used up by it. */
export function itemsSaid(
  said: readonly Said[],
  adding: boolean,
): { readonly informs: readonly Service[]; readonly used: readonly Inform[] } {
  const all = actsOf(said, 'inform');
  const services = all.filter((each): each is Service => each.slot === 'service' && !each.not);
  if (!adding || services.length !== 1) return { informs: services, used: services };
  // what is said of one more is said of it alone
  const own = all.filter(({ slot, not }) => ['attendee', 'asset', 'person'].includes(slot) && !not);
  const item = own.reduce<ItemDetails>((details, inform) => ({ ...details, ...detailOf(inform) }), {});
  const informs = services.map((service) => ({ ...service, item: { ...item, ...service.item } }));
  return { informs, used: [...services, ...own] };
}

function detailOf(inform: Inform): ItemDetails {
  if (inform.slot === 'attendee') return { attendee: inform.value };
  if (inform.slot === 'asset') return { asset: inform.value };
  return inform.slot === 'person' && inform.value !== 'any' ? { person: inform.value } : {};
}

/** What is left is about all of the plan. */
export async function changed(turn: Turn, frame: Frame, said: readonly Said[]): Promise<readonly Said[]> {
  const before = itemsIn(frame.slots);
  const gone = droppedIn(before, said);
  const fewer = lessBy(before, gone, said);
  const told = without(
    said.filter(({ act }) => !isIn(gone, act)),
    ...(gone.length > 0 ? VERDICTS : []),
  );
  const { items, used, wished } = moreBy(turn, frame, fewer, told);
  if (same(itemsJson(items), itemsJson(before)) && same(wished, frame.slots[AT] ?? {})) return said;
  const left = told.filter(
    ({ act }) => !isIn(used, act) && !isMore(act) && !(gone.length > 0 && isCancel(act)),
  );
  return keep(turn, frame, { items, wished }, left);
}

/** What taking something off sounds like by itself. */
const VERDICTS = ['deny', 'cancel'] as const;

function isIn(informs: readonly Inform[], act: Said['act']): boolean {
  return act.act === 'inform' && informs.includes(act);
}

function isCancel(act: Said['act']): boolean {
  return act.act === 'request' && act.intent === 'cancel';
}

interface Change {
  readonly items: readonly PlanItem[];
  readonly wished: Readonly<Record<string, string>>;
}

async function keep(
  turn: Turn,
  frame: Frame,
  { items, wished }: Change,
  rest: readonly Said[],
): Promise<readonly Said[]> {
  const [only] = items;
  if (!only) {
    await dropFrame(turn, frame);
    turn.says.push(say('cancel.dropped'));
    return rest;
  }
  if (items.length === 1) {
    await toOne(turn, frame, only);
    return rest;
  }
  const at = Object.keys(wished).length > 0 ? wished : null;
  const known = frame.slots[BEFORE] ?? (PLAN in frame.facts ? (frame.slots[ITEMS] ?? null) : null);
  setSlots(turn, frame, { ...asBefore(frame.slots), [ITEMS]: itemsJson(items), [BEFORE]: known, [AT]: at });
  return rest;
}

/** "As it was": what is held is gone back to. */
export async function asItWas(turn: Turn, frame: Frame, said: readonly Said[]): Promise<readonly Said[]> {
  const before = itemsIn(frame.slots, BEFORE);
  const [only] = before;
  if (only && before.length === 1) await toOne(turn, frame, only);
  else setSlots(turn, frame, { ...asBefore(frame.slots), [ITEMS]: itemsJson(before), [BEFORE]: null });
  return without(said, 'deny');
}

/** A time that was given up because all of it did not fit may suit what it is now. */
function asBefore(slots: Slots): Slots {
  const before = slots['when.before'];
  return slots['when'] === undefined && before !== undefined
    ? { when: before, 'when.before': null, 'when.offers': null }
    : {};
}

function isMore(act: Said['act']): boolean {
  return act.act === 'request' && (act.more === true || act.intent === 'book');
}

/** "Drop the beard", "cancel the colour". */
function droppedIn(items: readonly PlanItem[], said: readonly Said[]): readonly Service[] {
  const cancels = says(said, 'cancel') || said.some(({ act }) => isCancel(act));
  const services = actsOf(said, 'inform').filter((each): each is Service => each.slot === 'service');
  const only = services.filter((each) => each.only && items.some(({ service }) => service === each.value));
  if (only.length > 0) return items.filter(isOther(only)).map(({ service }) => takenOff(service));
  return services.filter(
    ({ value, not }) => not === true || (cancels && items.some(({ service }) => service === value)),
  );
}

/** "Only the haircuts": all others go. */
function isOther(only: readonly Service[]): (item: PlanItem) => boolean {
  return ({ service }) => !only.some(({ value }) => value === service);
}

function takenOff(service: string): Service {
  return { act: 'inform', slot: 'service', value: service, not: true };
}

/** "Without my son's": of several alike only theirs. */
function lessBy(
  items: readonly PlanItem[],
  dropped: readonly Service[],
  said: readonly Said[],
): readonly PlanItem[] {
  const who = actsOf(said, 'inform').find((each) => each.slot === 'attendee');
  return dropped.reduce((left, { value }) => {
    const alike = left.filter(({ service }) => service === value);
    const theirs =
      who?.slot === 'attendee' ? alike.filter(({ attendee }) => isSame(attendee, who.value)) : [];
    const gone = theirs.length > 0 ? theirs : alike;
    return left.filter((each) => !gone.includes(each));
  }, items);
}

interface More extends Change {
  readonly used: readonly Inform[];
}

function moreBy(turn: Turn, frame: Frame, items: readonly PlanItem[], said: readonly Said[]): More {
  const all = actsOf(said, 'inform');
  const { informs, used } = itemsSaid(said, true);
  const wished = startsWished(frame.slots[AT]);
  const more = actsOf(said, 'request').some((request) => request.more === true);
  const focus = informs.filter(({ value }) => !more && items.some(({ service }) => service === value));
  const extra = informs.filter((each) => !focus.includes(each));
  const grown = extra.reduce((rest, { value, item }) => added(rest, value, item ?? {}), items);
  if (focus.length > 0) {
    const told = focus.reduce((rest, inform) => about(rest, inform), grown);
    const [single] = focus.length === 1 ? focus : [];
    const at = single ? atFor(turn, frame, told, single, all) : null;
    return {
      items: told,
      wished: { ...wished, ...at?.starts },
      used: [...used, ...(at ? [at.inform] : [])],
    };
  }
  if (extra.length > 0) return { items: grown, wished, used };
  return { ...ofAll(items, all), wished };
}

/** "The cut is for my son": of several alike the one that nothing was said of. */
function about(items: readonly PlanItem[], { value, item = {} }: Service): readonly PlanItem[] {
  const alike = items.filter(({ service }) => service === value);
  const one = alike.find(({ attendee }) => attendee === undefined) ?? alike[0];
  const { attendee, ...rest } = item;
  return items.map((each) => (each === one ? forWhom({ ...each, ...rest }, attendee) : each));
}

function forWhom(item: PlanItem, attendee: AttendeeMention | undefined): PlanItem {
  if (!attendee) return item;
  if (attendeeText(attendee) !== null) return { ...item, attendee };
  return withoutAttendee(item);
}

function withoutAttendee({ id, service, asset, person, stands }: PlanItem): PlanItem {
  return {
    ...{ id, service },
    ...(asset && { asset }),
    ...(person !== undefined && { person }),
    ...(stands && { stands }),
  };
}

/** "My son, not me": whatever was for who writes; "at the same time": all of them. */
function ofAll(
  items: readonly PlanItem[],
  informs: readonly Inform[],
): { readonly items: readonly PlanItem[]; readonly used: readonly Inform[] } {
  const who = informs.find((each) => each.slot === 'attendee');
  const together = informs.find((each) => each.slot === 'when' && isSameTime(each.value));
  const asked =
    who?.slot === 'attendee'
      ? items.map((item) => (suits(item, who.value) ? forWhom(item, who.value) : item))
      : items;
  const stood = together
    ? asked.map((item, place) => (place === 0 ? item : { ...item, stands: 'with' as const }))
    : asked;
  return { items: stood, used: [...(who ? [who] : []), ...(together ? [together] : [])] };
}

function suits({ attendee }: PlanItem, value: AttendeeMention): boolean {
  const own = attendeeText(attendee ?? {});
  if (attendeeText(value) === null) return own !== null;
  return own === null || own === 'guest' || (attendee?.kin !== undefined && attendee.kin === value.kin);
}

function isSameTime({ same: which, date, time }: Moment): boolean {
  return which === 'time' && !date && !time;
}

/** "The colour at 2": on the day that is held; another day is about all of it. */
function atFor(
  turn: Turn,
  frame: Frame,
  items: readonly PlanItem[],
  { value }: Service,
  informs: readonly Inform[],
): { readonly starts: Readonly<Record<string, string>>; readonly inform: Inform } | null {
  const inform = informs.find((each) => each.slot === 'when');
  const held = frame.facts[PLAN] && planIn(frame.facts[PLAN].value);
  const item = items.find(({ service }) => service === value);
  if (inform?.slot !== 'when' || !held || !item || !inform.value.time || inform.value.from) return null;
  const day = held.items[0]?.start.slice(0, 10) ?? '';
  const { date } = inform.value;
  if (date?.certain && date.value !== day) return null;
  const branch = held.items[0]?.branch ?? '';
  const place = placeOf({ world: turn.world, frame, settled: { service: value, branch } });
  if (!place) return null;
  return { starts: { [item.id]: `${day}T${readTime(place, inform.value.time, day)}` }, inform };
}

function isSame(left: AttendeeMention | undefined, right: AttendeeMention): boolean {
  return attendeeText(left ?? {}) === attendeeText(right);
}
