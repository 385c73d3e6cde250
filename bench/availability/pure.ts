/** Availability without a database: our sweep beside a loop over every slot, on the same questions with the same answers. */
import { availability, bookableStarts } from '../../scheduling/availability';
import { medianMicros } from '../median';
import { atMost, quantile, type Figure, type Progress } from '../report';
import { askOf, CASES, nameOf, type BenchAsk, type Case } from './cases';
import { calendarsOf, startsBySlots } from './perSlotLoop';

/** With more days times appointments than this the loop over slots takes many seconds. */
const MOST_DAYS_OF_APPOINTMENTS = 1_000_000;
const LOOP_SAMPLES = 3;

/** Microseconds that the two cases named in the goals may take: a five hundredth and a two hundredth of a product that loops. */
const MUSTS: readonly { readonly of: Case; readonly micros: number }[] = [
  { of: { resources: 1, days: 30, busy: 200 }, micros: 42 },
  { of: { resources: 100, days: 30, busy: 200 }, micros: 5000 },
];

/** For each case the bookable starts alone, and the slots with everybody who is free at each. */
export function pureFigures(progress: Progress): readonly Figure[] {
  return CASES.flatMap((each) => {
    progress(`pure, ${nameOf(each)}`);
    return figuresOf(each);
  });
}

function figuresOf(each: Case): readonly Figure[] {
  const ask = askOf(each);
  const starts = bookableStarts(ask);
  const peer = { name: 'per-slot loop', value: loopMicros(each, ask, starts) };
  const of = (name: string, work: () => unknown): Figure => {
    const value = medianMicros(work);
    return { name: `${name}, ${nameOf(each)}`, value, unit: 'µs', peer, ...mustOf(each, value) };
  };
  return [of('starts', () => bookableStarts(ask)), of('slots', () => availability(ask))];
}

function mustOf({ resources, days, busy }: Case, value: number): Pick<Figure, 'must'> {
  const must = MUSTS.find(({ of }) => of.resources === resources && of.days === days && of.busy === busy);
  return must ? { must: atMost(must.micros, 'µs', value) } : {};
}

/** Null where it is not measured. Throws when the loop finds other starts than the sweep: then neither figure means anything. */
function loopMicros(each: Case, ask: BenchAsk, starts: readonly number[]): number | null {
  if (each.days * each.resources * (each.busy + 100) > MOST_DAYS_OF_APPOINTMENTS) return null;
  const calendars = calendarsOf(ask);
  const samples = Array.from({ length: LOOP_SAMPLES }, () => {
    const began = performance.now();
    const found = startsBySlots(ask, calendars);
    const micros = (performance.now() - began) * 1000;
    if (found.join() !== starts.join())
      throw new Error(`the loop over slots disagrees about ${nameOf(each)}`);
    return micros;
  });
  return quantile(samples, 0.5);
}
