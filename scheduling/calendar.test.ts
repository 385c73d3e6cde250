/** Claims about days that do not exist. */
import { nearestDates } from './calendar';

test.each([
  ['2027-02-31', ['2027-02-28', '2027-03-01']],
  ['2028-02-30', ['2028-02-29', '2028-03-01']],
  ['2027-04-31', ['2027-04-30', '2027-05-01']],
  ['2027-12-32', ['2027-12-31', '2028-01-01']],
  ['2027-03-00', ['2027-02-28', '2027-03-01']],
  ['2027-03-01', ['2027-03-01']],
  ['2027-13-01', []],
  ['31 February', []],
])('around %s the real days are %j', (text, days) => {
  expect(nearestDates(text)).toEqual(days);
});
