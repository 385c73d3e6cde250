/** Occurrences as they are shown before anything is booked. */
import { personsOf } from '../../scheduling/assign';
import type { Business } from '../../scheduling/business';
import { priceOf } from '../../scheduling/price';
import { toLocal, toRfc3339 } from '../../scheduling/zone';
import { slotView } from '../views';
import type { Checked } from './check';
import type { OccurrenceView } from './types';
import type { SeriesWish } from './wish';

export function occurrenceViews(
  business: Business,
  wish: SeriesWish,
  checked: readonly Checked[],
): readonly OccurrenceView[] {
  return checked.map((each) => viewOf(business, wish, each));
}

function viewOf(business: Business, wish: SeriesWish, { date, occurrence }: Checked): OccurrenceView {
  const { zone } = wish.branch;
  switch (occurrence.kind) {
    case 'free':
      return freeView(business, wish, date, occurrence);
    case 'conflict': {
      const { local: start, reasons, alternatives } = occurrence;
      return {
        kind: 'conflict',
        date,
        start,
        reasons: reasons.map((reason) => reason.code),
        alternatives: alternatives.map(({ slot, differs }) => ({ ...slotView(slot, business), differs })),
      };
    }
    case 'gap':
      return {
        kind: 'gap',
        date,
        start: occurrence.local,
        readings: [occurrence.before, occurrence.after],
      };
    case 'repeated': {
      const { local: start, first, second } = occurrence;
      const readings = [toRfc3339(first, zone), toRfc3339(second, zone)] as const;
      return { kind: 'repeated', date, start, readings, minutes: [first, second] };
    }
  }
}

function freeView(
  business: Business,
  { service, branch, assetClass }: SeriesWish,
  date: string,
  { start, end, candidates }: Extract<Checked['occurrence'], { kind: 'free' }>,
): OccurrenceView {
  const slot = {
    start: toLocal(start, branch.zone),
    end: toLocal(end, branch.zone),
    zone: branch.zone,
    startMinute: start,
    endMinute: end,
    branch: branch.id,
    people: personsOf({ business }, candidates.flat()),
  };
  return { kind: 'free', date, slot, price: priceOf(business, service, assetClass) };
}

/** Whether all of them can be had as they are. */
export function allFree(checked: readonly Checked[]): checked is readonly FreeDay[] {
  return checked.every(({ occurrence }) => occurrence.kind === 'free');
}

export interface FreeDay extends Checked {
  readonly occurrence: Extract<Checked['occurrence'], { kind: 'free' }>;
}
