/** What a suite of conversation files reaches of the flows, and what it leaves out. */
import { FLOWS } from '../../../dialogs/flows';
import { BEYOND_FILES } from './beyondFiles';
import { pointsOf } from './points';
import { coverageOf } from './report';

const step = (flow: string, name: string, outcome: string) => ({
  kind: 'step' as const,
  ...{ flow, frame: 'f1', step: name, outcome },
});

test('nothing said reaches nothing', () => {
  const { percent, reached, missing } = coverageOf(FLOWS, []);
  expect({ percent, reached }).toEqual({ percent: 0, reached: 0 });
  expect(missing).toContain('step: book.when');
  expect(missing).toContain('repair: correction');
});

test('a step is reached by being walked, and what it came to with it', () => {
  const { missing } = coverageOf(FLOWS, [{ trace: [step('book', 'when', 'asked')], said: [] }]);
  expect(missing).not.toContain('step: book.when');
  expect(missing).not.toContain('outcome: book.when asked');
  expect(missing).toContain('outcome: book.when settled');
});

test('what a shared step comes to is reached in whichever flow it was', () => {
  const { missing } = coverageOf(FLOWS, [{ trace: [step('availability', 'hold', 'held')], said: [] }]);
  expect(missing).not.toContain('outcome: book.hold held');
  expect(missing).toContain('step: book.hold');
});

test('words of a repair are reached by being said', () => {
  const { missing } = coverageOf(FLOWS, [{ trace: [], said: ['smallTalk.hello'] }]);
  expect(missing).not.toContain('repair: smallTalk.hello');
});

test('whatever is out of reach exists, and is told when it is reached after all', () => {
  const { all } = pointsOf(FLOWS);
  expect(BEYOND_FILES.filter(({ point }) => !all.includes(point))).toEqual([]);
  const { reachedAfterAll } = coverageOf(FLOWS, [{ trace: [step('cancel', 'cancelled', 'over')], said: [] }]);
  expect(reachedAfterAll).toEqual(['outcome: cancel.cancelled over']);
});
