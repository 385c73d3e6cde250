/** Which of our languages a message is in. A talk keeps its language unless two words say otherwise. */
import { LANGUAGES, languageOf } from '.';
import type { Token } from '../text/tokens';
import type { Language } from './language';

const SIGNALS_TO_SWITCH = 2;

/** `before` is the language of the talk so far, `offered` those of the business, its first language first. */
export function detect(
  tokens: readonly Token[],
  before: string | null,
  offered: readonly string[],
): Language {
  const known = languageOf(before);
  const [best] = LANGUAGES.map((language) => ({ language, signals: signalsOf(tokens, language) })).sort(
    (left, right) => right.signals - left.signals,
  );
  if (best && best.signals >= (known ? SIGNALS_TO_SWITCH : 1)) {
    return known && signalsOf(tokens, known) >= best.signals ? known : best.language;
  }
  return known ?? firstKnown(offered) ?? fallback();
}

function signalsOf(tokens: readonly Token[], language: Language): number {
  return tokens.filter(({ word }) => language.marks.has(word)).length;
}

function firstKnown(offered: readonly string[]): Language | null {
  return offered.map(languageOf).find((language) => language !== null) ?? null;
}

function fallback(): Language {
  const [first] = LANGUAGES;
  if (!first) throw new Error('There is no language in understanding/languages.');
  return first;
}
