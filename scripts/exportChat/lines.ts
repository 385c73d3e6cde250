/** The lines of an exported conversation: what was said, what was answered, and what was told in between. */
import type { StoredTurn } from '../../bot/storedTurns';
import { withoutMarks } from '../../locales';
import { toMajor } from '../../locales/money';
import type { PendingMessage } from '../../models/records';
import type { StaffDeedRow, TranscriptRow } from '../../models/statements/journal';
import type { Replace } from './madeUp';

/** How a stored conversation is told. */
export interface Telling {
  readonly replace: Replace;
  /** Of bookings and estimates: a file that is run draws others. */
  readonly references: readonly string[];
  readonly currency: string;
}

/** What waited together is written together. */
export function saidLines(messages: readonly PendingMessage[], telling: Telling): readonly string[] {
  return messages.map(
    (message, index) => `${index === 0 ? 'user' : 'user+'}: ${utterance(message, telling)}`,
  );
}

function utterance({ kind, text, details }: PendingMessage, { replace }: Telling): string {
  const words = oneLine(replace(text)).replace(/^\[/u, '(');
  const argument = details?.['argument'];
  const told = typeof argument === 'string' ? ` ${argument}` : '';
  switch (kind) {
    case 'text':
      return words;
    case 'button':
      return `[button ${words}]`;
    case 'image':
      return `[image${told === '' ? ' picture.jpg' : told}] ${words}`.trim();
    case 'location':
      return `[location${told === '' ? ' 0,0' : told}]`;
    default:
      return '[voice]';
  }
}

/** The words as they were, but for references, which are drawn anew. */
export function repliedLines(turn: StoredTurn, telling: Telling): readonly string[] {
  return turn.replies.flatMap(({ text, choices }) => [
    `bot: ${patternOf(text, telling)}`,
    ...choiceLines(choices, telling),
  ]);
}

function choiceLines(choices: readonly string[], { replace }: Telling): readonly string[] {
  const writable = choices.length > 0 && choices.every((choice) => !choice.includes('|'));
  return writable ? [`choices: ${choices.map((choice) => oneLine(replace(choice))).join(' | ')}`] : [];
}

function patternOf(text: string, { references, replace }: Telling): string {
  const hidden = references.reduce(
    (words, reference) => words.replaceAll(reference, '…'),
    withoutMarks(text),
  );
  return oneLine(replace(hidden));
}

/** Notices and offers are part of all that was said since the customer wrote; agents act at the desk. */
export function toldLine({ author, text }: TranscriptRow, telling: Telling): readonly string[] {
  if (author === 'agent') return [`agent: says ${oneLine(telling.replace(text))}`];
  return author === 'bot' ? [`bot: …${patternOf(text, telling)}…`] : [];
}

export function staffLine({ stage, lines }: StaffDeedRow, { currency, replace }: Telling): string {
  if (stage !== null) return `staff: stage ${stage}`;
  const told = (lines ?? []).map(
    ({ title, amount }) =>
      `${oneLine(replace(title)).replaceAll(';', ',')} ${String(toMajor(amount, currency))}`,
  );
  return `staff: estimate ${told.join('; ')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ').trim();
}

/** Of bookings and estimates, wherever they stand. */
export function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { reference } = value as { readonly reference?: unknown };
  const own = typeof reference === 'string' && reference !== '' ? [reference] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}
