/** What is known of a customer, for them to read and to change from where they have shown who they are. */
import { preferChannel, profileOfCustomer, type ProfileRecord } from '../models/statements/profiles';
import { assertActsFor } from './actors';
import { keepSaid } from './keepSaid';
import { reachOf } from './profileReach';
import type { CommandContext } from './types';
import type { ChangeProfileResult, ProfileChange, ProfileResult, ProfileView } from './visitTypes';

/**
 * A web session reads and changes the record that it made itself; a caller is told nothing without a code. What was said in this
 * very turn and waits to be written is not told yet.
 */
export async function profileOf(context: CommandContext, customerId: string): Promise<ProfileResult> {
  const profile = await visible(context, customerId);
  return profile ? { kind: 'profile', profile } : { kind: 'unproven' };
}

/** A number is never changed here: that takes a code sent to it, from wherever it is asked. */
export async function changeProfile(
  context: CommandContext,
  customerId: string,
  change: ProfileChange,
): Promise<ChangeProfileResult> {
  const profile = await visible(context, customerId);
  if (!profile) return { kind: 'unproven' };
  const { name, language, preferredChannel } = change;
  const { languages } = context.business;
  if (language !== undefined && !languages.includes(language)) return { kind: 'unknown-language', languages };
  const { channels } = profile;
  if (preferredChannel !== undefined && !channels.includes(preferredChannel))
    return { kind: 'unreachable', channels };
  const said = { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) };
  if (Object.keys(said).length > 0) await keepSaid(context, customerId, said);
  if (preferredChannel !== undefined) await preferChannel(context.tx, customerId, preferredChannel);
  const preferred = preferredChannel === undefined ? {} : { preferredChannel };
  return { kind: 'changed', profile: { ...profile, ...said, ...preferred } };
}

async function visible(context: CommandContext, customerId: string): Promise<ProfileView | null> {
  assertActsFor(context, customerId);
  const reach = await reachOf(context);
  if (reach.kind === 'nothing') return null;
  const found: ProfileRecord | null = await profileOfCustomer(context.tx, customerId);
  return found;
}
