/** Acts in the words that are promised to the outside: what only the dialogs know is told by the slots that everybody knows. */
import type { Act, ItemDetails } from './acts';
import type { AttendeeMention, RecurrenceMention } from './mentions';

/** Each said once, in the order of the message. */
export function outwardActs(acts: readonly Act[]): readonly Act[] {
  const wishes = acts.some((act) => act.act === 'inform' && act.slot === 'when' && !act.about);
  const told = acts.flatMap((act) => (act.act === 'inform' && act.about && wishes ? [] : outward(act)));
  const texts = told.map((act) => JSON.stringify(act));
  return told.filter((_, place) => texts.indexOf(texts[place] ?? '') === place);
}

function outward(act: Act): readonly Act[] {
  if (act.act === 'waitlist') return [{ act: 'request', intent: act.wish === 'join' ? 'book' : 'cancel' }];
  if (act.act === 'separately') return [];
  if (act.act === 'request') return [withoutMarks(act)];
  if (act.act === 'cancel') return [{ act: 'cancel' }];
  if (act.act === 'pause' || act.act === 'smile') return [{ act: 'unknown' }];
  if (act.act !== 'inform') return [act];
  if (act.slot === 'recurrence') return counted(act.value);
  if (act.slot === 'attendee') return named(act.value);
  if (act.slot === 'when') return [{ act: 'inform', slot: 'when', value: act.value }];
  if (act.slot !== 'service') return [act];
  return act.not ? [] : [{ act: 'inform', slot: 'service', value: act.value }, ...ofItem(act.item)];
}

/** A number alone is one of a list for whoever does not know that it was asked how many. */
function counted({ count, ...rest }: RecurrenceMention): readonly Act[] {
  return count !== undefined && Object.keys(rest).length === 0 ? [{ act: 'choose', n: count }] : [];
}

function named({ name }: AttendeeMention): readonly Act[] {
  return name === undefined ? [] : [{ act: 'inform', slot: 'name', value: name }];
}

function withoutMarks(act: Extract<Act, { act: 'request' }>): Act {
  return { act: 'request', intent: act.intent, ...(act.more && { more: act.more }) };
}

function ofItem({ attendee, asset, person }: ItemDetails = {}): readonly Act[] {
  return [
    ...(attendee?.name === undefined ? [] : [{ act: 'inform', slot: 'name', value: attendee.name } as const]),
    ...(asset ? [{ act: 'inform', slot: 'asset', value: asset } as const] : []),
    ...(person === undefined ? [] : [{ act: 'inform', slot: 'person', value: person } as const]),
  ];
}
