/** Text and JSON as PostgreSQL can keep them: it has no place for U+0000, and none in jsonb for half a surrogate pair. */

/** U+FFFD stands where a character was that cannot be kept. */
const REPLACEMENT = '\uFFFD';

/** The same text, storable; well-formed text comes back unchanged. */
export function storableText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', REPLACEMENT);
}

/**
 * JSON text for a jsonb parameter. `JSON.stringify` writes exactly those characters as escapes that jsonb refuses, so they can be
 * replaced in its output; an escaped backslash before such letters is none of them.
 */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(\\|u0000|ud[89a-f][0-9a-f]{2})/g, (escape) =>
    escape === '\\\\' ? escape : REPLACEMENT,
  );
}
