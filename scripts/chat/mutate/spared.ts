/** Words that no noise may touch, since nobody could be expected to understand them then: names, plates, numbers, quoted and carriers' words. */
import { smsKeyword } from '../../../channels/twilioSms/keywords';
import type { ChatFile } from '../chatFile';

export interface Piece {
  readonly text: string;
  /** Whether noise may change it. */
  readonly free: boolean;
}

/** Paths of the state at which stands what the customer calls themselves and theirs, or what they wrote. */
const NAMES = /(?:\.name|attendee|asset|plate|label|tasks\[\d+\]\.text)$/u;

/** What a file expects to be kept word for word: names, what the customer wrote, and what they are known by. */
export function namesIn({ header, steps }: ChatFile): ReadonlySet<string> {
  const told = steps.flatMap((step) => (step.kind === 'expect' && NAMES.test(step.path) ? [step.value] : []));
  const known = header.known ? [header.known.name, ...header.known.vehicles] : [];
  return new Set([...told, ...known].flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
}

/** The words of a message and what stands between them. */
export function piecesOf(text: string, names: ReadonlySet<string>): readonly Piece[] {
  if (smsKeyword(text) !== null || /^[{<[]/u.test(text)) return [{ text, free: false }];
  const parts = text.split(/([\p{L}\p{M}\p{N}'’_-]+)/u);
  const spans = quotedSpans(text);
  let at = 0;
  return parts.map((part, index) => {
    const from = at;
    at += part.length;
    const quoted = spans.some(([begin, end]) => from >= begin && from < end);
    const free = index % 2 === 1 && !quoted && isFree(part, index === 1, names);
    return { text: part, free };
  });
}

function isFree(word: string, first: boolean, names: ReadonlySet<string>): boolean {
  if (!/^\p{L}+$/u.test(word) || names.has(word.toLowerCase())) return false;
  // a capital inside a message is a name; at its beginning it is only the beginning
  return first || word === word.toLowerCase();
}

function quotedSpans(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/"[^"]*"|“[^”]*”|«[^»]*»/gu)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}
