/** Makes any text that came off a wire safe to store and to send: no NUL, no half of a surrogate pair. */

/**
 * PostgreSQL refuses U+0000 in text and lone surrogates in jsonb, so one such message would be poison for every retry.
 * NUL is dropped; a lone surrogate becomes U+FFFD, as the Unicode standard advises.
 */
export function wellFormed(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
