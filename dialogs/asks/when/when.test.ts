/** Asking when: what is offered for each kind of wish, and that nothing is held before there is one exact start. */
import { ada, Conversation, type Reply } from '../../support/conversation';
import { at, branch, choice, exactly, no, on, others, service, wants, when } from '../../support/acts';
import type { Act } from '../../../understanding/acts';

async function wishing(
  act: Act,
  branchId = 'mitte',
  now?: string,
): Promise<{ talk: Conversation; reply: Reply }> {
  const talk = new Conversation({ customer: ada, ...(now !== undefined && { now }) });
  const reply = await talk.says(wants('book'), service('oil-change'), branch(branchId), act);
  return { talk, reply };
}

test('without a wish the first free time of each of the next days is named', async () => {
  const talk = new Conversation({ customer: ada });
  const reply = await talk.says(wants('book'), service('oil-change'), branch('mitte'));
  expect(reply.labels).toEqual([
    'Friday 27 March, 10:00',
    'Saturday 28 March, 09:00',
    'Monday 30 March, 08:00',
  ]);
  const later = await talk.says(others);
  expect(later.labels).not.toEqual(reply.labels);
});

test('a day lists its free times, spread over the day, and holds nothing', async () => {
  const { talk, reply } = await wishing(on('2026-03-30'));
  expect(reply.labels).toEqual(['08:00', '09:00', '11:00', '13:00', '15:00']);
  expect(talk.shop.bookings).toEqual([]);
  await talk.says(choice(3));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T11:00' }]);
});

test('a no to the times on offer brings others of that day', async () => {
  const { talk, reply } = await wishing(on('2026-03-30'));
  const next = await talk.says(no);
  expect(next.labels.length).toBeGreaterThan(0);
  for (const label of next.labels) expect(reply.labels).not.toContain(label);
});

test.each<[string, Act, RegExp]>([
  [
    'a morning',
    when({ date: { value: '2026-03-30', certain: true }, partOfDay: 'morning' }),
    /^(08|09|10|11):/,
  ],
  [
    'an afternoon',
    when({ date: { value: '2026-03-30', certain: true }, partOfDay: 'afternoon' }),
    /^1[2-7]:/,
  ],
  [
    'after three',
    when({
      date: { value: '2026-03-30', certain: true },
      time: { value: '15:00', certain: true },
      from: true,
    }),
    /^1[56]:/,
  ],
  ['before ten', when({ date: { value: '2026-03-30', certain: true }, untilTime: '10:00' }), /^0[89]:/],
])('%s lists only its own hours', async (_what, act, hours) => {
  const { reply } = await wishing(act);
  expect(reply.labels.length).toBeGreaterThan(1);
  for (const label of reply.labels) expect(label).toMatch(hours);
});

test('days that are not wanted are left out', async () => {
  const range = {
    date: { value: '2026-03-30', certain: true },
    untilDate: '2026-04-03',
    exclude: [1, '2026-04-01'],
  };
  const { reply } = await wishing(when(range));
  expect(reply.labels.join()).not.toMatch(/Monday|1 April/);
  expect(reply.labels.join()).toMatch(/Tuesday/);
});

test('a closed day brings the open days around it, the time kept', async () => {
  const { talk, reply } = await wishing(exactly('2026-03-29T10:00'));
  expect(reply.text).toContain('Mitte is closed on Sunday 29 March');
  expect(reply.text).toMatch(/28 March, 10:00[,;] .*30 March, 10:00/);
  await talk.says(choice(2));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T10:00' }]);
});

test('a time without a day asks for the day on which it is free', async () => {
  const { talk, reply } = await wishing(at('14:00'));
  expect(reply.text).toContain('On which day would 14:00 suit you?');
  expect(reply.labels).toEqual(['Friday 27 March', 'Monday 30 March', 'Tuesday 31 March']);
  await talk.says(choice(2));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T14:00' }]);
});

test('a weekday and a date that disagree are asked about', async () => {
  const conflict = { byDate: '2026-03-30', byWeekday: '2026-03-31' };
  const { talk, reply } = await wishing(when({ conflict, time: { value: '10:00', certain: true } }));
  expect(reply.labels).toEqual(['Monday 30 March', 'Tuesday 31 March']);
  expect(talk.shop.bookings).toEqual([]);
  await talk.says(choice(2));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-31T10:00' }]);
});

test('too soon is refused with the first possible start', async () => {
  const { talk, reply } = await wishing(exactly('2026-03-27T09:30'));
  expect(reply.text).toContain('The first possible time is Friday 27 March, 10:00');
  expect(talk.shop.bookings).toEqual([]);
});

test('outside the hours of an open day the hours are told', async () => {
  const { reply } = await wishing(exactly('2026-03-30T19:00'));
  expect(reply.text).toContain('open 08:00–17:00');
});

test('a time that the clocks jump over is refused with its two readings', async () => {
  const { talk } = await wishing(exactly('2026-03-29T02:30'));
  expect(talk.shop.bookings).toEqual([]);
});

test('the first free one is held, and stays what it was although it is free no more', async () => {
  const { talk } = await wishing(when({ pick: 'first' }));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-27T10:00' }]);
  await talk.says({ act: 'thank' });
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-27T10:00' }]);
  expect(talk.shop.calls.some(({ name }) => name === 'move')).toBe(false);
});

test('what is past, or too far ahead, is said to be so', async () => {
  expect((await wishing(on('2026-03-26'))).reply.text).toContain('in the past');
  expect((await wishing(on('2026-12-01'))).reply.text).toContain('the last day is Tuesday 26 May');
  expect((await wishing(exactly('2026-03-26T10:00'))).reply.text).toContain('in the past');
});

test('"an hour later" moves the hold by an hour', async () => {
  const { talk } = await wishing(
    when({
      date: { value: '2026-03-30', certain: true },
      time: { value: '15:00', certain: false, others: ['03:00'] },
    }),
  );
  await talk.says(when({ shift: 60 }));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T16:00' }]);
});
