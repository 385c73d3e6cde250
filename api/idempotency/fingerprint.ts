/** What makes two bodies the same: their values, not their spacing nor the order of their names. */
import { createHash } from 'node:crypto';

/** SHA-256 in hex of the canonical form of a JSON value. */
export function fingerprint(body: unknown): string {
  return createHash('sha256').update(canonical(body), 'utf8').digest('hex');
}

/** Names sorted, no spaces: after RFC 8785, which also says how numbers and strings are written (as JSON.stringify does). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
