/** SMS parts against a calculation of its own making. */
import fc from 'fast-check';
import { asGsm, segmentsOf } from './segments';

const EXTENDED = '^{}\\[~]|€\f';
const anyText = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'abc XYZ019äöüßÄÖÜéà£¥Δ\n?!') },
    { weight: 2, arbitrary: fc.constantFrom(...EXTENDED) },
    { weight: 1, arbitrary: fc.constantFrom('😀', '’', 'س', 'ç', 'ی') },
  ),
  { maxLength: 700 },
);

/** The number of parts, found by walking a row of units with the pairs marked as inseparable. */
function partsByWalking(text: string, gsm: boolean): number {
  const units = [...text].map((one) => (gsm ? (EXTENDED.includes(one) ? 2 : 1) : one.length));
  const total = units.reduce((sum, unit) => sum + unit, 0);
  if (total === 0) return 0;
  if (total <= (gsm ? 160 : 70)) return 1;
  const room = gsm ? 153 : 67;
  let [parts, left] = [1, room];
  for (const unit of units) {
    if (unit > left) [parts, left] = [parts + 1, room];
    left -= unit;
  }
  return parts;
}

it('parts join to the text, none is too long, and there are as few as can be', () => {
  fc.assert(
    fc.property(anyText, (characters) => {
      const text = characters.join('');
      const { encoding, parts } = segmentsOf(text);
      const gsm = !/[😀’سçی]/u.test(text);
      expect(encoding).toBe(gsm ? 'gsm-7' : 'ucs-2');
      expect(parts.join('')).toBe(text);
      expect(parts).toHaveLength(partsByWalking(text, gsm));
      expect(parts.every((part) => !/\p{Surrogate}/u.test(part))).toBe(true);
    }),
    { seed: 7, numRuns: 500 },
  );
});

describe('at the edges', () => {
  it.each([
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    ['a'.repeat(152) + '€'.repeat(10), 'gsm-7', 172, 2],
    ['س'.repeat(70), 'ucs-2', 70, 1],
    ['س'.repeat(71), 'ucs-2', 71, 2],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
    ['😀'.repeat(67), 'ucs-2', 134, 3],
    ['', 'gsm-7', 0, 0],
  ])('%#: %s…', (text, encoding, units, count) => {
    const segments = segmentsOf(text);
    expect([segments.encoding, segments.units, segments.parts.length]).toEqual([encoding, units, count]);
  });

  it('an escaped character is not torn in two', () => {
    const { parts } = segmentsOf('a'.repeat(152) + '€'.repeat(10));
    expect(parts[0]).toBe('a'.repeat(152));
    expect(parts[1]).toBe('€'.repeat(10));
  });
});

describe('typography', () => {
  it('quotes, dashes and spaces of typesetters become those of telephones', () => {
    const plain = asGsm('“It’s 10:00 – 11:00”…\u00a0„Grüße“ \u2068B-XY 123\u2069');
    expect(plain).toBe('"It\'s 10:00 - 11:00"... "Grüße" B-XY 123');
    expect(segmentsOf(plain).encoding).toBe('gsm-7');
  });

  it('a text in another script keeps its own', () => {
    expect(asGsm('«سلام» – ok')).toBe('«سلام» – ok');
  });
});
