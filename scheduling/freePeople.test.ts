/** Claims about who is free at ascending starts. */
import { freePeople } from './freePeople';

const ali = { id: 'ali', blocked: [10, 20, 40, 50] };
const jana = { id: 'jana', blocked: [15, 30] };

test('the free are named in order, as their blocked stretches begin and end', () => {
  const starts = [0, 12, 20, 35, 45, 60];
  const named = freePeople([ali, jana], starts).map((each) => each.join(' '));
  expect(named).toEqual(['ali jana', 'jana', 'ali', 'ali jana', 'jana', 'ali jana']);
});

test('what began before the first start and what ends behind the last counts', () => {
  expect(freePeople([ali, jana], [16, 19])).toEqual([[], []]);
  expect(freePeople([ali, jana], [41])).toEqual([['jana']]);
});

test('a stretch between two starts blocks neither of them', () => {
  expect(freePeople([{ id: 'ali', blocked: [11, 19] }, jana], [10, 20])).toEqual([['ali', 'jana'], ['ali']]);
});

test('the same list is given until somebody’s state changes', () => {
  const [first, second, third] = freePeople([ali, { id: 'tom', blocked: [] }], [0, 9, 10]);
  expect(first).toBe(second);
  expect(second).not.toBe(third);
});

test('a hundred people are as many as three, whatever their place in a word of bits', () => {
  const people = Array.from({ length: 100 }, (_, at) => ({
    id: `p${at}`,
    blocked: at % 3 === 0 ? [5, 9] : [],
  }));
  const expected = people.filter((_, at) => at % 3 !== 0).map((person) => person.id);
  expect(freePeople(people, [5, 9])).toEqual([expected, people.map((person) => person.id)]);
});

test('a lone person is free whenever somebody is, and nobody needed means no names', () => {
  expect(freePeople([ali], [25])).toEqual([['ali']]);
  expect(freePeople([], [25])).toEqual([[]]);
});
