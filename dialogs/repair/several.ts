/** Several services in one breath: an appointment is for one, so the others wait as requests of their own and come next. */
import { say, serviceFact } from '../facts';
import type { Inform, Slots } from '../flow';
import { actsOf, type Hearing, type Said } from '../said';
import type { Frame } from '../talk';
import { slotText, topFrame, type Turn } from '../turn';
import { patchOf } from './informed';

/** What an addition may say of itself; all else belongs to what is being made. */
const OF_ITS_OWN = ['service', 'when', 'person', 'asset', 'branch'];

export const several: Hearing = async (turn, said) => {
  const draft = topFrame(turn);
  if (!draft || !turn.flows[draft.flow]?.drafts) return said;
  const services = actsOf(said, 'inform').filter((inform) => inform.slot === 'service');
  if (isAddition(draft, said, services)) return addition(turn, draft, said);
  if (services.length < 2 || actsOf(said, 'request').length === 0) return said;
  return inOrder(turn, draft, said, services);
};

/** "Add a brake check": one more, not another one. */
function isAddition(draft: Frame, said: readonly Said[], services: readonly Inform[]): boolean {
  const standing = slotText(draft.slots, 'service');
  const more = actsOf(said, 'request').some((request) => request.more === true);
  return more && standing !== undefined && services.some(({ value }) => value !== standing);
}

function addition(turn: Turn, draft: Frame, said: readonly Said[]): readonly Said[] {
  const own = actsOf(said, 'inform').filter(({ slot }) => OF_ITS_OWN.includes(slot));
  const slots = { ...kept(draft.slots), ...slotsOf(turn, draft, own) };
  wait(turn, draft, slots);
  turn.says.push(say('book.oneMore', namesOf(turn, [draft.slots, slots])));
  turn.digressed = true;
  return said.filter(({ act }) => act.act !== 'request' && !(act.act === 'inform' && own.includes(act)));
}

function inOrder(
  turn: Turn,
  draft: Frame,
  said: readonly Said[],
  services: readonly Inform[],
): readonly Said[] {
  const assets = actsOf(said, 'inform').filter(({ slot }) => slot === 'asset');
  const paired = assets.length === services.length ? assets : [];
  const [first, second] = services;
  const waiting = services.slice(1).map((inform, place) => {
    const branches = actsOf(said, 'inform').filter(({ slot }) => slot === 'branch');
    const asset = paired[place + 1];
    return slotsOf(turn, draft, [inform, ...branches, ...(asset ? [asset] : [])]);
  });
  for (const slots of [...waiting].reverse()) wait(turn, draft, slots);
  const facts = namesOf(
    turn,
    [first, second].map((each) => ({ service: each?.slot === 'service' ? each.value : null })),
  );
  turn.says.push(say('book.oneByOne', facts));
  const later: readonly Inform[] = [...services.slice(1), ...paired.slice(1)];
  return said.filter(({ act }) => !(act.act === 'inform' && later.includes(act)));
}

/** Place and vehicle of what is being made are taken to be those of the next as well. */
function kept(slots: Slots): Slots {
  return Object.fromEntries(
    Object.entries(slots).filter(([name]) => ['branch', 'asset', 'name'].includes(name)),
  );
}

function slotsOf(turn: Turn, draft: Frame, informs: readonly Inform[]): Slots {
  return informs.reduce<Slots>(
    (slots, inform) => ({ ...slots, ...patchOf(turn, { ...draft, slots }, inform) }),
    {},
  );
}

/** Puts a request under the one being made: it comes up when that is done. */
function wait(turn: Turn, draft: Frame, slots: Slots): void {
  const { now, newId } = turn.world;
  const given = Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== null));
  const frame: Frame = {
    ...{ id: newId(), flow: 'book', version: draft.version },
    ...{ slots: given, facts: {}, startedAt: now },
  };
  turn.frames = turn.frames.flatMap((each) => (each.id === draft.id ? [frame, each] : [each]));
}

function namesOf({ world }: Turn, [first, second]: readonly Slots[]) {
  const name = (slots: Slots | undefined) => serviceFact(world.business, slotText(slots ?? {}, 'service'));
  return { first: name(first), second: name(second) };
}
