/** Claims about waiting: longer each time, never beyond the ceiling, spread over the upper half. */

import { backoffMillis } from './backoff';

describe('the wait before another try', () => {
  test('doubles up to twenty seconds', () => {
    expect([0, 1, 2, 3, 20, 2000].map((failures) => backoffMillis(failures, 1))).toEqual([
      500, 1000, 2000, 4000, 20_000, 20_000,
    ]);
  });

  test('is spread from half of it to the whole', () => {
    expect(backoffMillis(3, 0)).toBe(2000);
    expect(backoffMillis(3, 0.5)).toBe(3000);
  });
});
