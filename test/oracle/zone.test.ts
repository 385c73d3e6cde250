/** Claims about local time and UTC minutes, held against the runtime's own clock around unusual clock changes. */
import fc from 'fast-check';
import { dayBounds, offsetAt, toInstant, toLocal } from '../../scheduling/zone';
import { CLOCK_CHANGES } from './arbitraryAsk';
import { localText, minutesShowing, wallAt } from './wallClock';

const options = { numRuns: process.env.NOBAT_LONG ? 3000 : 300, seed: 20111230 };

/** A minute within about a day of a clock change, most often close to it. */
const nearAChange = fc
  .tuple(
    fc.constantFrom(...CLOCK_CHANGES),
    fc.oneof(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -1600, max: 1600 })),
  )
  .map(([{ zone, around }, away]) => ({
    zone,
    minute: Date.parse(around.replace('Z', ':00Z')) / 60_000 + away,
  }));

test('an instant shows the wall time that the runtime shows', () => {
  fc.assert(
    fc.property(nearAChange, ({ zone, minute }) => {
      expect(toLocal(minute, zone)).toBe(localText(wallAt(minute, zone)));
    }),
    options,
  );
});

test('a wall time is an instant, a gap or a repeat exactly as often as a clock on the wall shows it', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(nearAChange, ({ zone, minute }) => {
      const local = new Date((minute + offsetAt(minute - 1440, zone)) * 60_000).toISOString().slice(0, 16);
      const found = toInstant(local, zone);
      kinds.add(found.kind);
      const shown = minutesShowing(local, zone);
      if (found.kind === 'exact') expect(shown).toEqual([found.minute]);
      if (found.kind === 'repeated') expect(shown).toEqual([found.first, found.second]);
      if (found.kind === 'gap') {
        expect(shown).toEqual([]);
        const [before, after] = [toInstant(found.before, zone), toInstant(found.after, zone)];
        expect(found.before < local && local < found.after).toBe(true);
        expect([before.kind, after.kind]).toEqual(['exact', 'exact']);
        if (before.kind === 'exact' && after.kind === 'exact') expect(after.minute - before.minute).toBe(1);
      }
    }),
    options,
  );
  expect([...kinds].sort()).toEqual(['exact', 'gap', 'repeated']);
});

test('the bounds of a local day hold all of its minutes and begin and end with one', () => {
  fc.assert(
    fc.property(nearAChange, ({ zone, minute }) => {
      const { date } = wallAt(minute, zone);
      const { from, to } = dayBounds(date, zone);
      expect(from <= minute && minute < to).toBe(true);
      expect([wallAt(from, zone).date, wallAt(to - 1, zone).date]).toEqual([date, date]);
    }),
    options,
  );
});
