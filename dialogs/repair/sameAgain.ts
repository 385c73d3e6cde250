/** "The same as last time": what the last visit was fills what nobody has said yet, and what has changed since is told. */
import type { AssetView, BookingView } from '../../commands/types';
import type { LastVisitResult } from '../../commands/visitTypes';
import { priceOf } from '../../scheduling/price';
import type { Saying } from '../../locales/saying';
import { assetText } from '../asks/asset';
import { branchToTell, moneyFact, peopleFact, personFact, say, serviceFact, serviceOf } from '../facts';
import type { Slots } from '../flow';
import { actsOf, type Hearing } from '../said';
import type { World } from '../talk';
import { patched, setSlots, topFrame, type Turn } from '../turn';

export const sameAgain: Hearing = async (turn, said) => {
  const wished = actsOf(said, 'request').some(({ again }) => again);
  const frame = topFrame(turn);
  if (!wished || !frame || (frame.flow !== 'book' && frame.flow !== 'availability')) return said;
  const last = await turn.world.visits.sameAsLast();
  if (last.kind !== 'last') turn.says.push(say('again.none'));
  else fill(turn, last);
  return said;
};

type Last = Extract<LastVisitResult, { kind: 'last' }>;

/** What was said already in this request goes before what was last time. */
function fill(turn: Turn, last: Last): void {
  const frame = topFrame(turn);
  if (!frame) return;
  const { world } = turn;
  const known: Slots = last.service === null ? {} : slotsOf(world, last);
  setSlots(turn, frame, patched(known, frame.slots));
  turn.says.push(...told(world, last));
}

function slotsOf({ customer }: World, { visit, service, branch, person, asset }: Last): Slots {
  const other = visit.attendee !== null && visit.attendee !== customer.name;
  return patched(
    { service, branch, person },
    { asset: asset && assetJson(asset), attendee: other ? { name: visit.attendee } : null },
  );
}

function assetJson({ id, label, plate, class: kind }: AssetView): Slots {
  return patched({ id, label }, { plate, class: kind });
}

function told(world: World, last: Last): readonly Saying[] {
  const { business } = world;
  const { visit, service, person, asset } = last;
  if (service === null) return [say('again.gone')];
  const same = say('again.last', {
    service: serviceFact(business, service),
    people: person === null ? undefined : peopleFact(business, [person]),
    branch: branchToTell(business, last.branch ?? undefined),
    asset: asset ? { kind: 'code', text: assetText(asset) } : undefined,
  });
  return [same, ...whoLeft(world, visit, person), ...otherPrice(world, last)];
}

function whoLeft({ business }: World, visit: BookingView, person: string | null): readonly Saying[] {
  const did = visit.people[0];
  if (person !== null || did === undefined) return [];
  const name = personFact(business, did);
  return [name ? say('again.left', { person: name }) : say('again.leftUnnamed')];
}

function otherPrice({ business }: World, { visit, service, asset }: Last): readonly Saying[] {
  const offered = serviceOf(business, service ?? undefined);
  const today = offered && priceOf(business, offered, asset?.class ?? undefined);
  if (today === undefined || today === visit.price) return [];
  return [
    say('again.price', { price: moneyFact(business, today), before: moneyFact(business, visit.price) }),
  ];
}
