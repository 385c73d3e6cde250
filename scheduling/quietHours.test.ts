/** Claims about quiet hours on the wall clock. */
import { afterQuiet, isQuiet } from './quietHours';
import { instantAround, toLocal } from './zone';

const NIGHT = { from: '21:00', to: '08:00' };
const at = (local: string, zone = 'Europe/Berlin'): number => instantAround(local, zone);

test('a night begins with its first minute and is over with its last', () => {
  const quiet = ['20:59', '21:00', '23:59', '00:00', '07:59', '08:00'].map((time) =>
    isQuiet(at(`2026-03-10T${time}`), NIGHT, 'Europe/Berlin'),
  );
  expect(quiet).toEqual([false, true, true, true, true, false]);
});

test('a rest at noon is quiet, the night is not', () => {
  const noon = { from: '12:00', to: '14:00' };
  const quiet = ['11:59', '12:00', '13:59', '14:00', '02:00'].map((time) =>
    isQuiet(at(`2026-03-10T${time}`), noon, 'Europe/Berlin'),
  );
  expect(quiet).toEqual([false, true, true, false, false]);
});

test('what falls into the night waits for the morning, all else goes at once', () => {
  const sent = ['2026-03-10T15:00', '2026-03-10T22:30', '2026-03-11T03:00'].map((local) =>
    toLocal(afterQuiet(at(local), NIGHT, 'Europe/Berlin'), 'Europe/Berlin'),
  );
  expect(sent).toEqual(['2026-03-10T15:00', '2026-03-11T08:00', '2026-03-11T08:00']);
});

test('quiet hours that never are leave every minute free', () => {
  expect(isQuiet(at('2026-03-10T08:00'), { from: '08:00', to: '08:00' }, 'Europe/Berlin')).toBe(false);
});

test('an end that clocks jump over is the first minute behind it, a repeated one is waited for twice', () => {
  const zone = 'Europe/Berlin';
  const gap = afterQuiet(at('2026-03-29T00:30'), { from: '22:00', to: '02:30' }, zone);
  expect(toLocal(gap, zone)).toBe('2026-03-29T03:00');
  const repeat = { from: '22:00', to: '02:30' };
  const first = at('2026-10-25T02:30');
  expect(afterQuiet(at('2026-10-25T00:30'), repeat, zone)).toBe(first);
  expect(afterQuiet(first + 30, repeat, zone)).toBe(first + 60);
});

test('the night is the one where they are', () => {
  const minute = at('2026-03-10T12:00', 'UTC');
  expect([isQuiet(minute, NIGHT, 'Asia/Tokyo'), isQuiet(minute, NIGHT, 'America/Lima')]).toEqual([
    true,
    true,
  ]);
  expect(isQuiet(minute, NIGHT, 'Africa/Cairo')).toBe(false);
});
