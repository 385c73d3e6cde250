/** Keeps phone numbers, message bodies and secrets out of whatever is about to be logged. */

const HIDDEN = '[hidden]';

/** Field names whose values are never logged, at any depth. */
const SECRET_NAMES =
  /^(phone|address|from|to|body|text|utterance|content|caption|name|email|password|cookie|authorization)$|token|secret|api_?key|signature/i;

/** Seven digits or more, spaced or not, with or without a plus (E.164 and how people write it); a date is none. */
const PHONE_LIKE = /(?<![\w-])(?!\d{4}-\d{2}-\d{2}(?!\d))\+?\d(?:[ ().\-/]?\d){6,14}(?![\w-])/g;

/** `scheme://user:password@host`: the password of a connection address. */
const URL_PASSWORD = /(\w+:\/\/[^\s:/@]*):[^\s@/]+@/g;

/** A sentence without phone numbers and passwords. */
export function scrubbedText(text: string): string {
  return text.replace(URL_PASSWORD, `$1:${HIDDEN}@`).replace(PHONE_LIKE, HIDDEN);
}

/** A copy of the fields in which every secret, at any depth, is hidden. */
export function scrubbed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, scrubbedField(name, value)]),
  );
}

function scrubbedField(name: string, value: unknown): unknown {
  if (SECRET_NAMES.test(name) && value !== undefined && value !== null) return HIDDEN;
  return scrubbedValue(value);
}

function scrubbedValue(value: unknown): unknown {
  if (typeof value === 'string') return scrubbedText(value);
  if (value instanceof Error) return scrubbedError(value);
  if (Array.isArray(value)) return value.map(scrubbedValue);
  if (isPlainObject(value)) return scrubbed(value);
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What is kept of an error: databases and HTTP clients hang statements, parameters and bodies on theirs. */
export function scrubbedError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrubbedText(String(error)) };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.name,
    message: scrubbedText(error.message),
    stack: scrubbedText(error.stack ?? ''),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    ...(error.cause === undefined ? {} : { cause: scrubbedError(error.cause) }),
  };
}
