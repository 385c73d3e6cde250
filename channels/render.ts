/** Fits a worded message to what a wire can show: buttons, else a list, else numbered lines in the text itself. */
import type { Limits } from './channel';

export interface Worded {
  readonly text: string;
  readonly choices: readonly string[];
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
  if (roomy && fit(choices, limits.buttons, limits.buttonLength))
    return { kind: 'buttons', text, buttons: choices };
  if (roomy && fit(choices, limits.listRows, limits.listTitleLength))
    return { kind: 'list', text, rows: choices };
  const lines = choices.map(numberedLine);
  const below = `\n${lines.join('\n')}`;
  return { kind: 'numbered', text: cut(text, Math.max(limits.textLength - below.length, 0)) + below, lines };
}

/** "1. Yes": the digit is what the customer answers with. `index` counts from 0. */
export function numberedLine(choice: string, index: number): string {
  return `${index + 1}. ${choice}`;
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
