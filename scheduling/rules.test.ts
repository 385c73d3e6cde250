/** Claims about the rules on when an appointment may begin. */
import { branchOf } from './ask';
import type { Minute } from './business';
import { refusals, type Refusal } from './rules';
import { berlin, workshop } from './workshop.fixture';

function refusalsOf(start: Minute, now: Minute, branch = 'mitte'): readonly Refusal[] {
  return refusals({ business: workshop, branch: branchOf(workshop, branch), duration: 45, start, now });
}

const codes = (start: string, now: string): string[] =>
  refusalsOf(berlin(start), berlin(now)).map((each) => each.code);

test('minimum notice is inclusive: at 10:00, 11:00 is allowed, and 11:00 no more at 10:01', () => {
  expect(codes('2026-03-10T11:00', '2026-03-10T10:00')).toEqual([]);
  expect(refusalsOf(berlin('2026-03-10T11:00'), berlin('2026-03-10T10:01'))).toEqual([
    { code: 'too-soon', earliest: berlin('2026-03-10T11:01'), noticeMinutes: 60 },
  ]);
});

test('what is over is past, and not too soon besides', () => {
  expect(codes('2026-03-10T09:45', '2026-03-10T10:00')).toEqual(['past']);
});

test('the horizon is inclusive and elapsed: sixty times 24 hours, whatever the clocks did', () => {
  const now = berlin('2026-03-02T09:00');
  expect(refusalsOf(berlin('2026-05-01T10:00'), now)).toEqual([]);
  expect(refusalsOf(berlin('2026-05-01T10:15'), now)).toEqual([
    { code: 'beyond-horizon', latest: now + 60 * 1440, horizonDays: 60 },
  ]);
});

test('the service has to end by closing time', () => {
  expect(codes('2026-03-10T16:15', '2026-03-10T09:00')).toEqual([]);
  expect(refusalsOf(berlin('2026-03-10T16:30'), berlin('2026-03-10T09:00'))).toEqual([
    {
      code: 'closed',
      date: '2026-03-10',
      hours: [{ from: 480, to: 1020 }],
      lastStart: berlin('2026-03-10T16:15'),
      reason: null,
    },
  ]);
});

test('a closed day has no hours, no last start, and says why if the business did', () => {
  expect(refusalsOf(berlin('2026-03-15T10:00'), berlin('2026-03-10T09:00'))).toEqual([
    { code: 'closed', date: '2026-03-15', hours: [], lastStart: null, reason: null },
  ]);
  const [closed] = refusalsOf(berlin('2026-04-03T10:00'), berlin('2026-03-10T09:00'));
  expect(closed).toMatchObject({ code: 'closed', hours: [], reason: 'Good Friday' });
});

test('off the grid the neighbours on it are named', () => {
  expect(refusalsOf(berlin('2026-03-10T11:07'), berlin('2026-03-10T09:00'))).toEqual([
    { code: 'off-grid', before: berlin('2026-03-10T11:00'), after: berlin('2026-03-10T11:15'), step: 15 },
  ]);
});

test('everything that speaks against a start is said, the weightiest first', () => {
  expect(codes('2026-06-14T10:07', '2026-03-10T09:00')).toEqual(['beyond-horizon', 'closed', 'off-grid']);
});
