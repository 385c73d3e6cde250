/** Claims about reading JSON: what two readers would read differently is refused. */
import { BadRequest } from '../platform/errors';
import { strictJson } from './strictJson';

test.each([
  ['{"a": [1, -2.5e3, "x\\"y", {"a": null}], "b": "a"}'],
  ['"text : \\" {"'],
  ['[{"a": 1}, {"a": 1}]'],
  ['{"a": {"a": {"a": true}}}'],
])('%s is read as JSON.parse reads it', (text) => {
  expect(strictJson(text)).toEqual(JSON.parse(text));
});

test.each([
  ['', 'is not JSON'],
  ['{"a": 1,}', 'is not JSON'],
  ["{'a': 1}", 'is not JSON'],
  ['NaN', 'is not JSON'],
  ['{"a": 1, "a": 2}', 'twice'],
  ['{"a": 1, "\\u0061": 2}', 'twice'],
  ['{"a": 1, "b": {"c": 1}, "a"   : 2}', 'twice'],
  ['[1e400]', 'out of range'],
  ['{"a": -1E999}', 'out of range'],
  ['['.repeat(17) + ']'.repeat(17), 'nested'],
])('%s is refused', (text, why) => {
  expect(() => strictJson(text)).toThrow(BadRequest);
  expect(() => strictJson(text)).toThrow(why);
});

test('names that are special to JavaScript change nothing', () => {
  const value = strictJson(
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});
