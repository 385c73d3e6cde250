/** Claims about who is free at ascending starts. */
import { FreePeople } from './freePeople';

test('the free are named in order, as their blocked stretches begin and end', () => {
  const people = new FreePeople([
    { id: 'ali', blocked: [10, 20, 40, 50] },
    { id: 'jana', blocked: [15, 30] },
  ]);
  const answers = [0, 12, 20, 35, 45, 60].map((start) => people.at(start).join(' '));
  expect(answers).toEqual(['ali jana', 'jana', 'ali', 'ali jana', 'jana', 'ali jana']);
});

test('the answer is the same array until somebody’s state changes', () => {
  const people = new FreePeople([
    { id: 'ali', blocked: [10, 20] },
    { id: 'jana', blocked: [] },
  ]);
  expect(people.at(0)).toBe(people.at(9));
  expect(people.at(10)).not.toBe(people.at(20));
});

test('a lone person is free whenever somebody is, and nobody needed means no names', () => {
  expect(new FreePeople([{ id: 'ali', blocked: [10, 20] }]).at(25)).toEqual(['ali']);
  expect(new FreePeople([]).at(25)).toEqual([]);
});
