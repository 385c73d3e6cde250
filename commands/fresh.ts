/** Reckons again when the business turns out to have changed since it was read. */
import { loadBusiness } from '../models/loadBusiness';
import type { CommandContext } from './types';

/** Somebody who changes hours or prices does not do it three times within one command. */
const TRIES = 3;

/** Runs `work` with the business at hand, and for as long as it answers `stale` with one read anew. */
export async function onFreshBusiness<Result>(
  context: CommandContext,
  work: (context: CommandContext) => Promise<Result | 'stale'>,
): Promise<Result> {
  let current = context;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const result = await work(current);
    if (result !== 'stale') return result;
    current = { ...current, business: await loadBusiness(current.tx, current.business.tenantId) };
  }
  throw new Error(`business ${context.business.slug} changed ${String(TRIES)} times during one command`);
}
