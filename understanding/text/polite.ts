/** What is left of a message when the politeness around it is set aside. */
import type { Language } from '../languages/language';

const MOST_STEPS = 14;

export interface Core {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export function coreOf(text: string, language: Language): Core {
  const from = politeEnd(text, language);
  const to = politeStart(text, from, language);
  return { text: text.slice(from, to), from, to };
}

function politeEnd(text: string, { politeBefore }: Language): number {
  let end = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const match = politeBefore.exec(text.slice(end));
    if (!match || match[0] === '') break;
    end += match[0].length;
  }
  return end;
}

function politeStart(text: string, from: number, { politeAfter }: Language): number {
  let start = text.length;
  for (let step = 0; step < MOST_STEPS && start > from; step += 1) {
    const match = politeAfter.exec(text.slice(from, start));
    if (!match || match[0] === '') break;
    start -= match[0].length;
  }
  return start;
}
