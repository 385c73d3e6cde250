/** Things wished for in one breath, put together from left to right: what is said of one is said of those before it that lack it. */
import type { AssetMention, ItemDetails } from '../acts';
import type { Together } from '../languages/language';
import type { AttendeeMention } from '../mentions';
import { matchesOf } from '../text/matches';
import type { Marker } from './markers';

export interface Draft {
  readonly service: string;
  readonly from: number;
  readonly to: number;
  readonly item: ItemDetails;
  /** One of several that were only counted: "two haircuts". */
  readonly counted?: boolean;
}

type Key = 'attendee' | 'asset' | 'person';
type Value = AttendeeMention | AssetMention | string;

interface Folding {
  readonly drafts: readonly Draft[];
  /** Said before the service that it is about: "for my son a haircut". */
  readonly pending: Readonly<Partial<Record<Key, readonly Value[]>>>;
}

export function draftsOf(markers: readonly Marker[], text: string, together: Together): readonly Draft[] {
  const grouped = groups(markers, text, together);
  const folded = grouped.reduce<Folding>(
    (folding, marker, place) => {
      const gap = text.slice(grouped[place - 1]?.to ?? 0, marker.from);
      return marker.slot === 'service'
        ? withService(folding, marker, text, gap, together)
        : withDetail(folding, marker, gap, { together, leads: leads(grouped, marker.slot) });
    },
    { drafts: [], pending: {} },
  );
  return atOnce(distinct(folded.drafts), text, together);
}

/** "for me and my son" is one marker of two values. */
function groups(markers: readonly Marker[], text: string, { joined }: Together): readonly Marker[] {
  return markers.reduce<readonly Marker[]>((all, marker) => {
    const last = all.at(-1);
    const joins =
      last?.slot === marker.slot &&
      marker.slot !== 'service' &&
      joined.test(text.slice(last.to, marker.from));
    if (!last || !joins) return [...all, marker];
    const values = [...last.values, ...marker.values];
    // both are of one slot, so their values are of one kind
    return [...all.slice(0, -1), { ...last, to: marker.to, values } as Marker];
  }, []);
}

/** Whether it is said before the services: "for my son a haircut and for me a colour". */
function leads(markers: readonly Marker[], key: Key): boolean {
  return markers.find(({ slot }) => slot === key || slot === 'service')?.slot === key;
}

function withService(
  { drafts, pending }: Folding,
  { from, to, values: [service] }: Extract<Marker, { slot: 'service' }>,
  text: string,
  gap: string,
  { count, counted, then }: Together,
): Folding {
  const many = counted.get(count.exec(text.slice(0, from))?.[1] ?? '') ?? 1;
  const stands = drafts.length > 0 && then.test(gap) ? ({ stands: 'after' } as const) : {};
  const plain: Draft = { service, from, to, item: stands };
  const own = Array.from({ length: many }, (_, place): Draft => {
    return place === 0
      ? { ...plain, counted: many > 1 }
      : { ...plain, item: { ...stands, attendee: guest(place) }, counted: true };
  });
  const keys = Object.entries(pending) as readonly [Key, readonly Value[]][];
  const told = keys.reduce((all, [key, said]) => distributed(all, all, key, said), own as readonly Draft[]);
  return { drafts: [...drafts, ...told], pending };
}

function guest(place: number): AttendeeMention {
  return place === 1 ? { kin: 'guest' } : { kin: 'guest', nth: place };
}

interface About {
  readonly together: Together;
  readonly leads: boolean;
}

function withDetail(
  { drafts, pending }: Folding,
  { slot, from, to, values }: Marker,
  gap: string,
  { together, leads: before }: About,
): Folding {
  if (slot === 'service') return { drafts, pending };
  if (before) return { drafts, pending: { ...pending, [slot]: values } };
  const open = drafts.filter(
    ({ item, counted }) => item[slot] === undefined || isOpenGuest(item, slot, counted),
  );
  const last = drafts.at(-1);
  const onlyCounted = open.some(({ counted }) => counted);
  const isAnother = open.length === 0 || (together.again.test(gap) && !onlyCounted);
  if (!isAnother) return { drafts: distributed(drafts, open, slot, values), pending };
  if (!last) return { drafts, pending };
  const more = values.map((value): Draft => ({ ...last, from, to, item: { [slot]: value } }));
  return { drafts: [...drafts, ...more], pending };
}

function isOpenGuest({ attendee }: ItemDetails, slot: Key, counted: boolean | undefined): boolean {
  return slot === 'attendee' && counted === true && attendee?.kin === 'guest' && attendee.name === undefined;
}

/** One value is said of all that are open, several are dealt out; where there are more values than things, there are more things. */
function distributed(
  drafts: readonly Draft[],
  open: readonly Draft[],
  key: Key,
  values: readonly Value[],
): readonly Draft[] {
  const dealt = open.some(({ counted }) => counted) || (open.length === values.length && alike(open));
  const told = (draft: Draft, value: Value | undefined): Draft =>
    value === undefined ? draft : { ...draft, item: { ...draft.item, [key]: value }, counted: false };
  return drafts.flatMap((draft) => {
    const place = open.indexOf(draft);
    if (place < 0) return [draft];
    if (dealt) return [told(draft, values[place])];
    return values.map((value) => told(draft, value));
  });
}

function alike(drafts: readonly Draft[]): boolean {
  return drafts.every(({ service }) => service === drafts[0]?.service);
}

/** The same for the same one is one thing. */
function distinct(drafts: readonly Draft[]): readonly Draft[] {
  const texts = drafts.map(({ service, item: { attendee = {}, asset, person } }) =>
    JSON.stringify([service, attendee, asset, person]),
  );
  return drafts.filter((_, place) => texts.indexOf(texts[place] ?? '') === place);
}

/** "at the same time": all that do not come after another one. */
function atOnce(drafts: readonly Draft[], text: string, together: Together): readonly Draft[] {
  if (matchesOf(text, together.atOnce).length === 0) return drafts;
  return drafts.map((draft, place) => {
    if (place === 0 || draft.item.stands) return draft;
    return { ...draft, item: { ...draft.item, stands: 'with' } };
  });
}
