/** The usual way, as a floor: walk the days with a date library, step through each slot, ask every appointment whether it is in the way. */
import { DateTime } from 'luxon';
import type { BenchAsk } from './cases';
import { ZONE } from './cases';

/** An appointment with its buffers: nothing may begin before `to` that ends after `from`. */
interface Appointment {
  readonly from: DateTime;
  readonly to: DateTime;
}

/** The calendars as such code keeps them: dates, not numbers. Not part of what is measured. */
export function calendarsOf(ask: BenchAsk): readonly (readonly Appointment[])[] {
  const { bufferBefore, bufferAfter } = ask.service;
  return ask.business.resources.map(({ id }) =>
    (ask.busy.get(id) ?? []).map((row) => ({
      from: dateOf(row.start - Math.max(row.before, bufferAfter)),
      to: dateOf(row.end + Math.max(row.after, bufferBefore)),
    })),
  );
}

/** The bookable starts as UTC minutes, to be compared with ours. */
export function startsBySlots(
  ask: BenchAsk,
  calendars: readonly (readonly Appointment[])[],
): readonly number[] {
  const { service, business } = ask;
  const earliest = dateOf(ask.now).plus({ minutes: business.policy.minimumNoticeMinutes });
  const end = dateOf(ask.to);
  const starts: number[] = [];
  for (let day = dateOf(ask.from).startOf('day'); day < end; day = day.plus({ days: 1 })) {
    for (const { from, to } of hoursOn(ask, day.weekday)) {
      const closing = day.set({ hour: Math.floor(to / 60), minute: to % 60 });
      let slot = day.set({ hour: Math.floor(from / 60), minute: from % 60 });
      while (slot.plus({ minutes: service.minutes }) <= closing) {
        const fits = slot >= earliest && slot < end;
        if (fits && calendars.some((calendar) => isFree(ask, calendar, slot)))
          starts.push(slot.toMillis() / 60_000);
        slot = slot.plus({ minutes: business.policy.gridMinutes });
      }
    }
  }
  return starts;
}

function isFree({ service }: BenchAsk, calendar: readonly Appointment[], slot: DateTime): boolean {
  const end = slot.plus({ minutes: service.minutes });
  return calendar.every((each) => each.to <= slot || end <= each.from);
}

function hoursOn(ask: BenchAsk, weekday: number): readonly { readonly from: number; readonly to: number }[] {
  return (ask.business.branches[0]?.hours ?? []).filter((each) => each.weekday === weekday);
}

function dateOf(minute: number): DateTime {
  return DateTime.fromMillis(minute * 60_000, { zone: ZONE });
}
