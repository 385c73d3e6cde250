/** Who comes, where that is not who writes: as it is kept with a booking, and as it is told. */
import type { AttendeeMention, Kin } from '../understanding/mentions';
import type { Fact } from '../locales/saying';
import { words } from './facts';
import { isRecord } from './json';
import type { BookingView, Json, World } from './talk';

/** Every kin there is, to know a stored word again: one that is missing here does not compile. */
const KIN: Readonly<Record<Kin, true>> = {
  wife: true,
  husband: true,
  partner: true,
  mother: true,
  father: true,
  son: true,
  daughter: true,
  child: true,
  brother: true,
  sister: true,
  grandmother: true,
  grandfather: true,
  friend: true,
  colleague: true,
  guest: true,
};

/** A stored mention; anything else that may lie in the slot is none. */
export function attendeeIn(value: Json | undefined): AttendeeMention | undefined {
  return isRecord(value) ? value : undefined;
}

/** Kept with the booking: the name, or else what they are to who writes; null is who writes. */
export function attendeeText({ name, kin, nth }: AttendeeMention): string | null {
  if (name !== undefined || kin === undefined) return name ?? null;
  return nth === undefined ? kin : `${kin} ${nth}`;
}

/** "Tom", or "your son" where no name is known; a number behind it tells several apart. */
export function attendeeFact(text: string): Fact {
  const [first = '', number] = text.split(' ');
  const kin = Object.hasOwn(KIN, first) ? first : undefined;
  if (kin === undefined || (number !== undefined && !/^\d$/.test(number))) return text;
  return number === undefined
    ? words(`kin.${kin}`)
    : words('kin.another', { who: words(`kin.${kin}`), number });
}

/** Who comes, where that is not who writes: a booking that was made names the customer too. */
export function somebodyElse({ customer }: World, { attendee }: BookingView): Fact | undefined {
  return !attendee || attendee === customer.name ? undefined : attendeeFact(attendee);
}
