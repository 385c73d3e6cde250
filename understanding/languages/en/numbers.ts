/** English numbers in words, as far as clocks and calendars need them. */

const UNITS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const TEENS = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS: readonly [string, number][] = [
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
];

const ORDINAL_UNITS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const ORDINAL_TEENS = [
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];

const VALUES = new Map<string, number>([
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['a couple', 2],
  ['a couple of', 2],
  ['few', 3],
  ['a few', 3],
]);
const ORDINALS = new Map<string, number>();

for (const [index, word] of [...UNITS, ...TEENS].entries()) VALUES.set(word, index + 1);
for (const [index, word] of [...ORDINAL_UNITS, ...ORDINAL_TEENS].entries()) ORDINALS.set(word, index + 1);
ORDINALS.set('twentieth', 20);
ORDINALS.set('thirtieth', 30);
for (const [ten, value] of TENS) {
  VALUES.set(ten, value);
  for (const [index, unit] of UNITS.slice(0, 9).entries()) {
    VALUES.set(`${ten} ${unit}`, value + index + 1);
    VALUES.set(`${ten}-${unit}`, value + index + 1);
    ORDINALS.set(`${ten} ${ORDINAL_UNITS[index]}`, value + index + 1);
    ORDINALS.set(`${ten}-${ORDINAL_UNITS[index]}`, value + index + 1);
  }
}

/** Longest first, so that "twenty one" is not read as "twenty". */
function alternatives(words: Iterable<string>): string {
  return [...words].sort((left, right) => right.length - left.length).join('|');
}

/** Source of a pattern for the hour in words, one to twelve. */
export const HOUR_WORD = UNITS.join('|');
/** Source of a pattern for a minute in words, five to fifty-nine. */
export const MINUTE_WORD = alternatives(
  [...VALUES]
    .filter(([word, value]) => value >= 5 && value <= 59 && !word.includes('few'))
    .map(([word]) => word),
);
/** Source of a pattern for a day of the month as a cardinal in words. */
export const CARDINAL = alternatives(
  [...VALUES]
    .filter(([word, value]) => value <= 31 && !/^(?:an?|a? ?couple.*|a? ?few)$/.test(word))
    .map(([word]) => word),
);
/** Source of a pattern for an amount: "3", "three", "a couple of". */
export const AMOUNT = `\\d{1,3}|${alternatives(VALUES.keys())}`;
/** Source of a pattern for a day of the month in words, first to thirty-first. */
export const ORDINAL_WORD = alternatives(
  [...ORDINALS].filter(([, value]) => value <= 31).map(([word]) => word),
);

/** The value of digits or words of this file; not a number for anything else. */
export function numberOf(words: string): number {
  const digits = /^\d{1,4}/.exec(words);
  if (digits) return Number(digits[0]);
  return VALUES.get(words) ?? ORDINALS.get(words) ?? Number.NaN;
}

/** Ordinals as customers pick from a list with them. */
export const ORDINAL_VALUES: ReadonlyMap<string, number> = ORDINALS;
