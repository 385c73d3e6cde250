/** Keeps text of both directions readable: isolates around what runs the other way, marks where a line begins with it (UAX 9). */

/** First strong isolate, pop directional isolate. */
const [FSI, PDI] = ['\u2068', '\u2069'];
const RIGHT_TO_LEFT_MARK = '\u200F';

const RIGHT_TO_LEFT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LEFT_TO_RIGHT_OR_DIGIT = /\p{Nd}|(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/u;
const ISOLATED = /\u2068[^\u2069]*\u2069/gu;
const MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text of any direction, set apart from what stands around it; an isolate ends with its line. */
export function isolated(text: string): string {
  return text.replace(/[^\n]+/gu, (line) => `${FSI}${line}${PDI}`);
}

/** Set apart only where it has letters or digits that run from left to right. */
export function isolatedIfForeign(text: string): string {
  return LEFT_TO_RIGHT_OR_DIGIT.test(text) ? isolated(text) : text;
}

/** Every line of a right-to-left text shown from the right, whatever it begins with: readers' programs look at its first letter. */
export function fromTheRight(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' || beginsRight(line) ? line : `${RIGHT_TO_LEFT_MARK}${line}`))
    .join('\n');
}

function beginsRight(line: string): boolean {
  const outside = line.replace(ISOLATED, '');
  const [first = ''] = outside.match(/[\p{L}\u200E\u200F]/u) ?? [];
  return first === RIGHT_TO_LEFT_MARK || RIGHT_TO_LEFT.test(first);
}

/** The text for an ear, or for a comparison: no mark is spoken. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}
