/** Which version of a booking a caller speaks of: ETag and If-Match (RFC 9110, 8.8.3 and 13.1.1). */
import type { Request } from 'express';
import { PreconditionFailed } from '../../platform/errors';

export function etagOf({ version }: { readonly version: number }): string {
  return `"${String(version)}"`;
}

/**
 * Passes where no version is named. Weak tags never match: they promise too little for a change.
 * @throws PreconditionFailed `changed-meanwhile`, with the version there is
 */
export function assertMatches(request: Pick<Request, 'get'>, booking: { readonly version: number }): void {
  const named = request.get('if-match');
  if (named === undefined || named.trim() === '*') return;
  const tags = named.split(',').map((tag) => tag.trim());
  if (tags.includes(etagOf(booking))) return;
  throw new PreconditionFailed('changed-meanwhile', 'the booking is no longer the one you have seen', {
    place: 'If-Match',
    value: named.slice(0, 100),
    rule: etagOf(booking),
  });
}
