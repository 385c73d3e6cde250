/** A program that calls the API of one business with its key. */
import { randomUUID } from 'node:crypto';
import type { Answer, TestProduct } from '../../../setup/product';

export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A booking under a new Idempotency-Key; what is not said is a brake check on Monday at ten. */
  book(given?: object, headers?: Record<string, string>): Promise<Answer>;
  patch(id: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  cancel(id: string, headers?: Record<string, string>): Promise<Answer>;
}

export const ADA = { name: 'Ada Lovelace', phone: '+4915112345678' };
export const WISH = { service: 'brake-check', start: '2026-03-30T10:00', branch: 'mitte', customer: ADA };

const API = '/api/v1';

export function callerOf(product: TestProduct, slug = 'garage'): Caller {
  const key = { authorization: `Bearer demo-${slug}` };
  const post: Caller['post'] = (path, body, headers = {}) =>
    product.post(API + path, body, { ...key, ...headers });
  return {
    get: (path) => product.get(API + path, key),
    post,
    book: (given = {}, headers = {}) =>
      post('/bookings', { ...WISH, ...given }, { 'idempotency-key': randomUUID(), ...headers }),
    patch: (id, body, headers = {}) =>
      product.send('PATCH', `${API}/bookings/${id}`, body, { ...key, ...headers }),
    cancel: (id, headers = {}) =>
      product.send('DELETE', `${API}/bookings/${id}`, undefined, { ...key, ...headers }),
  };
}

/** A text of an answer. */
export function textAt({ body }: Pick<Answer, 'body'>, name: string): string {
  const value: unknown = body[name];
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The answer without some of it. */
export function without({ body }: Pick<Answer, 'body'>, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** A number out of the tenant's rows, such as `bookings`. */
export async function countOf(product: TestProduct, rows: string, slug = 'garage'): Promise<number> {
  const business = await product.house.businesses.bySlug(slug);
  const { database } = product.house.parts;
  const text = `SELECT count(*)::integer AS count FROM ${rows}`;
  const found = await database.inTenant(business?.tenantId ?? '', (tx) =>
    tx.query<{ count: number }>({ name: `count ${rows}`.slice(0, 60), text }),
  );
  return found[0]?.count ?? -1;
}
