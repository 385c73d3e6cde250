/** Whatever is said, in whatever order: never silence, never a crash, never a deed without its yes, never an endless loop. */
import fc from 'fast-check';
import { INTENTS, type Act } from '../understanding/acts';
import { ada, Conversation, type Reply } from './support/conversation';
import {
  asset,
  asksFor,
  at,
  branch,
  choice,
  exactly,
  named,
  on,
  person,
  phone,
  service,
  wants,
  when,
} from './support/acts';

const plain = (
  ...names: readonly Extract<Act, { act: 'affirm' | 'greet' }>['act'][] | readonly string[]
): Act[] => names.map((act) => ({ act }) as Act);

const ACTS: readonly Act[] = [
  ...plain('affirm', 'deny', 'alternatives', 'repeat', 'help', 'human', 'cancel', 'restart'),
  ...plain('greet', 'thank', 'bye', 'abuse', 'optOut', 'optIn', 'unknown'),
  ...INTENTS.map(wants),
  ...[-1, 0, 1, 2, 9].map(choice),
  ...(['hours', 'price', 'address', 'parking', 'services', 'automated'] as const).map(asksFor),
  ...['oil-change', 'inspection', 'no-such-service'].map(service),
  ...['mitte', 'nord', 'nowhere'].map(branch),
  ...['tom', 'ali', 'any', 'nobody'].map(person),
  ...['2026-03-30', '2026-03-29', '2025-01-01', '2027-12-01'].map(on),
  ...['10:00', '03:00', '23:45'].map((time) => at(time)),
  exactly('2026-03-30T10:00'),
  exactly('2026-03-29T02:30'),
  when({ partOfDay: 'morning' }),
  when({ pick: 'first' }),
  when({ impossible: { said: '31 February', nearest: [] } }),
  when({ conflict: { byDate: '2026-03-30', byWeekday: '2026-03-31' } }),
  when({}),
  named('Grace'),
  phone('+4915112340003'),
  asset({ label: 'Golf' }),
  asset({ label: 'van', class: 'van' }),
  asset({ id: 'no-such', label: 'Ghost' }),
];

/** A talk is as likely to begin in the middle as at the beginning. */
const ON_THE_WAY: readonly (readonly Act[])[] = [
  [],
  [wants('book'), service('oil-change'), branch('mitte'), exactly('2026-03-30T10:00')],
  [wants('availability'), service('inspection'), branch('nord'), on('2026-03-31')],
];

const likely = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Act>({ act: 'affirm' }) },
  { weight: 5, arbitrary: fc.constantFrom(...ACTS) },
);
const message = fc.array(likely, { minLength: 0, maxLength: 3 });
const turns = fc.array(
  fc.tuple(fc.array(message, { minLength: 1, maxLength: 2 }), fc.integer({ min: 0, max: 4 })),
  {
    minLength: 1,
    maxLength: 14,
  },
);

function check(talk: Conversation, reply: Reply, deedsBefore: number, asked: Reply['talk']['asked']): void {
  expect(reply.text.trim()).not.toBe('');
  expect(reply.text).not.toMatch(/undefined|null|NaN|\{\{|\[object/);
  const several = reply.talk.frames.some(({ flow }) => flow === 'plan');
  expect(talk.shop.holds().length).toBeLessThanOrEqual(several ? 8 : 1);
  if (deedsOf(talk) > deedsBefore) expect(asked?.asking).toBe('confirm');
  if (reply.talk.frames.length === 0) expect(talk.shop.holds()).toEqual([]);
}

function deedsOf(talk: Conversation): number {
  return talk.shop.calls.filter(({ name }) => name === 'confirm' || name === 'cancel').length;
}

test('random talk never leads to silence, a crash, a deed without a read-back, or a hold without a request', async () => {
  let booked = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ON_THE_WAY), turns, fc.boolean(), async (first, said, known) => {
      const talk = new Conversation({ asksPhone: !known, ...(known && { customer: ada }) });
      if (first.length > 0) await talk.says(...first);
      for (const [messages, minutes] of said) {
        const { asked } = talk.talk;
        const deeds = deedsOf(talk);
        check(talk, await talk.burst(...messages), deeds, asked);
        talk.wait(minutes);
      }
      booked += talk.shop.made().length;
    }),
    { seed: 11, numRuns: 400 },
  );
  // some of it must have got as far as a booking, or nothing was tried
  expect(booked).toBeGreaterThan(10);
});

test('what is never understood is answered in at most three ways in a row before a person is offered', async () => {
  const talk = new Conversation();
  await talk.says(wants('book'));
  const replies: string[] = [];
  for (let turn = 0; turn < 9; turn += 1) replies.push((await talk.says({ act: 'unknown' })).text);
  expect(new Set(replies.slice(0, 3)).size).toBe(3);
  expect(replies[2]).toContain('person');
  expect(replies[5]).toContain('person');
});
