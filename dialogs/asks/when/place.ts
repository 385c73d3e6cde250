/** What a time is looked for: service, branch, person and kind of asset, as far as the walk has settled them. */
import type { AvailabilityInput, TimeSlotView } from '../../../commands/types';
import type { Branch, LocalDate, LocalTime, Minute, Service } from '../../../scheduling/business';
import { durationOf } from '../../../scheduling/duration';
import { addDays, minuteOf, minuteOfDay, MINUTES_PER_DAY } from '../../../scheduling/localDate';
import { hoursOn } from '../../../scheduling/openingHours';
import { instantAround, toLocalDate } from '../../../scheduling/zone';
import type { Part } from '../../../understanding/moment';
import { branchById, serviceOf } from '../../facts';
import type { Scene } from '../../flow';
import { isRecord } from '../../json';
import { slotText } from '../../turn';
import { unwantedPeople } from '../person';

export interface Place {
  readonly scene: Scene;
  readonly service: Service;
  readonly branch: Branch;
  readonly assetClass: string | undefined;
  readonly now: Minute;
  readonly today: LocalDate;
}

/** Null while service or branch are still open. */
export function placeOf(scene: Scene): Place | null {
  const { business, now } = scene.world;
  const service = serviceOf(business, slotText(scene.settled, 'service'));
  const branch = branchById(business, slotText(scene.settled, 'branch'));
  if (!service || !branch) return null;
  const minute = minuteOf(now);
  const assetClass = assetClassOf(scene);
  return { scene, service, branch, assetClass, now: minute, today: toLocalDate(minute, branch.zone) };
}

/** What it is to be done on, if only by its kind: settled, said, or the customer's only one. */
function assetClassOf({ settled, frame, world }: Scene): string | undefined {
  const asset = settled['asset'] ?? frame.slots['asset'];
  if (isRecord(asset)) return slotText(asset, 'class');
  const { assets } = world.customer;
  return assets.length === 1 ? (assets[0]?.class ?? undefined) : undefined;
}

/** Free starts in `[from, to)`, earliest first. */
export async function freeBetween(
  place: Place,
  from: Minute,
  to: Minute,
  limit?: number,
): Promise<readonly TimeSlotView[]> {
  const person = slotText(place.scene.settled, 'person');
  const held = heldIn(place.scene);
  const input: AvailabilityInput = {
    service: place.service.id,
    branch: place.branch.id,
    from: Math.max(from, place.now),
    to,
    ...(person !== undefined && { person }),
    ...(place.assetClass !== undefined && { assetClass: place.assetClass }),
    ...(limit !== undefined && { limit }),
    ...(held && { except: held.id }),
  };
  if (input.from >= to) return [];
  const result = await place.scene.world.commands.availability(input);
  return result.kind === 'slots' ? result.slots.filter(withSomebody(place.scene)) : [];
}

/** The hold or booking that would move; its time is this customer's to have. */
function heldIn({ frame }: Scene): { readonly id: string; readonly start: string } | null {
  const value = (frame.facts['hold'] ?? frame.facts['standing'])?.value;
  const [id, start] = isRecord(value) ? [slotText(value, 'id'), slotText(value, 'start')] : [];
  return id !== undefined && start !== undefined ? { id, start } : null;
}

/** Not the start that is held already: it is no other one. */
export function isAnother({ scene }: Place): (slot: TimeSlotView) => boolean {
  const held = heldIn(scene);
  return ({ start }) => start !== held?.start;
}

/** Somebody who is free is not one of those that are not wanted. */
function withSomebody({ frame }: Scene): (slot: TimeSlotView) => boolean {
  const unwanted = unwantedPeople(frame.slots);
  return ({ people }) => people.length === 0 || people.some((id) => !unwanted.includes(id));
}

/** As far ahead as can be booked, exclusive. */
export function horizonOf({ now, scene }: Place): Minute {
  return now + scene.world.business.policy.horizonDays * MINUTES_PER_DAY + 1;
}

export function isOpenOn({ branch }: Place, date: LocalDate): boolean {
  return hoursOn(branch, date).length > 0;
}

/** The first open day from today on on which that time is still to come; undefined where none is near. */
export function nextOpenDay(place: Place, time: Part<LocalTime>): LocalDate | undefined {
  const days = Array.from({ length: 14 }, (_, index) => addDays(place.today, index));
  return days.find(
    (day) =>
      isOpenOn(place, day) &&
      instantAround(`${day}T${readTime(place, time, day)}`, place.branch.zone) > place.now,
  );
}

/**
 * The reading of a time that the opening hours allow: "at 3" is 15:00 where nobody opens at night. The best reading where
 * none fits, which is then refused with the hours.
 */
export function readTime(place: Place, part: Part<LocalTime>, date: LocalDate): LocalTime {
  const duration = durationOf(place.scene.world.business, place.service, place.assetClass);
  const readings = [part.value, ...(part.others ?? [])];
  const fits = (minutes: number) => (time: LocalTime) =>
    hoursOn(place.branch, date).some(
      ({ from, to }) => minuteOfDay(time) >= from && minuteOfDay(time) + minutes <= to,
    );
  return readings.find(fits(duration)) ?? readings.find(fits(1)) ?? part.value;
}
