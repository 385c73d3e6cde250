/** One slip of the thumb in a word: a letter left out or doubled, two that changed places, or the key beside the right one. */
import type { RuleWords } from '../languages/ruleWords';
import { distance } from './distance';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
/** Longer words are known by what is right in them, whatever the slip; in a short one another letter is another word. */
const LONG = 6;

/** Whether `typed` may be `word` with one slip. The first letter is the one that people get right. */
export function isSlip(typed: string, word: string): boolean {
  if (typed === word || Math.abs(typed.length - word.length) > 1) return false;
  if (!beginsAlike(typed, word) || distance(typed, word, 1) > 1) return false;
  if (word.length >= LONG || typed.length < word.length) return true;
  return typed.length > word.length
    ? isDoubled(typed, word)
    : isSwap(typed, word) || isKeyBeside(typed, word);
}

/** The letter too many stands beside its like. */
function isDoubled(typed: string, word: string): boolean {
  return [...typed].some(
    (letter, at) => letter === typed[at + 1] && typed.slice(0, at) + typed.slice(at + 1) === word,
  );
}

function beginsAlike(typed: string, word: string): boolean {
  return typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0]);
}

function differences(typed: string, word: string): readonly number[] {
  return [...typed].flatMap((letter, at) => (letter === word[at] ? [] : [at]));
}

function isSwap(typed: string, word: string): boolean {
  const [first = 0, second = 0, ...more] = differences(typed, word);
  return more.length === 0 && typed[first] === word[second] && typed[second] === word[first];
}

function isKeyBeside(typed: string, word: string): boolean {
  const [at = 0] = differences(typed, word);
  const [left, right] = [placeOf(typed[at] ?? ''), placeOf(word[at] ?? '')];
  return (
    left !== null && right !== null && Math.abs(left[0] - right[0]) <= 1 && Math.abs(left[1] - right[1]) <= 1
  );
}

/** Row and place of a key. */
function placeOf(letter: string): readonly [number, number] | null {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  return letter === '' || row < 0 ? null : [row, ROWS[row]?.indexOf(letter) ?? 0];
}

/** How readily each slip is made: letters that changed places tell more than a key beside. */
const READILY = { swapped: 4, doubled: 4, missing: 2, other: 1 } as const;

function readiness(typed: string, word: string): number {
  if (typed.length < word.length) return READILY.missing;
  if (typed.length > word.length) return isDoubled(typed, word) ? READILY.doubled : READILY.other;
  return isSwap(typed, word) ? READILY.swapped : READILY.other;
}

/** The word that was meant: the likeliest slip from what patterns name most often; null when none or several are as likely. */
export function meantBy(typed: string, { often: words, pieces }: RuleWords): string | null {
  if (typed.length < 3 || pieces.has(typed)) return null;
  let [best, most, alone] = ['', 0, false];
  for (const [word, often] of words) {
    if (word.length < 4 || often * READILY.swapped < most || !isSlip(typed, word)) continue;
    const likely = often * readiness(typed, word);
    if (likely < most) continue;
    [best, alone] = [word, likely > most];
    most = likely;
  }
  return alone ? best : null;
}
