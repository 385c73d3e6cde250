/** Claims about agreed times under new zone rules: the wall time stays, the instants follow, and what cannot follow is told. */
import fc from 'fast-check';
import { wallOf } from './localDate';
import { recompute, runtimeRules, type KeptTime, type ZoneRules } from './recompute';
import { offsetAt, toInstant, toLocal } from './zone';
import { rulesAsOf } from './zoneRules.fixture';

const BERLIN = 'Europe/Berlin';
/** No clock change: one hour east of UTC the whole year. */
const NO_SUMMER_TIME = rulesAsOf({ [BERLIN]: 'Africa/Algiers' });

function kept(localStart: string, minutes: number, zone = BERLIN, second = false): KeptTime {
  const found = toInstant(localStart, zone);
  if (found.kind === 'gap') throw new Error(`${localStart} does not exist in ${zone}`);
  const start = found.kind === 'exact' ? found.minute : second ? found.second : found.first;
  const end = start + minutes;
  return { start, end, localStart, localEnd: toLocal(end, zone), zone, offset: offsetAt(start, zone) };
}

test('nothing changes while the rules are those it was computed by', () => {
  const times = [kept('2027-07-01T10:00', 60), kept('2026-10-25T02:30', 30, BERLIN, true)];
  for (const time of times) expect(recompute(time, runtimeRules)).toEqual({ kind: 'same' });
});

test('a summer without summer time: ten is ten, an hour later than it would have been', () => {
  expect(recompute(kept('2027-07-01T10:00', 60), NO_SUMMER_TIME)).toEqual({
    kind: 'moved',
    shift: 60,
    localEnd: '2027-07-01T11:00',
    offset: 60,
  });
  expect(recompute(kept('2027-01-11T10:00', 60), NO_SUMMER_TIME)).toEqual({ kind: 'same' });
});

test('an appointment lasts as long as it did: a clock change within it gives its end another wall time', () => {
  const overNight = kept('2027-03-28T01:00', 120);
  expect(overNight.localEnd).toBe('2027-03-28T04:00');
  expect(recompute(overNight, NO_SUMMER_TIME)).toEqual({
    kind: 'moved',
    shift: 0,
    localEnd: '2027-03-28T03:00',
    offset: 60,
  });
});

test('a wall time that clocks skip now has no instant: the nearest two are told', () => {
  const rules = rulesAsOf({ 'Africa/Algiers': BERLIN });
  const night = kept('2027-03-28T02:30', 30, 'Africa/Algiers');
  expect(recompute(night, rules)).toEqual({ kind: 'gap', nearest: ['2027-03-28T01:59', '2027-03-28T03:00'] });
});

test('an hour that is repeated now is the one whose offset was agreed', () => {
  const night = '2027-10-31T02:30';
  const winter = kept(night, 15, 'Africa/Algiers');
  const summer = kept(night, 15, 'Africa/Tripoli');
  expect(recompute(winter, rulesAsOf({ 'Africa/Algiers': BERLIN }))).toEqual({ kind: 'same' });
  expect(recompute(summer, rulesAsOf({ 'Africa/Tripoli': BERLIN }))).toEqual({ kind: 'same' });
  const far = kept(night, 15, 'Asia/Tokyo');
  expect(recompute(far, rulesAsOf({ 'Asia/Tokyo': BERLIN }))).toMatchObject({ kind: 'moved', offset: 120 });
});

test('a zone that is not known any more is told, not guessed', () => {
  const rules: ZoneRules = { ...runtimeRules, knows: () => false };
  expect(recompute(kept('2027-07-01T10:00', 60), rules)).toEqual({ kind: 'unknown-zone' });
});

test('whatever zone becomes whatever other: wall time and length stay, and a second look finds nothing to do', () => {
  const zones = [
    BERLIN,
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Asia/Tehran',
    'Pacific/Apia',
  ];
  const minute = fc.integer({ min: 29_400_000, max: 33_000_000 });
  const length = fc.integer({ min: 5, max: 600 });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...zones),
      minute,
      length,
      (from, to, start, minutes) => {
        const time: KeptTime = {
          start,
          end: start + minutes,
          localStart: toLocal(start, from),
          localEnd: toLocal(start + minutes, from),
          zone: from,
          offset: offsetAt(start, from),
        };
        const rules = rulesAsOf({ [from]: to });
        const found = recompute(time, rules);
        if (from === to) expect(found).toEqual({ kind: 'same' });
        if (found.kind !== 'moved') return;
        const moved = { start: start + found.shift, end: time.end + found.shift };
        expect(rules.toLocal(moved.start, from)).toBe(time.localStart);
        expect(rules.toLocal(moved.end, from)).toBe(found.localEnd);
        expect(moved.start + found.offset).toBe(wallOf(time.localStart));
        expect(recompute({ ...time, ...moved, ...found }, rules)).toEqual({ kind: 'same' });
      },
    ),
    { numRuns: 500, seed: 20_270_328 },
  );
});
