/** Counts and splits the parts an SMS travels in, and spares the reader's phone bill typographic quotes. */

export interface Segments {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** Septets or UTF-16 units of the whole text. */
  readonly units: number;
  readonly parts: readonly string[];
}

/** GSM 03.38 basic set; the escape code itself is no character. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
    'abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Two septets each. */
const EXTENDED = new Set('\f^{}\\[~]|€');

const PLAIN: Readonly<Record<string, string>> = {
  ...spelled("'", '‘’‚‛′´`'),
  ...spelled('"', '“”„‟″«»'),
  ...spelled('-', '‐‑‒–—―−•·'),
  ...spelled(' ', '\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t'),
  ...spelled('', '\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff'),
  '…': '...',
  '‹': "'",
  '›': "'",
};

/**
 * The parts in which the text is carried: 160 septets alone or 153 in a row, 70 or 67 units as soon as one character
 * is outside GSM-7. Neither an escaped character nor a surrogate pair is ever split (3GPP TS 23.038, 23.040).
 */
export function segmentsOf(text: string): Segments {
  const characters = [...text];
  const gsm = characters.every((character) => BASIC.has(character) || EXTENDED.has(character));
  const costs = characters.map((character) => (gsm ? septets(character) : character.length));
  const units = costs.reduce((sum, cost) => sum + cost, 0);
  const [alone, inARow] = gsm ? [160, 153] : [70, 67];
  const parts = units <= alone ? [text] : split(characters, costs, inARow);
  return { encoding: gsm ? 'gsm-7' : 'ucs-2', units, parts: text === '' ? [] : parts };
}

/**
 * The same words in GSM-7 where typography alone stands in the way ("smart" quotes, dashes, no-break spaces);
 * otherwise the text as it was: an Arabic text gains nothing by it.
 */
export function asGsm(text: string): string {
  const plain = [...text].map((character) => PLAIN[character] ?? character).join('');
  return segmentsOf(plain).encoding === 'gsm-7' ? plain : text;
}

function septets(character: string): number {
  return EXTENDED.has(character) ? 2 : 1;
}

function split(characters: readonly string[], costs: readonly number[], room: number): string[] {
  const parts: string[] = [];
  let [part, used] = ['', 0];
  characters.forEach((character, index) => {
    const cost = costs[index] ?? 1;
    if (used + cost > room) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += character;
    used += cost;
  });
  return [...parts, part];
}

function spelled(plain: string, characters: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, plain]));
}
