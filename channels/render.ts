/** Fits a worded message to what a wire can show: buttons, else a list, else numbered lines in the text itself. */
import type { Limits } from './channel';

export interface Worded {
  readonly text: string;
  readonly choices: readonly string[];
  /** What stands in the text for each choice where the wire has nothing to tap; the numbered choices where not given. */
  readonly lines?: readonly string[];
}

/** `text` is complete by itself in every case but buttons and list, which the wire shows beneath it. */
export type Rendered =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'buttons'; readonly text: string; readonly buttons: readonly string[] }
  | { readonly kind: 'list'; readonly text: string; readonly rows: readonly string[] }
  | { readonly kind: 'numbered'; readonly text: string; readonly lines: readonly string[] };

/**
 * Choices become what the wire has room for. A title is never cut to make it fit: half a name could be another's.
 * Only a text beyond the wire's length is cut, at a word, and its numbered lines stay whole.
 */
export function render(worded: Worded, limits: Limits): Rendered {
  const { text, choices } = worded;
  if (choices.length === 0) return { kind: 'plain', text: cut(text, limits.textLength) };
  const roomy = text.length <= (limits.interactiveTextLength ?? limits.textLength);
  if (roomy && areButtons(choices, limits)) return { kind: 'buttons', text, buttons: choices };
  if (roomy && areRows(choices, limits)) return { kind: 'list', text, rows: choices };
  const lines = worded.lines ?? choices.map((choice, index) => numberedLine(choice, index));
  const below = `\n${lines.join('\n')}`;
  return { kind: 'numbered', text: cut(text, Math.max(limits.textLength - below.length, 0)) + below, lines };
}

/** "1. Yes": the digit is what the customer answers with. `index` counts from 0; `numeral` is it in the reader's digits. */
export function numberedLine(choice: string, index: number, numeral = String(index + 1)): string {
  return `${numeral}. ${choice}`;
}

/** Whether the wire has room for these titles, as buttons or as rows of a list. */
export function areTappable(choices: readonly string[], limits: Limits): boolean {
  return areButtons(choices, limits) || areRows(choices, limits);
}

function areButtons(choices: readonly string[], limits: Limits): boolean {
  return fit(choices, limits.buttons, limits.buttonLength);
}

function areRows(choices: readonly string[], limits: Limits): boolean {
  return fit(choices, limits.listRows, limits.listTitleLength);
}

/** Titles must differ: the wire gives back only the title that was tapped. */
function fit(choices: readonly string[], most: number, longest: number): boolean {
  const titled = choices.every((choice) => choice.trim() !== '' && choice.length <= longest);
  return choices.length <= most && titled && new Set(choices).size === choices.length;
}

/** At most `length` UTF-16 units, ended by "…" where something is missing, never inside a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, Math.max(length - 1, 0)).replace(/[\uD800-\uDBFF]$/, '');
  const word = room.lastIndexOf(' ');
  return (word > length / 2 ? room.slice(0, word) : room) + (length > 0 ? '…' : '');
}
