/** A booking in a line, and as a choice that says by itself which booking it is. */
import type { BookingView } from '../commands/types';
import type { Act } from '../understanding/acts';
import type { Fact } from '../locales/saying';
import { somebodyElse } from './attendee';
import { branchToTell, momentFact, serviceFact, words } from './facts';
import type { Offered, World } from './talk';

export function bookingLine(world: World, view: BookingView): Fact {
  const { business } = world;
  const branch = branchToTell(business, view.branch);
  const who = somebodyElse(world, view);
  const line = words(branch ? 'status.lineBranch' : 'status.line', {
    service: serviceFact(business, view.service),
    when: momentFact(view.start),
    branch,
  });
  return who ? words('kin.line', { line, who }) : line;
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
      ...(alone || view.attendee === null ? [] : [whose(view.attendee)]),
    ],
  };
}

/** Of two at one time it is told by who comes. */
function whose(name: string): Act {
  return { act: 'inform', slot: 'attendee', value: { name }, about: 'booking' };
}
