/** Puts a customer on the list of those who wait for a time. */
import { keepNotes } from '../../models/statements/customers';
import { entryOfKey, insertEntry } from '../../models/statements/waitlist';
import type { Branch, Business, Minute } from '../../scheduling/business';
import { addDays, minuteOf } from '../../scheduling/localDate';
import { poolsOf } from '../../scheduling/pools';
import type { PreferenceWindow } from '../../scheduling/waitlist';
import { instantAround } from '../../scheduling/zone';
import { assertActsFor } from '../actors';
import { byPool } from '../refusals';
import type { CommandContext, Refusal } from '../types';
import { waitlistView, type WaitlistView } from './views';

export interface JoinWaitlistInput {
  readonly service: string;
  /** Absent: any branch. */
  readonly branch?: string;
  /** A person's resource id; absent: whoever is free. */
  readonly person?: string;
  readonly assetId?: string;
  readonly assetClass?: string;
  readonly attendee?: string;
  /** At least one; one of them has to hold the start. */
  readonly windows: readonly PreferenceWindow[];
  readonly customerId: string;
  /** Where an offer is told; null: wherever the customer wrote last. */
  readonly conversationId: string | null;
  /** Higher comes first; absent is 0. */
  readonly priority?: number;
}

export type JoinWaitlistResult =
  | { readonly kind: 'waiting'; readonly entry: WaitlistView }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * The same key joins once, and tells the entry as it is now. Refused: what the business does not have or nobody there could
 * ever do, and windows that are over (`past`). Nothing is offered for joining: only what becomes free from now on.
 */
export async function joinWaitlist(
  context: CommandContext,
  input: JoinWaitlistInput,
  key: string,
): Promise<JoinWaitlistResult> {
  assertActsFor(context, input.customerId);
  const { tx, clock, business, newId } = context;
  const known = await entryOfKey(tx, key);
  if (known) return { kind: 'waiting', entry: waitlistView(known) };
  const refusal = refusalOf(business, input, minuteOf(clock.now()));
  if (refusal) return { kind: 'refused', refusal };
  const notes = context.later?.take();
  // a vehicle that was told of in this very turn has to be there before somebody can wait with it
  if (notes) await keepNotes(tx, input.customerId, notes, clock.now());
  const entry = await insertEntry(tx, {
    ...{ id: newId(), customerId: input.customerId, conversationId: input.conversationId },
    ...{ service: input.service, branch: input.branch ?? null, person: input.person ?? null },
    assetId: input.assetId ?? null,
    assetClass: input.assetClass ?? null,
    attendee: input.attendee ?? null,
    windows: input.windows,
    priority: input.priority ?? 0,
    since: clock.now(),
    until: endOf(input.windows, branchesOf(business, input.branch)),
    key,
  });
  return { kind: 'waiting', entry: waitlistView(entry) };
}

function refusalOf(business: Business, input: JoinWaitlistInput, now: Minute): Refusal | null {
  const { person, windows } = input;
  const service = business.services.find((each) => each.id === input.service);
  if (!service) return { rule: 'unknown-service', value: input.service };
  const branches = branchesOf(business, input.branch);
  if (branches.length === 0) return { rule: 'unknown-branch', value: input.branch ?? '' };
  if (person !== undefined && !business.resources.some((each) => each.id === person))
    return { rule: 'unknown-resource', value: person };
  const found = branches.map((branch) => poolsOf({ business, service, branch: branch.id, person }));
  const [first] = found;
  const [branch] = branches;
  if (branch && first?.kind === 'none' && found.every(({ kind }) => kind === 'none'))
    return byPool(first.reason, branch);
  return endOf(windows, branches) <= now ? { rule: 'past', value: windows.at(-1)?.to ?? '' } : null;
}

function branchesOf({ branches }: Business, id: string | undefined): readonly Branch[] {
  return id === undefined ? branches : branches.filter((each) => each.id === id);
}

/** The minute at which the last local day of all windows is over at every branch; a window that ends before it begins has none. */
function endOf(windows: readonly PreferenceWindow[], branches: readonly Branch[]): Minute {
  const days = windows.filter(({ from, to }) => from <= to).map(({ to }) => addDays(to, 1));
  const ends = branches.flatMap(({ zone }) => days.map((day) => instantAround(`${day}T00:00`, zone)));
  return Math.max(0, ...ends);
}
