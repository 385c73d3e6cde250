/** The kinds of value a variable may have, and the sentences for those it may not. */

import { z } from 'zod';
import { StartRefused } from './errors';

/** A TCP port; 0 lets the system choose. */
export const tcpPort = z
  .string()
  .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'a whole number from 0 to 65535');

/** An http or https address, without a slash at its end, so that paths are simply appended. */
export const webAddress = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (plain) return text.replace(/\/+$/, '');
  context.addIssue('an address like https://booking.example.com');
  return z.NEVER;
});

/** An RFC 3339 instant as milliseconds since the epoch. */
export const isoInstant = z.iso
  .datetime({ offset: true, error: 'an instant like 2026-03-27T09:00:00+01:00' })
  .transform((text) => Date.parse(text));

/** Milliseconds that further messages are waited for; nobody waits longer than ten seconds for an answer. */
export const burstWindow = z
  .string()
  .regex(/^\d{1,5}$/, 'milliseconds, a whole number from 0 to 10000')
  .transform(Number)
  .refine((millis) => millis <= 10_000, 'milliseconds, a whole number from 0 to 10000');

/** 32 bytes, written as 64 hexadecimal digits or as base64 (with or without padding, either alphabet). */
export const secretKey = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (bytes.length === 32) return bytes;
  context.addIssue('32 bytes, written as 64 hexadecimal digits or as base64');
  return z.NEVER;
});

/** Variables whose values are never repeated, not even wrong ones; addresses may hold a password. */
const SECRET = /KEY|TOKEN|SECRET|PASSWORD|_URL$/;

/**
 * Parses the environment. A variable set to nothing counts as left out, as shells and compose files leave it.
 * Throws `StartRefused` with a sentence for each variable that is wrong.
 */
export function parseVariables<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const parsed = schema.safeParse(withoutEmpty(environment));
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) =>
    sentence(String(issue.path[0]), issue.message, environment),
  );
  throw new StartRefused('bad-configuration', [...new Set(sentences)].join('\n'));
}

function withoutEmpty(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set = Object.entries(environment).filter(
    (entry): entry is [string, string] => (entry[1] ?? '') !== '',
  );
  return Object.fromEntries(set);
}

function sentence(
  name: string,
  rule: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const given = SECRET.test(name) ? 'what it is set to is not' : `it is ${JSON.stringify(environment[name])}`;
  return `${name} must be ${rule}; ${given}.`;
}
