/** The words for why a time cannot be had: each reason by its name, the customer's own person by theirs, nothing twice. */
import { wording } from '../../../locales';
import type { Reason } from '../../../scheduling/explain';
import { minuteOf } from '../../../scheduling/localDate';
import { Conversation, ada } from '../../support/conversation';
import { branch, exactly, person, service, wants } from '../../support/acts';
import { garage } from '../../support/garage';
import type { World } from '../../talk';
import { reasonSayings, type Wished } from './reasons';

const START = '2026-03-30T10:00';
const MINUTE = minuteOf(Date.parse('2026-03-30T08:00:00Z'));
const busy = { unit: 0, start: MINUTE, end: MINUTE + 45, before: 0, after: 0 };

function told(reasons: readonly Reason[], wished: Partial<Wished> = {}): string {
  // only the business of the world is looked at
  const world = { business: garage } as World;
  const place = { service: 'oil-change', branch: 'mitte', person: undefined, assetClass: undefined };
  const sayings = reasonSayings(reasons, { world, start: START, ...place, ...wished });
  const english = wording('en');
  return sayings.map((saying) => english.say(saying)).join(' | ');
}

function taken(kind: 'person' | 'bay', because: 'booking' | 'buffer' = 'booking'): Reason {
  return { code: 'slot-taken', kind, resources: ['ali'], by: [{ resource: 'ali', busy, because }] };
}

function limit(of: 'service' | 'customer' | 'resource', per: 'day' | 'week', most: number): Reason {
  const id = of === 'customer' ? null : of === 'resource' ? 'ali' : 'oil-change';
  return { code: 'limit-reached', of, id, per, most, count: most, from: '2026-03-30', to: '2026-03-30' };
}

const off: Reason = {
  code: 'not-working',
  kind: 'person',
  resource: 'ali',
  date: '2026-03-30',
  hours: [],
  reason: null,
};

const table: readonly (readonly [string, readonly Reason[], Partial<Wished>, string])[] = [
  ['everybody is busy', [taken('person'), taken('bay')], {}, 'Everybody who does oil change is busy then.'],
  ['the wished one is', [taken('person')], { person: 'ali' }, 'Ali has another appointment then.'],
  ['only the bays are', [taken('bay')], {}, 'All the bays are taken then.'],
  [
    'a buffer',
    [taken('person', 'buffer')],
    { person: 'ali' },
    'Ali would have too little time before or after',
  ],
  ['a day off', [off], { person: 'ali' }, 'Ali does not work on Monday 30 March.'],
  [
    'a short day',
    [{ ...off, hours: [{ from: 720, to: 960 }] }],
    { person: 'ali' },
    'On Monday 30 March Ali works 12:00–16:00.',
  ],
  ['who does not do it', [{ code: 'wrong-person', resource: 'ali' }], {}, 'Ali does not do oil change.'],
  ['elsewhere', [{ code: 'wrong-branch', resource: 'tom', branch: 'nord' }], {}, 'Tom works at Nord.'],
  ['nothing here', [{ code: 'no-resource', kind: 'bay' }], {}, 'We do not offer oil change at Mitte.'],
  ['past', [{ code: 'past', now: MINUTE }], {}, 'in the past already'],
  [
    'notice',
    [{ code: 'too-soon', earliest: MINUTE + 7, noticeMinutes: 60 }],
    {},
    'we need 1 hour of notice, so the first possible time is Monday 30 March, 10:15',
  ],
  [
    'horizon',
    [{ code: 'beyond-horizon', latest: MINUTE + 7, horizonDays: 60 }],
    {},
    'the last time I can book is Monday 30 March, 10:00',
  ],
  ['grid', [{ code: 'off-grid', before: 1, after: 2, step: 15 }], {}, 'Appointments begin every 15 minutes'],
  ['a full day', [limit('service', 'day', 3)], {}, 'only so many appointments for oil change a day'],
  ['a full week', [limit('service', 'week', 3)], {}, 'only so many appointments for oil change a week'],
  ['own day', [limit('customer', 'day', 1)], {}, 'You can have 1 appointment with us a day'],
  ['own week', [limit('customer', 'week', 2)], {}, 'You can have 2 appointments with us a week'],
  ['a person’s day', [limit('resource', 'day', 2)], {}, 'Ali takes no more appointments on Monday 30 March'],
];

test.each(table)('%s', (_what, reasons, wished, words) => {
  expect(told(reasons, wished)).toContain(words);
});

test('a closed day says why it is closed, an open one until when it can begin', () => {
  const closed = {
    code: 'closed',
    date: '2026-03-30',
    hours: [],
    lastStart: null,
    reason: 'Stocktaking',
  } as const;
  expect(told([closed])).toBe('Mitte is closed on Monday 30 March.\n(Stocktaking)');
  const open = { ...closed, hours: [{ from: 480, to: 1020 }], lastStart: MINUTE + 375, reason: null };
  expect(told([open])).toContain(
    'open 08:00–17:00.\noil change takes 45 minutes, so it has to begin by 16:15.',
  );
});

test('the same is not said twice, and no more than two things', () => {
  expect(told([off, off], { person: 'ali' })).not.toContain('|');
  const all = [off, taken('person'), taken('bay'), limit('service', 'day', 1)];
  expect(told(all, { person: 'ali' }).split('|')).toHaveLength(2);
});

test('who is not wanted is not given, and is named when nobody else is free', async () => {
  const talk = new Conversation({ customer: ada });
  const other = new Conversation({ customer: ada, shop: talk.shop });
  const wish = [wants('book'), service('oil-change'), branch('mitte'), exactly(START)];
  await other.says(...wish, person('jana'));
  const notAli = { act: 'inform', slot: 'person', value: 'ali', not: true } as const;
  const reply = await talk.says(...wish, notAli);
  expect(reply.text).toContain('Only Ali would be free then.');
  expect(talk.shop.holds()).toHaveLength(1);
  await talk.says(person('any'), exactly(START));
  expect(talk.shop.holds()).toMatchObject([{ people: ['jana'] }, { people: ['ali'] }]);
});
