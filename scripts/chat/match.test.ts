/** What counts as a match in a conversation file. */
import { countAt, holds, matchesPattern, valueAt } from './match';

describe('a pattern', () => {
  const said = 'Oil change, Saturday 28 March, 10:00.\nShall I book it?';

  it.each(['…28 March…10:00…', '…28march…', '…shall I BOOK it?', '/28\\s+march/', '/BOOK/'])(
    '%s matches',
    (pattern) => {
      expect(matchesPattern(pattern, said)).toBe(true);
    },
  );

  it.each(['28 March', '…10:00…28 March…', '/^28/', '…Oil.change…', '…11:00…'])('%s does not', (pattern) => {
    expect(matchesPattern(pattern, said)).toBe(false);
  });

  it('does not see the marks that set codes apart in right-to-left text', () => {
    expect(matchesPattern('…B-XY 123…', 'خودرو \u2068B-XY 123\u2069')).toBe(true);
    expect(matchesPattern('/^B-XY 123$/', '\u2068B-XY 123\u2069')).toBe(true);
  });
});

describe('a path', () => {
  const state = {
    bookings: [{ people: ['Ali', 'Jana'], price: 148.5, asset: null }],
    customer: { optedOut: false },
  };

  it('reaches into lists and objects, and nowhere else', () => {
    expect(valueAt(state, 'bookings[0].people[1]')).toBe('Jana');
    expect(valueAt(state, 'bookings[1].people[0]')).toBeUndefined();
    expect(valueAt(state, 'bookings.length')).toBe(1);
    expect(valueAt(state, 'customer.constructor')).toBeUndefined();
    expect(countAt(state, 'bookings[0].people')).toBe(2);
    expect(countAt(state, 'holds')).toBe(0);
  });

  it.each([
    [148.5, '=', '148.50', true],
    [148.5, '>=', '149', false],
    [false, '=', 'false', true],
    ['cancelled', '~', 'cancel', true],
    [['Ali', 'Jana'], '~', 'Jana', true],
    [['Ali', 'Jana'], '!~', 'Tom', true],
    ['2027-04-15T10:00', '<=', '2027-04-15T10:15', true],
    [undefined, '=', 'anything', false],
    [null, '!=', 'anything', true],
    [undefined, '~', 'x', false],
    [undefined, '>=', '0', false],
  ] as const)('%j %s %s is %s', (actual, operator, expected, verdict) => {
    expect(holds(actual, operator, expected)).toBe(verdict);
  });
});
