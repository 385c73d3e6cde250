/** State as plain JSON: compared by value, written in one canonical form. */
import type { Json } from './talk';

/** The same text for the same value, whatever the order of its keys. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map((field) => `${JSON.stringify(field)}:${canonical(value[field] ?? null)}`).join(',')}}`;
}

/** Equal by value: the order of keys does not count. */
export function same(left: Json, right: Json): boolean {
  return left === right || canonical(left) === canonical(right);
}

/** An object with fields: no list, no null. */
export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it will be read back from storage: absent fields are gone, nothing but JSON is left. */
export function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
