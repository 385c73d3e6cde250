/** Claims about which bodies are the same request. */
import { fingerprint } from './fingerprint';

const print = (text: string): string => fingerprint(JSON.parse(text));

test('spacing and the order of names do not count', () => {
  expect(print('{ "b": [1, 2], "a": {"d": null, "c": "x"} }')).toBe(
    print('{"a":{"c":"x","d":null},"b":[1,2]}'),
  );
});

test.each([
  ['{"a":1}', '{"a":"1"}'],
  ['{"a":[1,2]}', '{"a":[2,1]}'],
  ['{"a":null}', '{}'],
  ['{"a":{"b":1}}', '{"a":[{"b":1}]}'],
  ['{"a":"x","b":"y"}', '{"a":"x\\",\\"b\\":\\"y"}'],
])('%s and %s are two requests', (one, other) => {
  expect(print(one)).not.toBe(print(other));
});
