/** Clocks of tests, and the clock that every process and every restart shares. */

import { shiftedClock, systemClock, TestClock } from './clock';
import type { Database } from './database';
import { correctedClock, openClock } from './processClock';
import { testDatabase } from '../test/setup/database';

const HOUR = 3_600_000;

describe('a test clock', () => {
  it('stands still until it is moved', () => {
    const clock = new TestClock('2026-03-27T09:00:00+01:00');
    expect(clock.now()).toBe(Date.UTC(2026, 2, 27, 8));
    clock.advance(HOUR);
    expect(clock.now()).toBe(Date.UTC(2026, 2, 27, 9));
    clock.set(0);
    expect(clock.now()).toBe(0);
  });

  it('refuses what is no instant', () => {
    expect(() => new TestClock('tomorrow')).toThrow(RangeError);
  });
});

describe('the clock of a process', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  afterEach(() => database.sequelize.query('DELETE FROM system.clock'));

  it('starts where CLOCK says, and every later start runs on from there, whatever it is given', async () => {
    const machine = new TestClock('2030-01-01T00:00:00Z');
    const given = Date.UTC(2026, 2, 27, 8);
    const first = await openClock(database, given, machine);
    expect(first.now()).toBe(given);
    machine.advance(2 * HOUR);
    const restarted = await openClock(database, given, machine);
    const another = await openClock(database, Date.UTC(1999, 0, 1), machine);
    const without = await openClock(database, undefined, machine);
    expect([first, restarted, another, without].map((clock) => clock.now() - given)).toEqual(
      Array(4).fill(2 * HOUR),
    );
  });

  it('is set right by the clock of the database when the machine’s is wrong', async () => {
    const slow = shiftedClock(systemClock, -3 * HOUR);
    const corrected = await correctedClock(database, slow);
    expect(Math.abs(corrected.now() - systemClock.now())).toBeLessThan(1_000);
  });

  it('is the machine’s when both agree as far as can be told', async () => {
    expect(await openClock(database, undefined)).toBe(systemClock);
  });
});
