/** One slip of the thumb in a message: two letters swapped, one left out, one doubled, or the key beside it. */
import type { Random } from './random';
import type { Piece } from './spared';

/** Shorter words become other words. */
const SHORTEST = 4;

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

type Slip = (word: string, at: number, random: Random) => string;

const swapped: Slip = (word, at) =>
  word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
const dropped: Slip = (word, at) => word.slice(0, at) + word.slice(at + 1);
const doubled: Slip = (word, at) => word.slice(0, at + 1) + word.slice(at);
const besides: Slip = (word, at, random) => {
  const letter = word[at] ?? '';
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return doubled(word, at, random);
  const place = row.indexOf(letter.toLowerCase());
  const near = place === 0 ? 1 : place === row.length - 1 ? place - 1 : place + (random.below(2) * 2 - 1);
  return word.slice(0, at) + (row[near] ?? letter) + word.slice(at + 1);
};

/** The message with one typo; the same where no word can bear one. */
export function withTypo(pieces: readonly Piece[], random: Random): string {
  const places = pieces.flatMap(({ text, free }, index) => (free && text.length >= SHORTEST ? [index] : []));
  const place = places[random.below(places.length)];
  return pieces.map(({ text }, index) => (index === place ? slip(text, random) : text)).join('');
}

/** The first letter is the one that people get right. */
function slip(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const made = random.pick<Slip>([swapped, dropped, doubled, besides])(word, at, random);
  return made === word ? dropped(word, at, random) : made;
}
