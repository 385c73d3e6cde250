/** A message off the wire, stored once, with its number in the conversation. */
import type { Database, Statement } from '../../platform/database';
import { sqlState } from '../../platform/sqlErrors';
import type { InboundResult, InboundWrite } from '../records';
import { storableJson, storableText } from '../storable';

const RECEIVE = { name: 'receive-inbound', text: 'SELECT system.receive_inbound($1) AS result' };
const RECEIVE_IN_OPEN = {
  name: 'receive-in-open',
  text: 'SELECT result FROM system.receive_in_open($1) AS result WHERE result IS NOT NULL',
};

/** Unique violation: the same provider id was stored for another conversation at this very moment. */
const MET_ITSELF = '23505';

/**
 * Stores a message and, where they are new, its address, customer and conversation: one round trip, one commit. The same
 * provider id on the same account is stored once, however often and however fast it comes.
 */
export async function receiveInbound(database: Database, write: InboundWrite): Promise<InboundResult> {
  const result = await receive(database, RECEIVE, write);
  if (result === null) throw new Error('receive_inbound gave no answer');
  return result;
}

/** As `receiveInbound`, but opens nothing: null where the address has no conversation. */
export async function receiveInOpenConversation(
  database: Database,
  write: InboundWrite,
): Promise<InboundResult | null> {
  return receive(database, RECEIVE_IN_OPEN, write);
}

async function receive(
  database: Database,
  statement: Statement,
  write: InboundWrite,
): Promise<InboundResult | null> {
  const values = [storableJson({ ...write, text: storableText(write.text) })];
  const once = (): Promise<{ result: InboundResult }[]> => database.statement(statement, values);
  const rows = await once().catch((error: unknown) => {
    if (sqlState(error) !== MET_ITSELF) throw error;
    return once();
  });
  return rows[0]?.result ?? null;
}
