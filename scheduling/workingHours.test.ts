/** Claims about people with hours of their own, within those of their branch. */
import { assign } from './assign';
import type { StartAsk } from './ask';
import { availability } from './availability';
import type { Resource } from './business';
import { explain } from './explain';
import { berlin, serviceOf, workshop } from './workshop.fixture';
import { toLocal } from './zone';

/** Asks of Jana alone, with what is hers. */
function ask(start: string, own: Partial<Resource>): StartAsk {
  const resources = workshop.resources.map((each) => (each.id === 'jana' ? { ...each, ...own } : each));
  return {
    business: { ...workshop, resources },
    service: serviceOf('oil-change'),
    branch: 'mitte',
    person: 'jana',
    start: berlin(start),
    now: berlin('2026-03-09T10:00'),
    busy: new Map(),
  };
}

const times = (own: Partial<Resource>, day: string): string[] => {
  const given = ask(`${day}T00:00`, own);
  return availability({ ...given, from: given.start, to: given.start + 1440 }).map((slot) =>
    toLocal(slot.start, 'Europe/Berlin').slice(11),
  );
};

const mornings = { hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 420, to: 720 })) };

test('a person begins when the branch opens and ends with their own shift', () => {
  const offered = times(mornings, '2026-03-10');
  expect([offered[0], offered.at(-1)]).toEqual(['08:00', '11:15']);
});

test('a day off is a day without slots, an extra shift one within the opening hours', () => {
  const off = [{ date: '2026-03-10', open: [], reason: 'Training' }];
  expect(times({ exceptions: off }, '2026-03-10')).toEqual([]);
  expect(times({ exceptions: off }, '2026-03-11')).toHaveLength(34);
  const extra = [{ date: '2026-03-14', open: [{ from: 660, to: 900 }], reason: null }];
  const saturday = times({ ...mornings, exceptions: extra }, '2026-03-14');
  expect([saturday[0], saturday.at(-1)]).toEqual(['11:00', '12:15']);
  expect(times(mornings, '2026-03-14')).toEqual([]);
});

test('a closed day of the branch closes for people without hours of their own and with them', () => {
  expect(times({}, '2026-04-03')).toEqual([]);
  expect(times({ exceptions: [{ date: '2026-04-02', open: [], reason: null }] }, '2026-04-03')).toEqual([]);
  expect(times(mornings, '2026-04-03')).toEqual([]);
});

test('others serve while somebody is away', () => {
  const everybody = { ...ask('2026-03-10T13:00', mornings), person: undefined };
  const [first] = assign(everybody);
  expect(first?.map((row) => row.resource)).toEqual(['ali', 'lift-1']);
  expect(explain(everybody)).toEqual([]);
});

test('why a person is not there is said, with the hours they have that day', () => {
  expect(explain(ask('2026-03-10T13:00', mornings))).toEqual([
    {
      code: 'not-working',
      kind: 'person',
      resource: 'jana',
      date: '2026-03-10',
      hours: [{ from: 420, to: 720 }],
      reason: null,
    },
  ]);
  const off = { exceptions: [{ date: '2026-03-10', open: [], reason: 'Training' }] };
  expect(explain(ask('2026-03-10T13:00', off))).toMatchObject([{ hours: [], reason: 'Training' }]);
});
