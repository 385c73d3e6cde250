/** A time is offered that the customer waits for: a request opens with the hold in it, and is read back like any other. */
import type { BookingView } from '../commands/types';
import type { Saying } from '../locales/saying';
import { asset } from './asks/asset';
import { branch } from './asks/branch';
import { person } from './asks/person';
import { service } from './asks/service';
import { when } from './asks/when';
import { exactly, wishJson } from './asks/when/wish';
import { advanceBy } from './engine';
import type { Slots } from './flow';
import { FLOWS } from './flows';
import { book } from './flows/book';
import { hold, HOLD } from './flows/booking/hold';
import { OFFERED } from './flows/booking/readBack';
import { toJson } from './json';
import type { Advanced, Frame, Json, Talk, World } from './talk';
import { keepFrame, openFrame, patched, type Turn } from './turn';

export interface OfferedHold {
  readonly hold: BookingView;
  /** The person they waited for; null: whoever is free. */
  readonly person: string | null;
  /** Said before the read-back. */
  readonly says: readonly Saying[];
}

/** A yes to what is read back confirms this very hold; anything else that is said is understood as in every booking. */
export function offerHold(talk: Talk, offered: OfferedHold, world: World): Promise<Advanced> {
  return advanceBy(FLOWS, talk, world, (turn) => openOffer(turn, offered));
}

async function openOffer(turn: Turn, offered: OfferedHold): Promise<void> {
  const frame = openFrame(turn, book, slotsOf(offered));
  const value = toJson(offered.hold);
  // the end of an offer stands, so that the next has their turn: nothing lengthens it
  const standing = { inputs: await inputsOf(frame, turn.world), value, at: turn.world.now, renewed: true };
  keepFrame(turn, { ...frame, facts: { [HOLD]: standing } });
  turn.says.push(...offered.says);
}

function slotsOf({ hold: { service, branch, start, asset, attendee }, person }: OfferedHold): Slots {
  const own = asset && { id: asset.id, label: asset.label, plate: asset.plate, class: asset.class };
  return patched(
    { service, branch, when: wishJson(exactly(start)), [OFFERED]: start },
    {
      person,
      attendee: attendee === null ? null : { name: attendee },
      asset: own && toJson(patched(own, {})),
    },
  );
}

/** As the flow would come to them, so that the hold stands when it is walked; if something is open yet, it will be moved. */
async function inputsOf(frame: Frame, world: World): Promise<Json> {
  let settled: Slots = {};
  for (const { slot, settle } of [service, branch, person, asset, when]) {
    const result = await settle({ world, frame, settled });
    if (result.kind === 'open') return null;
    if (result.kind === 'settled') settled = { ...settled, [slot]: result.value };
  }
  return hold.inputs({ world, frame, settled });
}
