/** A time that was on offer, said by its hour alone: it means that offer, with its day. */
import type { LocalDate } from '../../scheduling/business';
import type { Choice } from '../expectation';
import type { Moment } from '../moment';

/** The number of the one choice at that hour (1-based), or null when none or several are. */
export function offeredAt(when: Moment, choices: readonly Choice[]): number | null {
  const { time, date } = when;
  if (!time || date || when.from === true || when.untilTime !== undefined) return null;
  const readings = [time.value, ...(time.others ?? [])];
  const fitting = choices.flatMap((choice, place) =>
    readings.includes(timeOf(choice) ?? '') ? [place + 1] : [],
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The days of all times on offer. */
export function offeredDays(choices: readonly Choice[]): readonly LocalDate[] {
  return choices.flatMap(({ acts }) => {
    const act = acts.find((meant) => meant.act === 'inform' && meant.slot === 'when');
    return act?.act === 'inform' && act.slot === 'when' && act.value.date ? [act.value.date.value] : [];
  });
}

function timeOf({ acts }: Choice): string | undefined {
  const act = acts.find((meant) => meant.act === 'inform' && meant.slot === 'when');
  return act?.act === 'inform' && act.slot === 'when' && act.value.date ? act.value.time?.value : undefined;
}
