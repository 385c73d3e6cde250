/** Reads the form body of a Twilio webhook from its raw bytes, exactly as it was signed. */

/** Field name to value; a name that came more than once keeps all its values, in order. */
export type FormParams = Readonly<Record<string, string | readonly string[]>>;

/**
 * Null when a field has no "=": Twilio always writes one, even for an empty value, and its signature joins name and
 * value without a mark between them, so a field that lost its "=" would still match. Nothing is trimmed.
 */
export function parseForm(body: Uint8Array): FormParams | null {
  const text = Buffer.from(body).toString('utf8');
  const params: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  if (text === '') return params;
  if (text.split('&').some((field) => !field.includes('='))) return null;
  // The leading "&" keeps URLSearchParams from swallowing a "?" at the start of the body.
  for (const [name, value] of new URLSearchParams(`&${text}`)) {
    const before = params[name];
    if (before === undefined) params[name] = value;
    else params[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return params;
}

/** The first value of a field, undefined where the field did not come. */
export function field(params: FormParams, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : value?.[0];
}
