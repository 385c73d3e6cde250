/** Claims about the window of a query: days are local and whole, clock changes are never guessed at. */
import { Unprocessable } from '../../platform/errors';
import { windowOf } from './window';

const BERLIN = 'Europe/Berlin';
const minute = (instant: string): number => Date.parse(instant) / 60_000;

function refusal(from: string, to: string): Unprocessable {
  try {
    windowOf({ from, to }, BERLIN);
  } catch (error) {
    if (error instanceof Unprocessable) return error;
    throw error;
  }
  throw new Error('the window was accepted');
}

test('both days are inclusive, and begin at local midnight', () => {
  expect(windowOf({ from: '2026-03-28', to: '2026-03-29' }, BERLIN)).toEqual({
    from: minute('2026-03-27T23:00Z'),
    to: minute('2026-03-29T22:00Z'),
  });
});

test('instants are the first and the last start', () => {
  expect(windowOf({ from: '2026-03-28T10:00:00+01:00', to: '2026-03-28T11:00:00+01:00' }, BERLIN)).toEqual({
    from: minute('2026-03-28T09:00Z'),
    to: minute('2026-03-28T10:01Z'),
  });
});

test('a wall time that the clocks jump over is refused with the times around it', () => {
  const error = refusal('2026-03-29T02:30', '2026-03-30');
  expect(error.code).toBe('gap');
  expect(error.details['choices']).toEqual(['2026-03-29T01:59:00+01:00', '2026-03-29T03:00:00+02:00']);
});

test('a wall time that comes twice is refused with both', () => {
  const error = refusal('2026-10-25T02:30', '2026-10-26');
  expect(error.code).toBe('repeated');
  expect(error.details['choices']).toEqual(['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']);
});

test('a reversed or too large window is refused', () => {
  expect(refusal('2026-03-29', '2026-03-28').code).toBe('reversed-range');
  expect(refusal('2026-03-01', '2026-12-01').code).toBe('window-too-large');
});
