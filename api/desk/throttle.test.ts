/** Claims about the throttle: guessing is slowed, a typing mistake is not punished, time heals. */
import { TestClock } from '../../platform/clock';
import { createThrottle } from './throttle';

const rules = { failures: 3, windowMillis: 60_000 };

test('after the allowed failures one waits until the oldest is over', () => {
  const clock = new TestClock('2026-03-27T09:00:00Z');
  const throttle = createThrottle(clock, rules);
  for (let i = 0; i < 3; i += 1) {
    expect(throttle.wait('a')).toBe(0);
    throttle.failed('a');
    clock.advance(1000);
  }
  expect(throttle.wait('a')).toBe(57);
  expect(throttle.wait('b')).toBe(0);
  clock.advance(57_000);
  expect(throttle.wait('a')).toBe(0);
});

test('a success forgets the failures before it', () => {
  const throttle = createThrottle(new TestClock(0), rules);
  throttle.failed('a');
  throttle.failed('a');
  throttle.succeeded('a');
  throttle.failed('a');
  expect(throttle.wait('a')).toBe(0);
});

test('it remembers only so many callers', () => {
  const throttle = createThrottle(new TestClock(0), { failures: 1, windowMillis: 60_000, callers: 2 });
  ['a', 'b', 'c'].forEach((who) => throttle.failed(who));
  expect(['a', 'b', 'c'].map((who) => throttle.wait(who) > 0)).toEqual([false, true, true]);
});
