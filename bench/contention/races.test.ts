/** Claims about who won a race. */
import { runMany, runRace } from './run';
import { oneHeld, type Told } from './races';

const told = (...kinds: readonly string[]): readonly Told[] => kinds.map((kind) => ({ kind, start: 0 }));

it('is right when one has it and all others were told that it is taken', () => {
  expect(oneHeld(told('taken', 'held', 'taken'))).toBe(true);
  expect(oneHeld(told('taken', 'taken'))).toBe(false);
  expect(oneHeld(told('held', 'held'))).toBe(false);
  expect(oneHeld(told('held', 'error'))).toBe(false);
});

it('an error is an answer, and is told by its SQL state', async () => {
  const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });
  const ran = await runRace([
    () => Promise.resolve({ kind: 'held', start: 0 }),
    () => Promise.reject(deadlock),
  ]);
  expect(ran.told.map(({ kind }) => kind)).toEqual(['held', 'error']);
  expect(ran.errors).toEqual(['40P01']);
});

it('counts the races that went wrong, not the clients', async () => {
  const outcome = await runMany('race', 2, 3, async (n) => ({
    ...(await runRace([() => Promise.resolve({ kind: 'held', start: 0 })])),
    right: n === 1,
  }));
  expect(outcome).toMatchObject({ name: 'race', clients: 2, wrong: 2, errors: [] });
  expect(outcome.millis).toHaveLength(3);
});
