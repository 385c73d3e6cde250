/** Talks that were stored by earlier versions of the flows go on under today's, as if nothing had happened. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act } from '../understanding/acts';
import { FLOWS } from './flows';
import {
  at,
  asset,
  branch,
  choice,
  exactly,
  human,
  named,
  no,
  phone,
  service,
  thanks,
  unknown,
  yes,
} from './support/acts';
import type { Conversation } from './support/conversation';
import { goesOn, type StoredTalk } from './support/storedTalk';

const FIXTURES = join(__dirname, 'fixtures');

/** Names like `first/book-when`: recorded when the flows were those of the first version, and of later ones. */
const NAMES = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/u, ''))
  .sort();

function stored(name: string): StoredTalk {
  // recorded by our own engine; what is no talk of ours is the business of `stored.test.ts`
  return JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as StoredTalk;
}

async function told(name: string, ...messages: readonly (readonly Act[])[]): Promise<Conversation> {
  const talk = goesOn(stored(name));
  for (const acts of messages) await talk.says(...acts);
  return talk;
}

const monday10 = exactly('2026-03-30T10:00');
const polo = asset({ label: 'Polo B-ZQ 909', plate: 'B-ZQ 909' });

test.each(NAMES)('%s: the question that stood is still the question', async (name) => {
  const { talk } = stored(name);
  const after = await told(name, [thanks]);
  expect(after.talk.frames.map(({ flow }) => flow)).toEqual(talk.frames.map(({ flow }) => flow));
  if (talk.frames.length > 0) expect(after.talk.asked?.asking).toBe(askedNow(name, talk.asked?.asking));
});

/** After a no to a read-back a word of thanks reads it back again. */
function askedNow(name: string, asking: string | undefined): string | undefined {
  return name.endsWith('book-change') ? 'confirm' : asking;
}

/** The shop in memory does not keep which bookings are a plan, so what a plan holds is taken anew. */
const SINGLE = NAMES.filter((name) => !name.includes('plan'));

test.each(SINGLE)('%s: what is not understood is asked again, and nothing is done', async (name) => {
  const before = stored(name);
  const after = await told(name, [unknown]);
  const status = ({ id, status, start }: { id: string; status: string; start: string }) => [
    id,
    status,
    start,
  ];
  expect(after.shop.bookings.map(status)).toEqual(before.bookings.map(status));
});

/** How each goes on, and what must have been booked, moved or asked for at the end. */
const ENDS: readonly (readonly [string, readonly (readonly Act[])[], object])[] = [
  [
    'first/book-service',
    [[service('oil-change')], [branch('mitte')], [monday10], [yes]],
    { booked: '2026-03-30T10:00' },
  ],
  ['first/book-branch', [[branch('mitte'), monday10], [yes]], { booked: '2026-03-30T10:00' }],
  ['first/book-asset', [[polo], [monday10], [named('Grace Hopper')], [yes]], { booked: '2026-03-30T10:00' }],
  ['first/book-when', [[monday10], [yes]], { booked: '2026-03-30T10:00' }],
  ['first/book-list', [[choice(1)], [yes]], { booked: '2026-03-30T08:00' }],
  ['first/book-name', [[named('Grace Hopper')], [yes]], { booked: '2026-03-30T10:00' }],
  ['first/book-phone', [[phone('+4915112340003')], [yes]], { booked: '2026-03-30T10:00' }],
  ['first/book-read-back', [[at('11:00')], [yes]], { booked: '2026-03-30T11:00' }],
  ['first/book-change', [[service('brake-check')], [yes]], { booked: '2026-03-30T10:00' }],
  ['first/not-understood', [[at('12:00')], [yes]], { booked: '2026-03-30T12:00' }],
  [
    'first/availability-list',
    [[service('oil-change')], [at('09:00')], [yes]],
    { booked: '2026-03-31T09:00' },
  ],
  ['first/cancel-read-back', [[yes], [yes]], { cancelled: 1 }],
  ['first/cancel-which', [[choice(2)], [yes]], { cancelled: 1 }],
  ['first/cancel-draft-or-booking', [[choice(1)]], { cancelled: 0, held: 0 }],
  ['first/callback-phone', [[phone('+4915112340003')]], { tasks: 1 }],
  ['later/reschedule-when', [[exactly('2026-03-31T11:00')], [yes]], { booked: '2026-03-31T11:00' }],
  ['later/reschedule-read-back', [[yes]], { booked: '2026-03-31T11:00' }],
  ['later/plan-read-back', [[yes]], { count: 2 }],
  ['later/profile-name', [[named('Grace Hopper')]], { frames: 0 }],
  ['later/book-under-cancel', [[yes], [yes]], { cancelled: 1, booked: '2026-03-30T10:00' }],
];

test.each(ENDS)('%s goes on to its end', async (name, messages, end) => {
  const talk = await told(name, ...messages);
  const made = talk.shop.made();
  expect({
    booked: made.findLast(({ status }) => status === 'confirmed')?.start,
    cancelled: made.filter(({ status }) => status === 'cancelled').length,
    held: talk.shop.holds().length,
    count: made.length,
    tasks: talk.shop.tasks.length,
    frames: talk.talk.frames.length,
  }).toMatchObject(end);
});

test('a yes to a read-back that showed less than today is no yes to what is shown today', async () => {
  const talk = await told('first/book-read-back', [yes]);
  expect(talk.shop.made()).toEqual([]);
  expect(talk.talk.asked?.asking).toBe('confirm');
  await talk.says(yes);
  expect(talk.shop.made()).toMatchObject([{ status: 'confirmed', start: '2026-03-30T10:00' }]);
});

test('a yes to a read-back that showed what today shows binds', async () => {
  const talk = await told('later/reschedule-read-back', [yes]);
  expect(talk.shop.made()).toMatchObject([{ start: '2026-03-31T11:00' }]);
});

test('something else can be begun on top of a stored request, and it is come back to', async () => {
  const talk = await told('first/book-list', [human], [at('09:00')], [no]);
  expect(talk.shop.tasks).toHaveLength(1);
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T09:00' }]);
});

test('of every flow that asks there is a talk that was stopped in it, but for those that nobody was stopped in yet', () => {
  const recorded = new Set(NAMES.flatMap((name) => stored(name).talk.frames.map(({ flow }) => String(flow))));
  const young = Object.keys(FLOWS).filter((flow) => !recorded.has(flow));
  expect(young).toEqual(['series', 'history', 'human', 'complaint', 'late', 'status', 'approve', 'waitlist']);
});
