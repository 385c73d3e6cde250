/** An inspected turn in the words of the API. */
import { inspectTurn } from '../../bot/inspect';
import { storedTurn } from '../../bot/storedTurns';
import { NotFound } from '../../platform/errors';
import type { Tx } from '../../platform/database';
import type { Business } from '../../scheduling/business';
import { toRfc3339 } from '../../scheduling/zone';
import { isUuid } from '../uuid';

/** Up to here a number is one that a turn could have. */
const TURN = /^[1-9]\d{0,8}$/;

/** @throws NotFound `unknown-turn`: nobody is told whether another business has such a conversation */
export async function readTurn(tx: Tx, business: Business, id: string, number: string): Promise<object> {
  const stored = isUuid(id) && TURN.test(number) ? await storedTurn(tx, id, Number(number)) : null;
  if (stored === null) throw new NotFound('unknown-turn', 'there is no such turn');
  const turn = inspectTurn(stored);
  return { ...turn, at: toRfc3339(turn.at / 60_000, business.branches[0]?.zone ?? 'UTC') };
}
