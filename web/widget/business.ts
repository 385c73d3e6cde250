/** The name of the business as the server knows it. */

import type { Options } from './options';

/** Null when the server cannot be asked or does not say: the header then does without. */
export async function businessName({ base, tenant, locale }: Options): Promise<string | null> {
  try {
    const address = `${base}/api/v1/tenants/${encodeURIComponent(tenant)}`;
    const response = await fetch(address, { headers: { 'accept-language': locale }, credentials: 'omit' });
    const found: unknown = response.ok ? await response.json() : null;
    const named = typeof found === 'object' && found !== null && 'name' in found ? found.name : null;
    return typeof named === 'string' && named !== '' ? named : null;
  } catch {
    return null;
  }
}
