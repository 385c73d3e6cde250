/** One written sign in all its forms becomes one: widths, presentation forms, digit scripts, quotes, Arabic letter variants. */

const IGNORED = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;
const DIGIT = /^\p{Nd}/u;
const SPACE = /^[\p{Zs}\t\r]/u;
const NEWLINE = /^[\n\v\f\u0085\u2028\u2029]/u;
const MARK = /^\p{M}/u;

/** Signs whose compatibility form means the same: full width, ligatures, Arabic presentation forms, mathematical letters. */
const COMPATIBLE = /^[\uFB00-\uFDFF\uFE70-\uFEFF\uFF01-\uFFEF\u{1D400}-\u{1D7FF}]/u;

const SIGNS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‟': '"',
  '″': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '−': '-',
  '―': '-',
  '،': ',',
  '、': ',',
  '؛': ';',
  '؟': '?',
  '？': '?',
  '٫': '.',
  '٬': ',',
  '。': '.',
  '…': '.',
  // Arabic and Persian keyboards write the same letter in several ways.
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ؤ: 'و',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
};

export type Kind = 'ignored' | 'space' | 'newline' | 'mark' | 'sign';

/** What a code point is to the reader of a message. */
export function kindOf(sign: string): Kind {
  if (sign >= '!' && sign <= '~') return 'sign';
  if (sign === ' ' || SPACE.test(sign)) return 'space';
  if (NEWLINE.test(sign)) return 'newline';
  if (IGNORED.test(sign) || sign === 'ـ') return 'ignored';
  return MARK.test(sign) ? 'mark' : 'sign';
}

/** The sign as people see it, case kept: composed, and with compatibility forms undone where that is safe. */
export function plain(sign: string): string {
  if (COMPATIBLE.test(sign)) return sign.normalize('NFKC');
  return digit(sign) ?? sign.normalize('NFC');
}

/** The sign as patterns see it: lower case, one letter for all variants, ASCII digits and quotes. */
export function folded(sign: string): string {
  const known = SIGNS[sign];
  if (known !== undefined) return known;
  const small = sign.toLowerCase();
  // Letters that grow in lower case (İ) keep their first unit, so that spans stay simple.
  return small.length > sign.length ? small.slice(0, sign.length) : small;
}

/** ASCII for a decimal digit of any script: the digits of a script stand together, zero first (Unicode 4.6). */
function digit(sign: string): string | undefined {
  if (!DIGIT.test(sign)) return undefined;
  const point = sign.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
