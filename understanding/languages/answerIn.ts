/** Which language a message is to be answered in: its own script and words say so, else the talk goes on as it was. */
import { isSpoken } from '../../locales';
import { tokensOf } from '../text/tokens';
import { utteranceOf } from '../text/utterance';
import { LANGUAGES } from '.';
import type { Language } from './language';

const SIGNALS_TO_SWITCH = 2;

/** Read as English words too, but written just so by people who write German. */
const SHARED = new Set(
  `am an in was so war will man die hat also fast bad kind not rot arm hand her wind warm park name auto baby bus chance
  computer film hotel job moment normal person plan problem service team test ok okay super info check sms email mail post
  bin beim best gift gut hallo hell last linden mitte nord nun ob passt rat see tag wand wer wo golf polo passat mini`.split(
    /\s+/u,
  ),
);

const ARABIC_SCRIPT = /\p{Script=Arabic}/gu;
const LETTERS = /\p{L}/gu;
/** Letters that one of the two languages has and the other has not. */
const PERSIAN_ONLY = /[پچژگکی]/u;
const ARABIC_ONLY = /[ةىيكؤإ]/u;

/**
 * @param before the language of the talk so far; a talk is turned by two words, a new one takes the first
 * @param offered those of the business, its first language first
 */
export function answerIn(text: string, before: string | null, offered: readonly string[]): string | null {
  const spoken = offered.filter(isSpoken);
  const known = before !== null && isSpoken(before) ? before : null;
  return byScript(text, known, spoken) ?? byWords(text, known) ?? known ?? spoken[0] ?? null;
}

function byScript(text: string, before: string | null, spoken: readonly string[]): string | null {
  const letters = text.match(LETTERS)?.length ?? 0;
  const arabic = text.match(ARABIC_SCRIPT)?.length ?? 0;
  if (letters === 0 || arabic * 2 <= letters) return null;
  const written = spoken.filter((language) => language === 'ar' || language === 'fa');
  const alone = written.find((language) => (language === 'fa' ? isOnly(text, 'fa') : isOnly(text, 'ar')));
  const kept = written.find((language) => language === before);
  return alone ?? kept ?? written[0] ?? null;
}

function isOnly(text: string, language: 'ar' | 'fa'): boolean {
  const [own, other] = language === 'fa' ? [PERSIAN_ONLY, ARABIC_ONLY] : [ARABIC_ONLY, PERSIAN_ONLY];
  return own.test(text) && !other.test(text);
}

function byWords(text: string, before: string | null): string | null {
  const words = tokensOf(utteranceOf(text).text).map(({ word }) => word);
  const counted = LANGUAGES.map((language) => ({ code: language.code, signals: signalsIn(words, language) }));
  const [best] = counted.sort((left, right) => right.signals - left.signals);
  return best && best.signals >= (before === null ? 1 : SIGNALS_TO_SWITCH) ? best.code : null;
}

function signalsIn(words: readonly string[], { marks, ordinary }: Language): number {
  return words.filter((word) => !SHARED.has(word) && (marks.has(word) || ordinary.has(word))).length;
}
