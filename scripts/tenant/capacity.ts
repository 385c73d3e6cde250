/** What a change of a resource's capacity does to those who sit there: they move together, and some may stand beyond it. */
import type { BusinessDefinition } from '../../models/businessDefinition';
import { changeSeats, listSeats, lockSeats, type SeatRecord } from '../../models/statements/seats';
import type { Tx } from '../../platform/database';
import type { Minute, Resource } from '../../scheduling/business';
import { seated, type Seating } from '../../scheduling/seats';

/** So long after its end a booking may still keep a unit by its buffer. */
const LONGEST_BUFFER = 1440;

export interface Reseating extends Seating<SeatRecord> {
  readonly resource: string;
}

interface Resized {
  readonly before: Resource;
  readonly after: Resource;
}

/** Resources that are there before and after with another capacity. */
function resizedIn(before: BusinessDefinition, after: BusinessDefinition): readonly Resized[] {
  return before.resources.flatMap((resource) => {
    const next = after.resources.find(({ id }) => id === resource.id);
    return next === undefined || next.capacity === resource.capacity
      ? []
      : [{ before: resource, after: next }];
  });
}

/** Keeps those from being cancelled meanwhile whom a change may move. */
export async function lockResized(
  tx: Tx,
  before: BusinessDefinition,
  after: BusinessDefinition,
  now: Minute,
): Promise<void> {
  const resized = resizedIn(before, after).map(({ after: { id } }) => id);
  if (resized.length > 0) await lockSeats(tx, resized, now);
}

/** One for each resource on which somebody has to move. */
export async function reseatings(
  tx: Tx,
  before: BusinessDefinition,
  after: BusinessDefinition,
  now: Minute,
): Promise<readonly Reseating[]> {
  const resized = resizedIn(before, after);
  if (resized.length === 0) return [];
  const ids = resized.map(({ after: { id } }) => id);
  const all = await listSeats(tx, ids, now - LONGEST_BUFFER);
  return resized.flatMap((each) => {
    const rows = all.filter(({ resource }) => resource === each.after.id);
    const found = reseated(each, rows, before, now);
    return found === null ? [] : [found];
  });
}

function reseated(
  { before, after }: Resized,
  rows: readonly SeatRecord[],
  business: BusinessDefinition,
  now: Minute,
): Reseating | null {
  const [over, live] = [rows.filter(({ end }) => end <= now), rows.filter(({ end }) => end > now)];
  const wholes = wholesOf(before, live, business);
  const isMoved = wholes.size > 0 || live.some(({ unit }) => unit >= after.capacity);
  return isMoved ? { resource: after.id, ...seated(live, over, after.capacity, wholes) } : null;
}

/** Bookings that took every unit there was, for a service that takes the whole. */
function wholesOf(
  { id, kind, capacity }: Resource,
  rows: readonly SeatRecord[],
  { services }: BusinessDefinition,
): ReadonlySet<string> {
  const takesWhole = services.filter(({ needs }) =>
    needs.some((need) => need.kind === kind && need.whole && need.pool.includes(id)),
  );
  const wholes = rows.filter(
    ({ booking, service }) =>
      takesWhole.some((each) => each.id === service) &&
      rows.filter((row) => row.booking === booking).length >= capacity,
  );
  return new Set(wholes.map(({ booking }) => booking));
}

export async function reseat(tx: Tx, changes: readonly Reseating[]): Promise<void> {
  for (const { resource, seats } of changes) await changeSeats(tx, resource, seats);
}
