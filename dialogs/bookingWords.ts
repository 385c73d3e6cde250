/** A booking in a line, and as a choice that says by itself which booking it is. */
import type { BookingView } from '../commands/types';
import type { Fact } from '../locales/saying';
import { branchToTell, momentFact, serviceFact, words } from './facts';
import type { Offered, World } from './talk';

export function bookingLine({ business }: World, view: BookingView): Fact {
  const branch = branchToTell(business, view.branch);
  return words(branch ? 'status.lineBranch' : 'status.line', {
    service: serviceFact(business, view.service),
    when: momentFact(view.start),
    branch,
  });
}

/** Told by its moment; where another one begins at the same, by its service too. */
export function bookingChoice(world: World, view: BookingView, all: readonly BookingView[] = []): Offered {
  const [date = '', time = ''] = view.start.split('T');
  const exact = { date: { value: date, certain: true }, time: { value: time, certain: true } };
  const alone = all.filter(({ start }) => start === view.start).length <= 1;
  return {
    label: alone ? momentFact(view.start) : bookingLine(world, view),
    acts: [
      { act: 'inform', slot: 'service', value: view.service, about: 'booking' },
      { act: 'inform', slot: 'when', value: exact, about: 'booking' },
    ],
  };
}
