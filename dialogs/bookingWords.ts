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

export function bookingChoice(view: BookingView): Offered {
  const [date = '', time = ''] = view.start.split('T');
  const exact = { date: { value: date, certain: true }, time: { value: time, certain: true } };
  return {
    label: momentFact(view.start),
    acts: [
      { act: 'inform', slot: 'service', value: view.service },
      { act: 'inform', slot: 'when', value: exact },
    ],
  };
}
