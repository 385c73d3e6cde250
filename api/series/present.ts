/** Occurrences of a series as the outside sees them. */
import type { OccurrenceView } from '../../commands/series/types';
import { toMajor } from '../../locales/money';
import type { Business } from '../../scheduling/business';
import { toInstant, toRfc3339 } from '../../scheduling/zone';
import { presentSlot } from '../availability/present';
import type { PresentedOccurrence } from './schema';

/** @param zone of the branch: what exists on its clock is told with its offset */
export function presentOccurrence(
  view: OccurrenceView,
  { currency }: Business,
  zone: string,
): PresentedOccurrence {
  const { kind, date } = view;
  switch (view.kind) {
    case 'free':
      return { date, kind, slot: presentSlot(view.slot), price: toMajor(view.price, currency) };
    case 'conflict': {
      const { start, reasons, alternatives } = view;
      return { date, kind, start, reasons, alternatives: alternatives.map(presentSlot) };
    }
    case 'gap':
      return { date, kind, start: view.start, choices: view.readings.map((each) => instantOf(each, zone)) };
    case 'repeated':
      return { date, kind, start: view.start, choices: view.readings };
  }
}

function instantOf(local: string, zone: string): string {
  const found = toInstant(local, zone);
  return found.kind === 'exact' ? toRfc3339(found.minute, zone) : local;
}
