/** Made-up names, numbers, plates and mail addresses in place of real ones: the same one for the same one, wherever it stands. */

/** What is to be replaced; everything else stays as it was written. */
export interface Private {
  readonly names: readonly string[];
  /** As they are stored, E.164. */
  readonly phones: readonly string[];
  readonly plates: readonly string[];
  /** Words that stay although they are part of a name: names of the catalog, ordinary words. */
  readonly kept: ReadonlySet<string>;
}

export type Replace = (text: string) => string;

/** Given names first, then surnames; by script, so that a name is read as the name it stands for. */
const GIVEN: Readonly<Record<Script, readonly string[]>> = {
  latin: ['Robin', 'Kim', 'Noa', 'Luca', 'Toni', 'Sascha', 'Mika', 'Jona'],
  arabic: ['نور', 'هدى', 'ياسر', 'سلمى', 'رامي', 'دانا'],
};
const SURNAMES: Readonly<Record<Script, readonly string[]>> = {
  latin: ['Berger', 'Lindner', 'Carter', 'Novak', 'Keller', 'Moore', 'Sommer', 'Vogt'],
  arabic: ['منصور', 'حداد', 'نجار', 'صالح', 'کریمی', 'رستمی'],
};
type Script = 'latin' | 'arabic';

/** @returns a text with made-up ones in place of the real */
export function replacer(real: Private): Replace {
  const steps = [mails(), plates(real.plates), phones(real.phones), names(real)];
  return (text) => steps.reduce((replaced, step) => step(replaced), text);
}

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu;

function mails(): Replace {
  const made = numbered((count) => `person${String(count)}@example.com`);
  return (text) => text.replace(MAIL, (mail) => made(mail.toLowerCase()));
}

/** The same for the same, counted in the order in which they come. */
function numbered(make: (count: number) => string): (real: string) => string {
  const known = new Map<string, string>();
  return (real) => {
    const made = known.get(real) ?? make(known.size + 1);
    known.set(real, made);
    return made;
  };
}

/** Letters after the town's and all digits are others; case and separators stay as they were written. */
function plates(real: readonly string[]): Replace {
  const made = numbered((count) => String(count));
  const steps = real.map((plate): Replace => {
    const signs = [...plate.replace(/[^\p{L}\p{N}]/gu, '')];
    const count = Number(made(signs.join('').toUpperCase()));
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${signs.map(literally).join('[\\s-]*')}(?![\\p{L}\\p{N}])`,
      'giu',
    );
    return (text) => text.replace(pattern, (found) => otherPlate(found, count));
  });
  return (text) => steps.reduce((replaced, step) => step(replaced), text);
}

function otherPlate(found: string, count: number): string {
  const town = /^\p{L}+/u.exec(found)?.[0].length ?? 0;
  // written without a separator the town's letters cannot be told from the others
  const kept = /^\p{L}+[\s-]/u.test(found) ? town : 1;
  let digits = 0;
  return [...found]
    .map((sign, index) => {
      if (index < kept) return sign;
      if (/\p{Nd}/u.test(sign)) return String(((count + 3 + digits++) % 9) + 1);
      if (/\p{Lu}/u.test(sign)) return 'X';
      return /\p{Ll}/u.test(sign) ? 'x' : sign;
    })
    .join('');
}

function literally(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** Digits with what people write between them; a date or a clock time is none. */
const PHONE =
  /(?<![\p{L}\p{Nd}]|\p{Nd}[.:/-])(\+|00|0)?\p{Nd}(?:[ ()/-]{0,2}\p{Nd}){6,14}(?![\p{L}\p{Nd}]|[.:-]\p{Nd})/gu;
const OWN_DIGITS = 7;

/** The last seven digits are others: the country and the network stay, so that it is a number of the same kind. */
function phones(real: readonly string[]): Replace {
  const endings = new Set(real.map(endingOf));
  const made = numbered((count) => String(5_550_100 + count));
  return (text) =>
    text.replace(PHONE, (found: string, prefix: string | undefined) => {
      const ending = endingOf(found);
      const isPhone = endings.has(ending) || (prefix !== undefined && digitsOf(found).length >= 9);
      return isPhone ? withEnding(found, made(ending)) : found;
    });
}

function digitsOf(text: string): string {
  return [...text].map(digitOf).join('');
}

/** Its value in any script; nothing for what is no digit. */
function digitOf(sign: string): string {
  if (!/\p{Nd}/u.test(sign)) return '';
  const code = sign.codePointAt(0) ?? 0;
  const zeros = [0x30, 0x660, 0x6f0];
  const zero = zeros.find((each) => code >= each && code < each + 10);
  return zero === undefined ? '' : String(code - zero);
}

function endingOf(phone: string): string {
  return digitsOf(phone).slice(-OWN_DIGITS);
}

function withEnding(found: string, ending: string): string {
  const signs = [...found];
  let left = ending.length;
  for (let index = signs.length - 1; index >= 0 && left > 0; index -= 1)
    if (digitOf(signs[index] ?? '') !== '') signs[index] = ending[(left -= 1)] ?? '';
  return signs.join('');
}

/** Word by word: whoever is called by their first name alone is still the same. */
function names({ names: real, kept }: Private): Replace {
  const made = new Map<string, string>();
  for (const name of real) {
    for (const [index, word] of name
      .split(/\s+/u)
      .filter((each) => each !== '')
      .entries()) {
      const key = word.toLowerCase();
      if (!made.has(key) && !kept.has(key)) made.set(key, madeUpWord(word, index, made.size));
    }
  }
  return (text) => text.replace(/[\p{L}\p{M}'’-]+/gu, (word) => inCaseOf(word, made.get(word.toLowerCase())));
}

function madeUpWord(word: string, index: number, count: number): string {
  const script = /\p{Script=Arabic}/u.test(word) ? 'arabic' : 'latin';
  const list = (index === 0 ? GIVEN : SURNAMES)[script];
  return list[count % list.length] ?? word;
}

function inCaseOf(word: string, made: string | undefined): string {
  if (made === undefined) return word;
  if (word === word.toLowerCase()) return made.toLowerCase();
  return word === word.toUpperCase() && word.length > 1 ? made.toUpperCase() : made;
}
