/** What the desk asks of the server: signing in and out, and one day at a time. */

import type { Price } from '../../shared/money';

export interface Booking {
  readonly reference: string;
  /** `YYYY-MM-DDTHH:MM`, the branch's wall time. */
  readonly start: string;
  readonly end: string;
  readonly service: string;
  readonly customer: string;
  readonly phone: string | null;
  readonly asset: string | null;
  readonly people: readonly string[];
  readonly branch: string;
  readonly status: string;
  readonly price: Price | null;
}

export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly customer: string | null;
  readonly text: string | null;
  readonly created: string;
}

export interface Day {
  readonly tenant: { readonly name: string };
  readonly date: string;
  readonly bookings: readonly Booking[];
  readonly tasks: readonly Task[];
}

export type Asked<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'signed-out' }
  /** Too many wrong passwords came from here. */
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unreachable' };

async function ask(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch {
    return null;
  }
}

export async function signIn(email: string, password: string): Promise<Asked<null>> {
  const response = await ask('/desk/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (response?.ok) return { kind: 'ok', value: null };
  if (response?.status === 429) return { kind: 'throttled' };
  return response !== null && response.status < 500 ? { kind: 'signed-out' } : { kind: 'unreachable' };
}

export async function signOut(): Promise<void> {
  await ask('/desk/session', { method: 'DELETE' });
}

/** Without a date the server may answer with its own today; where it wants one, the browser's today is asked for. */
export async function readDay(date: string | null, today: string): Promise<Asked<Day>> {
  const response = await ask(date === null ? '/desk/data' : `/desk/data?date=${date}`, {});
  if (response?.ok) return { kind: 'ok', value: (await response.json()) as Day };
  if (response?.status === 401) return { kind: 'signed-out' };
  const wantsDate = date === null && (response?.status === 400 || response?.status === 422);
  return wantsDate ? readDay(today, today) : { kind: 'unreachable' };
}
