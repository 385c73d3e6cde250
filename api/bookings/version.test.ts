/** Claims about If-Match: only the very version that was named may be changed. */
import { PreconditionFailed } from '../../platform/errors';
import { assertMatches, etagOf } from './version';

const naming = (value: string | undefined): { get: () => string | undefined } => ({ get: () => value });
const check = (value: string | undefined): void => assertMatches(naming(value) as never, { version: 3 });

test.each([[undefined], ['*'], ['"3"'], ['"1", "3"']])('%s allows version 3', (value) => {
  expect(() => check(value)).not.toThrow();
});

test.each([['"2"'], ['3'], ['W/"3"'], ['"33"'], ['""'], ['"1","2"']])('%s does not', (value) => {
  expect(() => check(value)).toThrow(PreconditionFailed);
});

test('a tag is a quoted version', () => {
  expect(etagOf({ version: 12 })).toBe('"12"');
});
