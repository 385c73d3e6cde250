/** A message made fit for matching, with a map back to the customer's own text. */
import { folded, kindOf, plain } from './fold';

/** Longer texts are read only so far: nobody books in an essay, and time must stay bounded. */
const READ_UNITS = 1000;
const MARKS_KEPT = 2;

export interface Utterance {
  readonly original: string;
  /** Lower case, folded, single spaces: what patterns match. */
  readonly text: string;
  /** As long as `text`, with the customer's case. */
  readonly said: string;
  /** Where each unit of `text` stands in `original`; one entry more than `text` is long. */
  readonly at: readonly number[];
}

interface Building {
  text: string;
  said: string;
  at: number[];
}

/** Removes invisible signs, folds variants, joins spaces. Lone surrogates and controls vanish; nothing throws. */
export function utteranceOf(original: string): Utterance {
  const built: Building = { text: '', said: '', at: [] };
  for (const [from, sign] of clusters(original.slice(0, READ_UNITS))) append(built, sign, from);
  built.at.push(Math.min(original.length, READ_UNITS));
  return { original, ...built };
}

/** The customer's own spelling of a stretch of `text`, cleaned of invisible signs. */
export function spelling(utterance: Utterance, from: number, to: number): string {
  const start = utterance.at[from] ?? 0;
  const end = utterance.at[to] ?? utterance.original.length;
  let kept = '';
  for (const sign of utterance.original.slice(start, end)) {
    const kind = kindOf(sign);
    if (kind === 'space' || kind === 'newline') kept += ' ';
    // The zero-width non-joiner is spelling in Persian, not noise.
    else if (kind !== 'ignored' || sign === '\u200c') kept += sign;
  }
  return kept.replace(/ {2,}/g, ' ').trim();
}

/** A base sign with its first combining marks, and where it began. */
function* clusters(text: string): Generator<[number, string]> {
  let at = 0;
  let from = 0;
  let sign = '';
  let marks = 0;
  for (const point of text) {
    if (kindOf(point) === 'mark' && sign !== '') {
      if (marks < MARKS_KEPT) sign += point;
      marks += 1;
    } else {
      if (sign !== '') yield [from, sign];
      [from, sign, marks] = [at, point, 0];
    }
    at += point.length;
  }
  if (sign !== '') yield [from, sign];
}

function append(built: Building, sign: string, from: number): void {
  const kind = kindOf(sign);
  if (kind === 'ignored' || kind === 'mark') return;
  if (kind === 'space' || kind === 'newline') return space(built, kind === 'space' ? ' ' : '\n', from);
  const shown = withoutVowelSigns(plain(sign));
  const text = [...shown].map(folded).join('');
  built.text += text;
  built.said += text.length === shown.length ? shown : text;
  for (let unit = 0; unit < text.length; unit += 1) built.at.push(from);
}

/** Spaces join; a line break outlives the spaces around it. */
function space(built: Building, gap: ' ' | '\n', from: number): void {
  const last = built.text.at(-1);
  if (last === undefined || last === '\n') return;
  if (last === ' ') {
    if (gap === ' ') return;
    built.text = built.text.slice(0, -1);
    built.said = built.said.slice(0, -1);
    built.at.pop();
  }
  built.text += gap;
  built.said += gap;
  built.at.push(from);
}

/** Arabic script is read without its vowel signs; Latin accents are part of the letter. */
function withoutVowelSigns(sign: string): string {
  return sign.length > 1 ? sign.replace(/[\u064B-\u065F\u0670\u06D6-\u06ED\uFE00-\uFE0F]/g, '') : sign;
}
