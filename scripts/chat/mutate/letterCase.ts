/** Letters as a hurried or an angry person writes them: all small, all capitals, or as they stood. */
import type { Random } from './random';
import type { Piece } from './spared';

export function inOtherCase(pieces: readonly Piece[], random: Random): string {
  const change = random.pick<(text: string) => string>([
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text,
  ]);
  return pieces.map(({ text, free }) => (free ? change(text) : text)).join('');
}
