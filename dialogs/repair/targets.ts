/** What "cancel" can be about: the request being made, or a booking that stands; narrowed by what was said with it. */
import type { BookingView } from '../../commands/types';
import { wishOf } from '../asks/when/wish';
import { attendeeIn, attendeeText } from '../attendee';
import { bookingMatches, startsAt } from '../bookingMatch';
import type { Inform } from '../flow';
import { HOLD } from '../flows/booking/hold';
import { isRecord } from '../json';
import type { Frame } from '../talk';
import { slotRecord, slotText, type Turn } from '../turn';

export type Target =
  | { readonly kind: 'draft'; readonly frame: Frame }
  | { readonly kind: 'booking'; readonly booking: BookingView };

/** All that could be cancelled now, the draft first. */
export async function targetsNow(turn: Turn): Promise<readonly Target[]> {
  const draft = turn.frames.findLast((frame) => turn.flows[frame.flow]?.drafts);
  const bookings = await turn.world.commands.upcoming();
  const standing = bookings.map((booking): Target => ({ kind: 'booking', booking }));
  return draft ? [{ kind: 'draft', frame: draft }, ...standing] : standing;
}

export function narrowed(targets: readonly Target[], informs: readonly Inform[]): readonly Target[] {
  return targets.filter((target) => informs.every((inform) => matches(target, inform)));
}

function matches(target: Target, inform: Inform): boolean {
  return target.kind === 'draft'
    ? draftMatches(target.frame, inform)
    : bookingMatches(target.booking, inform);
}

function draftMatches({ slots, facts }: Frame, inform: Inform): boolean {
  switch (inform.slot) {
    case 'service':
    case 'branch':
    case 'person':
      return slotText(slots, inform.slot) === inform.value;
    case 'asset':
      return slotText(slotRecord(slots, 'asset') ?? {}, 'label') === inform.value.label;
    case 'when':
      return startsAt(draftStart(slots, facts), inform.value);
    case 'attendee':
      return attendeeText(attendeeIn(slots['attendee']) ?? {}) === attendeeText(inform.value);
    case 'name':
    case 'phone':
    case 'language':
    case 'recurrence':
      return true;
  }
}

/** The held start; while nothing is held the day that was wished. */
function draftStart(slots: Frame['slots'], facts: Frame['facts']): string {
  const held = facts[HOLD]?.value;
  const start = isRecord(held) ? slotText(held, 'start') : undefined;
  const wish = wishOf(slots['when']);
  return start ?? `${wish?.date?.value ?? ''}T${wish?.time?.value ?? ''}`;
}
