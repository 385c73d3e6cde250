/** Fits a worded message to what a wire can show: buttons, else a list, else numbered lines in the text itself. */
import type { Limits } from './channel';

export interface Worded {
  readonly text: string;
  readonly choices: readonly string[];
  /** What stands in the text for each choice where the wire has nothing to tap; the numbered choices where not given. */
  readonly lines?: readonly string[];
}

/** A row of a list; what its title has no room for stands beneath it. */
export interface Row {
  readonly title: string;
  readonly description?: string;
}

/** `text` is complete by itself in every case but buttons and list, which the wire shows beneath it. */
export type Rendered =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'buttons'; readonly text: string; readonly buttons: readonly string[] }
  | { readonly kind: 'list'; readonly text: string; readonly rows: readonly Row[] }
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
  const rows = roomy ? rowsOf(choices, limits) : null;
  if (rows !== null) return { kind: 'list', text, rows };
  const lines = worded.lines ?? choices.map((choice, index) => numberedLine(choice, index));
  const below = `\n${lines.join('\n')}`;
  return { kind: 'numbered', text: cut(text, Math.max(limits.textLength - below.length, 0)) + below, lines };
}

/** "1. Yes": the digit is what the customer answers with. `index` counts from 0; `numeral` is it in the reader's digits. */
export function numberedLine(choice: string, index: number, numeral = String(index + 1)): string {
  return `${numeral}. ${choice}`;
}

/** Whether the wire has room for these labels, as buttons or as rows of a list, none of them parted. */
export function areTitles(choices: readonly string[], limits: Limits): boolean {
  return areButtons(choices, limits) || rowsOf(choices, { ...limits, listDescriptionLength: 0 }) !== null;
}

/** The wire gives back only the title that was tapped, so titles must differ. */
function areButtons(choices: readonly string[], { buttons, buttonLength }: Limits): boolean {
  const titled = choices.every((choice) => choice.trim() !== '' && choice.length <= buttonLength);
  return choices.length <= buttons && titled && areDifferent(choices);
}

function rowsOf(choices: readonly string[], limits: Limits): readonly Row[] | null {
  const rows = choices.flatMap((choice) => rowOf(choice, limits) ?? []);
  return rows.length === choices.length && rows.length <= limits.listRows && areDifferent(choices)
    ? rows
    : null;
}

/** A long label is parted at its first comma: "Oil change" above "Saturday 28 March, 10:00". */
function rowOf(choice: string, { listTitleLength, listDescriptionLength = 0 }: Limits): Row | null {
  if (choice.trim() === '') return null;
  if (choice.length <= listTitleLength) return { title: choice };
  const [, title, description] = /^(.+?)[,،] (.+)$/su.exec(choice) ?? [];
  if (title === undefined || description === undefined) return null;
  const roomy = title.length <= listTitleLength && description.length <= listDescriptionLength;
  return roomy ? { title, description } : null;
}

function areDifferent(choices: readonly string[]): boolean {
  return new Set(choices).size === choices.length;
}

/** At most `length` UTF-16 units, ended by "…" where something is missing, never inside a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, Math.max(length - 1, 0)).replace(/[\uD800-\uDBFF]$/, '');
  const word = room.lastIndexOf(' ');
  return (word > length / 2 ? room.slice(0, word) : room) + (length > 0 ? '…' : '');
}
