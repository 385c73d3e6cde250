/** Claims about the order in which combinations are tried. */
import { combinations } from './combinations';

const distinct = (lists: readonly (readonly string[])[], steady = false): string[] => [
  ...new Set([...combinations(lists, steady)].map((each) => each.join(''))),
];

test('all lists move on together first, so that racing clients spread; then everything else', () => {
  expect(
    distinct([
      ['a', 'b'],
      ['1', '2', '3'],
    ]),
  ).toEqual(['a1', 'b2', 'a3', 'a2', 'b1', 'b3']);
});

test('when steady, the first choice of the first list is kept as long as it can', () => {
  expect(
    distinct(
      [
        ['a', 'b'],
        ['1', '2', '3'],
      ],
      true,
    ),
  ).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
});

test('an empty list has no combination, and no lists have one', () => {
  expect(distinct([['a'], []])).toEqual([]);
  expect([...combinations([], false)][0]).toEqual([]);
});
