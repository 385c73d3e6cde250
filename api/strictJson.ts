/** Reads JSON as RFC 8259 wishes it were always written: no name twice, no number out of range, no bottomless nesting. */
import { BadRequest } from '../platform/errors';

const DEEPEST = 16;
/** Brackets, strings and numbers of a text that is known to be JSON. */
const TOKENS = /[{}[\]]|"(?:[^"\\]+|\\.)*"|-?\d[^\s,\]}]*/g;
/** What tells a name from a value; looked for where the string ends. */
const COLON = /\s*:/y;

/**
 * Which of two equal names counts is left to the reader, so a caller who writes both is told; a number that is no double here
 * would be infinite.
 * @throws BadRequest `malformed-json`
 */
export function strictJson(text: string): unknown {
  const value = parse(text);
  /** The names of each open object; null for an array. */
  const open: (Set<string> | null)[] = [];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > DEEPEST) throw malformed(`is nested deeper than ${String(DEEPEST)} levels`);
    } else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"')) note(open.at(-1), token, text, index + token.length);
    else if (!Number.isFinite(Number(token)))
      throw malformed(`has a number out of range: ${token.slice(0, 40)}`);
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('is not JSON');
  }
}

function note(names: Set<string> | null | undefined, token: string, text: string, end: number): void {
  COLON.lastIndex = end;
  if (!names || !COLON.test(text)) return;
  const name = JSON.parse(token) as string;
  if (names.has(name)) throw malformed(`has the name ${token.slice(0, 40)} twice`);
  names.add(name);
}

function malformed(what: string): BadRequest {
  return new BadRequest('malformed-json', `the body ${what}`, { place: 'body', rule: 'JSON as in RFC 8259' });
}
