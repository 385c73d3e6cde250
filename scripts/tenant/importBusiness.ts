/** `tenant import`: a business file becomes the business, in one transaction and only if nothing stands against it. */
import { randomUUID } from 'node:crypto';
import type { AccountDefinition, BusinessDefinition } from '../../models/businessDefinition';
import { createTenant } from '../../models/createTenant';
import { beginChange } from '../../models/statements/businesses';
import { listBookings, type ListedBooking } from '../../models/statements/lists';
import { accountByAddress, tenantBySlug } from '../../models/statements/tenants';
import type { Millis } from '../../platform/clock';
import type { Database, Tx } from '../../platform/database';
import { minuteOf } from '../../scheduling/localDate';
import { lockResized, reseat, reseatings, type Reseating } from './capacity';
import { changesBetween, type Change } from './changes';
import type { Problem } from './file/problem';
import { readBusinessFile, type ReadFile } from './file/read';
import { sheetOf } from './file/sheet';
import { isSameAccount, overwrite, readKept, type Kept } from './keep';
import { tellTeam } from './tellTeam';
import {
  beyondCapacity,
  closedOut,
  refusalsOf,
  shownBooking,
  type BookingToCome,
  type Refusal,
} from './toCome';

export type Imported =
  | { readonly result: 'refused'; readonly problems: readonly Problem[] }
  | { readonly result: 'hindered'; readonly tenant: string; readonly refusals: readonly Refusal[] }
  | {
      readonly result: 'created' | 'changed' | 'unchanged' | 'would-create' | 'would-change';
      readonly tenant: string;
      readonly version: number;
      readonly changes: readonly Change[];
      /** Bookings that stand outside the new hours; they are kept. */
      readonly closedOut: readonly BookingToCome[];
      /** Bookings for which there are too few seats now; they are kept. */
      readonly beyondCapacity: readonly BookingToCome[];
    };

export interface Import {
  readonly text: string;
  readonly at: Millis;
  /** Tells what would happen and writes nothing. */
  readonly dryRun: boolean;
  /** Accounts that the configuration brings along, by slug: a file need not name them. */
  readonly configured: readonly (AccountDefinition & { readonly slug: string })[];
}

/** The last minute that the database can keep. */
const FAR_AWAY = 2 ** 31 - 1;
/** No booking is longer (the database refuses it): whatever is not over began after this before now. */
const LONGEST = 14 * 1440;
const MOST_BOOKINGS = 1_000_000;
const LIVE: readonly string[] = ['pending', 'confirmed', 'checked-in', 'in-service'];

export async function importBusiness(database: Database, asked: Import): Promise<Imported> {
  const file = readBusinessFile(asked.text);
  if (file.kind === 'refused') return { result: 'refused', problems: file.problems };
  const problems = await foreignAccounts(database, file);
  if (problems.length > 0) return { result: 'refused', problems };
  const { definition } = file;
  const tenant = await tenantBySlug(database, definition.slug);
  if (tenant === null) return createFrom(database, definition, asked);
  return changeBusiness(database, tenant.tenantId, definition, asked);
}

/** A number that two businesses claim would be answered by neither. */
async function foreignAccounts(
  database: Database,
  { definition, fault }: Extract<ReadFile, { kind: 'read' }>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { channel, account } of definition.accounts) {
    const owner = await accountByAddress(database, channel, account);
    if (owner === null || owner.slug === definition.slug) continue;
    problems.push(
      fault(['channels', channel], `channels.${channel}: ${account} belongs to ${owner.slug} already.`),
    );
  }
  return problems;
}

const NOBODY_HIT = { closedOut: [], beyondCapacity: [] };

async function createFrom(
  database: Database,
  definition: BusinessDefinition,
  { at, dryRun }: Import,
): Promise<Imported> {
  const told = { tenant: definition.slug, version: 1, changes: [], ...NOBODY_HIT };
  if (dryRun) return { result: 'would-create', ...told };
  await createTenant(database, definition, { tenantId: randomUUID(), at, newId: randomUUID });
  return { result: 'created', ...told };
}

/** Thrown to leave the transaction without a trace. */
class Undone extends Error {
  constructor(readonly imported: Imported) {
    super('nothing is written');
  }
}

/** The same for a definition at hand: what an editor of the business does. */
export async function changeBusiness(
  database: Database,
  tenantId: string,
  next: BusinessDefinition,
  asked: Omit<Import, 'text'>,
): Promise<Imported> {
  const glance = await database.inTenant(tenantId, (tx) => look(tx, next, asked));
  if (glance.imported.result !== 'would-change' || asked.dryRun) return glance.imported;
  try {
    return await database.inTenant(tenantId, (tx) => write(tx, next, asked));
  } catch (error) {
    if (error instanceof Undone) return error.imported;
    throw error;
  }
}

/** Looks again behind the lock: whoever booked meanwhile is seen, and nobody books until the change is there. */
async function write(tx: Tx, next: BusinessDefinition, asked: Omit<Import, 'text'>): Promise<Imported> {
  const lockBookings = async (): Promise<void> =>
    lockResized(tx, (await readKept(tx)).definition, next, minuteOf(asked.at));
  // Bookings before the business, as deeds on bookings lock them; then those that were made in between.
  await lockBookings();
  const version = await beginChange(tx);
  await lockBookings();
  const { imported, kept, meant, moved, closed } = await look(tx, next, asked);
  if (imported.result !== 'would-change') throw new Undone(imported);
  const stuck = await overwrite(tx, kept, meant);
  await reseat(tx, moved);
  if (stuck.length > 0)
    throw new Undone({ result: 'hindered', tenant: next.slug, refusals: stuck.map(stuckRefusal) });
  await tellTeam(tx, closed, { version, at: asked.at });
  return { ...imported, result: 'changed', version };
}

function stuckRefusal({ channel, account }: AccountDefinition): Refusal {
  const rule = `${account} cannot be taken away, because customers have written to it; another may take its place`;
  return { path: `channels.${channel}`, rule, bookings: [] };
}

interface Look {
  readonly imported: Imported;
  readonly kept: Kept;
  /** The definition with the accounts that the configuration brings along. */
  readonly meant: BusinessDefinition;
  /** Who gets other seats. */
  readonly moved: readonly Reseating[];
  /** Bookings that would no longer lie within the hours. */
  readonly closed: readonly ListedBooking[];
}

async function look(
  tx: Tx,
  next: BusinessDefinition,
  { at, configured }: Omit<Import, 'text'>,
): Promise<Look> {
  const kept = await readKept(tx);
  const { definition: before, version } = kept;
  const brought = before.accounts.filter(
    (account) =>
      configured.some((each) => each.slug === next.slug && isSameAccount(each, account)) &&
      !next.accounts.some((each) => isSameAccount(each, account)),
  );
  const meant = { ...next, accounts: [...next.accounts, ...brought] };
  const changes = changesBetween(sheetOf(before), sheetOf(meant));
  const told = { tenant: next.slug, version, changes };
  if (changes.length === 0)
    return { imported: { result: 'unchanged', ...told, ...NOBODY_HIT }, kept, meant, moved: [], closed: [] };
  const toCome = await bookingsToCome(tx, at);
  const refusals = refusalsOf(before, meant, toCome);
  const closed = closedOut(before, meant, toCome);
  const moved = await reseatings(tx, before, meant, minuteOf(at));
  const imported: Imported =
    refusals.length > 0
      ? { result: 'hindered', tenant: next.slug, refusals }
      : {
          result: 'would-change',
          ...told,
          closedOut: closed.map(shownBooking),
          beyondCapacity: beyondCapacity(moved, toCome).map(shownBooking),
        };
  return { imported, kept, meant, moved, closed };
}

async function bookingsToCome(tx: Tx, at: Millis): Promise<readonly ListedBooking[]> {
  const now = minuteOf(at);
  const listed = await listBookings(tx, { from: now - LONGEST, to: FAR_AWAY, limit: MOST_BOOKINGS });
  return listed.filter(({ status, end }) => LIVE.includes(status) && end > now);
}
