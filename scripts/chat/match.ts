/** Whether what was said and what is kept is what a conversation file expects. */
import type { Operator } from './chatFile';

const BIDI_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** `…` is any text; case and spacing do not count; `/…/` is a regular expression, read with the flags i and u. */
export function matchesPattern(pattern: string, said: string): boolean {
  const text = said.replace(BIDI_MARKS, '');
  const expression = /^\/(.*)\/[a-z]*$/su.exec(pattern);
  if (expression) return new RegExp(expression[1] ?? '', 'iu').test(text);
  const squeezed = text.replace(/\s+/gu, '').toLowerCase();
  const parts = pattern.replace(BIDI_MARKS, '').replace(/\s+/gu, '').toLowerCase().split('…');
  return new RegExp(`^${parts.map(literally).join('.*')}$`, 'su').test(squeezed);
}

function literally(text: string): string {
  return text.replace(
    /[\\^$.*+?()[\]{}|/-]/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** The value at `bookings[0].people[1]`; undefined where there is none. */
export function valueAt(state: unknown, path: string): unknown {
  const keys = path.replace(/\[(\d+)\]/gu, '.$1').split('.');
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, state);
}

export function countAt(state: unknown, path: string): number {
  const value = valueAt(state, path);
  return Array.isArray(value) ? value.length : 0;
}

/** An absent value equals nothing: `=` and `~` fail, `!=` and `!~` hold. */
export function holds(actual: unknown, operator: Operator, expected: string): boolean {
  const absent = actual === undefined || actual === null;
  switch (operator) {
    case '=':
      return !absent && same(actual, expected);
    case '!=':
      return absent || !same(actual, expected);
    case '~':
      return !absent && contains(actual, expected);
    case '!~':
      return absent || !contains(actual, expected);
    case '>=':
      return !absent && compare(actual, expected) >= 0;
    case '<=':
      return !absent && compare(actual, expected) <= 0;
  }
}

function same(actual: unknown, expected: string): boolean {
  if (typeof actual === 'number') return expected.trim() !== '' && actual === Number(expected);
  return asText(actual) === expected;
}

function contains(actual: unknown, expected: string): boolean {
  if (Array.isArray(actual)) return actual.some((item) => same(item, expected));
  return asText(actual).toLowerCase().includes(expected.toLowerCase());
}

function compare(actual: unknown, expected: string): number {
  if (typeof actual === 'number') return actual - Number(expected);
  const text = asText(actual);
  return text < expected ? -1 : text > expected ? 1 : 0;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
