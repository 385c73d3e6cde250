/** After a correction: what stands now, so that nobody has to compare two read-backs. What it was before is not said again. */
import type { Business } from '../../scheduling/business';
import type { Fact, Saying } from '../../locales/saying';
import { branchFact, dateFact, listFact, momentFact, personFact, say, serviceFact, timeFact } from '../facts';
import type { Slots } from '../flow';
import { HOLD } from '../flows/booking/hold';
import { isRecord } from '../json';
import type { Frame, Json } from '../talk';
import { slotRecord, slotText, type Turn } from '../turn';

type Named = (business: Business, slots: Slots) => Fact | undefined;

/** How a slot is told; undefined where it is empty, or means anybody. */
const NAMED: Readonly<Record<string, Named>> = {
  service: (business, slots) => serviceFact(business, slotText(slots, 'service')),
  branch: (business, slots) => branchFact(business, slotText(slots, 'branch')),
  person: (business, slots) => personFact(business, slotText(slots, 'person')),
  asset: (_business, slots) => {
    const label = slotText(slotRecord(slots, 'asset') ?? {}, 'label');
    return label === undefined ? undefined : { kind: 'code', text: label };
  },
  name: (_business, slots) => slotText(slots, 'name'),
};

/** Null where nothing that stood was changed. @param shown what is read back now */
export function changedSaying(turn: Turn, id: string | null, shown: Json | undefined): Saying | null {
  const [before, now] = [turn.before.frames, turn.frames].map((all) => all.find((each) => each.id === id));
  if (!before || !now) return null;
  const { asked } = turn.before;
  const shownBefore = asked?.frame === id ? asked.shown : null;
  const changes = [
    ...slotsChanged(turn.world.business, before, now),
    ...timeChanged([before, shownBefore], [now, shown]),
  ];
  const facts = listFact(changes, 'and');
  return facts ? say('repair.changed', { changes: facts }) : null;
}

function slotsChanged(business: Business, before: Frame, now: Frame): readonly Fact[] {
  return Object.values(NAMED).flatMap((named) => {
    const [was, is] = [named(business, before.slots), named(business, now.slots)];
    const changed = was !== undefined && is !== undefined && JSON.stringify(was) !== JSON.stringify(is);
    return changed ? [is] : [];
  });
}

type State = readonly [frame: Frame, shown: Json | null | undefined];

/** Only what is another: with the same time on another day the day is said. */
function timeChanged(before: State, now: State): readonly Fact[] {
  const [was, is] = [startOf(before), startOf(now)];
  if (was === undefined || is === undefined || was === is) return [];
  if (was.slice(0, 10) === is.slice(0, 10)) return [timeFact(is)];
  return [was.slice(-5) === is.slice(-5) ? dateFact(is) : momentFact(is)];
}

/** The start that is read back, or that is held. */
function startOf([{ facts }, shown]: State): string | undefined {
  const held = facts[HOLD]?.value;
  return [shown, held].map((each) => (isRecord(each) ? slotText(each, 'start') : undefined)).find(Boolean);
}
