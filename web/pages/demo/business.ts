/** The facts of a business that its page shows, as the public API gives them. */

import type { Price } from '../../shared/money';

export interface Tenant {
  readonly slug: string;
  readonly name: string;
  readonly languages: readonly string[];
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly price: Price;
}

export interface OpeningHours {
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly hours: readonly OpeningHours[];
}

export type Found<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable' };

async function ask<T>(path: string, headers: Readonly<Record<string, string>>): Promise<Found<T>> {
  try {
    const response = await fetch(path, { headers });
    if (response.status === 404) return { kind: 'missing' };
    if (!response.ok) return { kind: 'unreachable' };
    return { kind: 'found', value: (await response.json()) as T };
  } catch {
    return { kind: 'unreachable' };
  }
}

export const findTenant = (slug: string): Promise<Found<Tenant>> =>
  ask(`/api/v1/tenants/${encodeURIComponent(slug)}`, {});

export async function findOffer(
  slug: string,
  locale: string,
): Promise<{ readonly services: readonly Service[]; readonly branches: readonly Branch[] }> {
  const headers = { 'x-tenant': slug, 'accept-language': locale };
  const [services, branches] = await Promise.all([
    ask<{ readonly services: readonly Service[] }>('/api/v1/services', headers),
    ask<{ readonly branches: readonly Branch[] }>('/api/v1/branches', headers),
  ]);
  return {
    services: services.kind === 'found' ? services.value.services : [],
    branches: branches.kind === 'found' ? branches.value.branches : [],
  };
}
