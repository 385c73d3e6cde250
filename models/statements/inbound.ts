/** A message off the wire, stored once, with its number in the conversation. */
import type { Database } from '../../platform/database';
import { sqlState } from '../../platform/sqlErrors';
import type { InboundResult, InboundWrite } from '../records';
import { storableJson, storableText } from '../storable';

const RECEIVE = { name: 'receive-inbound', text: 'SELECT system.receive_inbound($1) AS result' };

/** Unique violation: the same provider id was stored for another conversation at this very moment. */
const MET_ITSELF = '23505';

/**
 * Stores a message and, where they are new, its address, customer and conversation: one round trip, one commit. The same
 * provider id on the same account is stored once, however often and however fast it comes.
 */
export async function receiveInbound(database: Database, write: InboundWrite): Promise<InboundResult> {
  const value = storableJson({ ...write, text: storableText(write.text) });
  try {
    return await receive(database, value);
  } catch (error) {
    if (sqlState(error) !== MET_ITSELF) throw error;
    return receive(database, value);
  }
}

async function receive(database: Database, value: string): Promise<InboundResult> {
  const [row] = await database.statement<{ result: InboundResult }>(RECEIVE, [value]);
  if (!row) throw new Error('receive_inbound gave no answer');
  return row.result;
}
