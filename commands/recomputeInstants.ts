/** After a change of zone rules: bookings keep the wall time that was agreed, and their instants are computed from it anew. */
import {
  bookingsToRecompute,
  keepConflict,
  moveInstants,
  type InstantChange,
  type KeptBooking,
  type Place,
  type Toward,
  type ZoneConflict,
  type ZoneConflictKind,
} from '../models/statements/recompute';
import { insertTask } from '../models/statements/tasks';
import { minuteOf, MINUTES_PER_DAY } from '../scheduling/localDate';
import { recompute, type ZoneRules } from '../scheduling/recompute';
import type { CommandContext } from './types';

/** It reckons without a business: what was agreed stands, whatever the rules of the business are by now. */
export type RecomputeContext = Pick<CommandContext, 'tx' | 'clock' | 'actor' | 'newId'>;

export interface RecomputeInput {
  readonly rules: ZoneRules;
  /** Only bookings that move this way are moved; both ways together reach all. */
  readonly toward: Toward;
  /** Where the batch before ended; null begins. */
  readonly after: Place | null;
  /** Bookings looked at. */
  readonly limit: number;
}

export interface RecomputeResult {
  readonly moved: number;
  /** What stands where it stood; of times that do not exist any more only the walk towards earlier tells. */
  readonly conflicts: readonly ZoneConflict[];
  /** Null at the end. */
  readonly next: Place | null;
}

/** One batch, in the caller's transaction. Running it again changes nothing more. */
export async function recomputeInstants(
  context: RecomputeContext,
  { rules, toward, after, limit }: RecomputeInput,
): Promise<RecomputeResult> {
  const now = minuteOf(context.clock.now());
  // No change of rules is larger than a day: what was to come, or is to come now, begins after yesterday.
  const asked = { toward, from: now - MINUTES_PER_DAY, after, limit };
  const bookings = await bookingsToRecompute(context.tx, asked);
  const changes = bookings.flatMap((booking) => changeOf(booking, rules, toward, now));
  const last = bookings.length === limit ? bookings.at(-1) : undefined;
  const outcomes =
    changes.length === 0
      ? {}
      : await moveInstants(context.tx, changes, { now: context.clock.now(), actor: context.actor });
  const collided = bookings.filter(({ id }) => outcomes[id] === 'collision').map(conflict('collision'));
  const lost = toward === 'earlier' ? bookings.flatMap((booking) => lostTime(booking, rules, now)) : [];
  return {
    moved: Object.values(outcomes).filter((outcome) => outcome === 'moved').length,
    conflicts: [...collided, ...lost],
    next: last ? { start: last.start, id: last.id } : null,
  };
}

function changeOf(booking: KeptBooking, rules: ZoneRules, toward: Toward, now: number): InstantChange[] {
  const { id, version, start } = booking;
  const found = recompute(booking, rules);
  if (found.kind !== 'moved' || (found.shift > 0 ? 'later' : 'earlier') !== toward) return [];
  const begun = start <= now && start + found.shift <= now;
  const { shift, localEnd, offset } = found;
  return begun ? [] : [{ id, version, shift, localEnd, offset }];
}

function lostTime(booking: KeptBooking, rules: ZoneRules, now: number): ZoneConflict[] {
  const { kind } = recompute(booking, rules);
  return (kind === 'gap' || kind === 'unknown-zone') && booking.start > now ? [{ kind, booking }] : [];
}

function conflict(kind: ZoneConflictKind): (booking: KeptBooking) => ZoneConflict {
  return (booking) => ({ kind, booking });
}

/** Keeps what could not be moved, and makes each a task for agents: once for each version of the rules. Answers how many are new. */
export async function reportZoneConflicts(
  context: RecomputeContext,
  conflicts: readonly ZoneConflict[],
  rulesVersion: string,
): Promise<number> {
  const { tx, clock, newId } = context;
  const now = clock.now();
  let kept = 0;
  for (const one of conflicts) {
    if (!(await keepConflict(tx, one, { rules: rulesVersion, now }))) continue;
    const { id, customerId, conversationId } = one.booking;
    const key = `zone-rules/${rulesVersion}/${id}`;
    await insertTask(tx, {
      id: newId(),
      kind: 'other',
      customerId,
      conversationId,
      text: taskText(one),
      key,
      at: now,
    });
    kept += 1;
  }
  return kept;
}

const REASONS: Readonly<Record<ZoneConflictKind, string>> = {
  collision: 'its time now collides with another booking',
  gap: 'its local time does not exist any more',
  'unknown-zone': 'the zone is not known any more',
};

function taskText({ kind, booking }: ZoneConflict): string {
  const { reference, service, branch, localStart, zone } = booking;
  const what = `Booking ${reference} (${service} at ${branch}, ${localStart.replace('T', ' ')})`;
  return `${what}: the clocks of ${zone} have new rules, and ${REASONS[kind]}. It stands at the instant it had; agree another time with the customer.`;
}
