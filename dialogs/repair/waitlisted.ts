/** The waiting list by chat: to be put on it from wherever one is, and to be taken off. */
import type { WaitlistView } from '../../commands/waitlist/types';
import type { Moment } from '../../understanding/moment';
import type { Inform, Slots } from '../flow';
import { listFact, say, serviceFact } from '../facts';
import { HOLD } from '../flows/booking/hold';
import { PLAN } from '../flows/plan/hold';
import { itemsIn } from '../flows/plan/items';
import { waitlist } from '../flows/waitlist';
import { actsOf, says, without, type Hearing, type Said } from '../said';
import type { Asked, Frame } from '../talk';
import { dropFrame, openFrame, topFrame, type Turn } from '../turn';

/** What the wait is for is what was being looked for. */
const SHARED = ['service', 'branch', 'person', 'person.not', 'asset', 'attendee', 'name', 'when'];

export const waitlisted: Hearing = async (turn, said) => {
  const told = offered(turn.before.asked, said);
  const wishes = actsOf(told, 'waitlist').map(({ wish }) => wish);
  if (wishes.includes('leave')) return leave(turn, told);
  return wishes.includes('join') ? join(turn, told) : told;
};

/** A bare yes beneath a list of times is to the question whether to tell: it was asked last. */
function offered(asked: Asked | null, said: readonly Said[]): readonly Said[] {
  const choice = asked?.choices.find(({ acts }) => acts.some(({ act }) => act === 'waitlist'));
  const onlyYes = said.every(({ act }) => ['affirm', 'thank', 'greet'].includes(act.act));
  if (!choice || !onlyYes) return said;
  return said.flatMap((each) =>
    each.act.act === 'affirm' ? choice.acts.map((act) => ({ act, message: each.message })) : [each],
  );
}

async function join(turn: Turn, said: readonly Said[]): Promise<readonly Said[]> {
  const draft = topFrame(turn);
  const rest = without(said, 'waitlist', 'request', 'affirm');
  if (draft?.flow === waitlist.id) return rest;
  const looking = draft && turn.flows[draft.flow]?.drafts === true ? draft : undefined;
  openFrame(turn, waitlist, looking ? slotsOf(looking) : {});
  // what is held stays, and comes up again; a request that found nothing is over
  if (looking && !(HOLD in looking.facts) && !(PLAN in looking.facts)) await dropFrame(turn, looking);
  return rest;
}

function slotsOf({ slots, flow }: Frame): Slots {
  const wish = slots['when'] ?? slots['when.before'];
  const [first] = flow === 'plan' ? itemsIn(slots) : [];
  const shared = Object.fromEntries(Object.entries(slots).filter(([name]) => SHARED.includes(name)));
  return { ...shared, ...(first && { service: first.service }), ...(wish !== undefined && { when: wish }) };
}

async function leave(turn: Turn, said: readonly Said[]): Promise<readonly Said[]> {
  const { world } = turn;
  const informs = actsOf(said, 'inform');
  const waits = await world.waitlist.waits();
  const meant = waits.filter((entry) => informs.every((inform) => fits(entry, inform)));
  for (const { id } of meant) await world.waitlist.leave(id);
  const services = [...new Set(meant.map(({ service }) => service))];
  const names = services.flatMap((id) => serviceFact(world.business, id) ?? []);
  turn.says.push(
    meant.length > 0 ? say('waitlist.left', { services: listFact(names, 'and') }) : say('waitlist.none'),
  );
  turn.digressed = true;
  const own = says(said, 'cancel') ? (['cancel'] as const) : [];
  return without(said, 'waitlist', 'request', 'inform', ...own);
}

function fits({ service, branch, person, windows }: WaitlistView, inform: Inform): boolean {
  switch (inform.slot) {
    case 'service':
      return service === inform.value;
    case 'branch':
      return branch === null || branch === inform.value;
    case 'person':
      return person === null || person === inform.value;
    case 'when':
      return windows.some(({ from, to }) => isWithin(from, to, inform.value));
    case 'asset':
    case 'attendee':
    case 'name':
    case 'phone':
    case 'language':
    case 'recurrence':
      return true;
  }
}

function isWithin(from: string, to: string, { date }: Moment): boolean {
  return date === undefined || (date.value >= from && date.value <= to);
}
