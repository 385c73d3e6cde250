/** What every new connection gets once: an ear for its faults, integers as numbers, and an ear for its queries. */

import pg, { Client, type ClientConfig } from 'pg';

/** One query as it goes over the wire: a round trip. */
export interface WireQuery {
  readonly text: string;
  /** Present when it is a prepared statement. */
  readonly name?: string;
}

export type QueryListener = (query: WireQuery) => void;

/** The typings of pg list only some object ids; the driver takes any. */
interface TypeParsers {
  setTypeParser(oid: number, parse: (text: string) => unknown): void;
}

/** Object ids of the types whose text form we read ourselves (pg_type.dat). */
const INT8 = 20;
const INT8_ARRAY = 1016;

/**
 * A connection that may be lost at any moment of its life. Sequelize listens for faults only some ticks after the
 * connection stands; a server that ends it in between would end the process. Whoever asks it next gets the error.
 */
class LosableClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** pg as Sequelize is to use it. */
export const driver = { ...pg, Client: LosableClient };

/** Sets up a connection before its first query. */
export function prepareConnection(client: Client, heard: QueryListener): void {
  const types: TypeParsers = client;
  types.setTypeParser(INT8, parseInt8);
  types.setTypeParser(INT8_ARRAY, parseInt8Array);
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  const listened = (...args: unknown[]): unknown => {
    heard(wireQuery(args[0]));
    return send(...args);
  };
  Object.assign(client, { query: listened });
}

/** A bigint as a number while that is exact (up to 2^53 - 1), else as it came: text. */
function parseInt8(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

function parseInt8Array(text: string): (number | string | null)[] {
  const inner = text.slice(1, -1);
  if (inner === '') return [];
  return inner.split(',').map((item) => (item === 'NULL' ? null : parseInt8(item)));
}

function wireQuery(query: unknown): WireQuery {
  if (typeof query === 'string') return { text: query };
  const { text, name } = query as { text?: string; name?: string };
  return { text: text ?? '', ...(name === undefined ? {} : { name }) };
}
