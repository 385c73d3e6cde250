/** Of a plan one item is left: it goes on as an ordinary appointment, at the time that was held for it. */
import { exactly, wishJson } from '../asks/when/wish';
import { attendeeJson } from '../asks/attendee';
import { say } from '../facts';
import type { Slots } from '../flow';
import { book } from '../flows/book';
import { HOLD } from '../flows/booking/hold';
import { PLAN, planIn } from '../flows/plan/hold';
import type { PlanItem } from '../flows/plan/items';
import { toJson } from '../json';
import type { Frame } from '../talk';
import { keepFrame, patched, type Turn } from '../turn';

const SHARED = ['branch', 'name', 'phone', 'asset', 'when'];
const SHARED_FACTS = [HOLD, 'kept', 'named', 'phoned'];

export async function toOne(turn: Turn, frame: Frame, item: PlanItem): Promise<void> {
  const standing = frame.facts[PLAN];
  const start =
    standing && planIn(standing.value).items.find(({ service }) => service === item.service)?.start;
  // in the same transaction it is held again for itself
  if (standing) await turn.world.plans.releasePlan(planIn(standing.value).planId);
  const shared = Object.fromEntries(Object.entries(frame.slots).filter(([name]) => SHARED.includes(name)));
  keepFrame(turn, {
    ...frame,
    ...{ flow: book.id, version: book.version },
    slots: patched(shared, { ...slotsOf(frame, item), ...whenOf(frame, start) }),
    facts: Object.fromEntries(Object.entries(frame.facts).filter(([id]) => SHARED_FACTS.includes(id))),
  });
  turn.progress = true;
  turn.says.push(say('plan.changed'));
}

function slotsOf({ slots }: Frame, { service, attendee, asset, person }: PlanItem): Slots {
  return {
    service,
    attendee: attendeeJson(attendee ?? {}),
    person: person ?? slots['person'] ?? null,
    ...(asset && { asset: toJson(asset) }),
  };
}

function whenOf({ slots }: Frame, start: string | undefined): Slots {
  if (start !== undefined) return { when: wishJson(exactly(start)) };
  return { when: slots['when'] ?? slots['when.before'] ?? null };
}
