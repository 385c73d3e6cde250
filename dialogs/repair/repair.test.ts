/** Repairs: not understood, digressions, stale choices, people, small talk. The thread is never lost, and never a dead end. */
import { ada, Conversation } from '../support/conversation';
import {
  asksFor,
  at,
  branch,
  choice,
  exactly,
  hello,
  help,
  human,
  named,
  on,
  repeat,
  restart,
  service,
  thanks,
  unknown,
  wants,
  when,
  yes,
} from '../support/acts';
import type { Act } from '../../understanding/acts';

const monday10: readonly Act[] = [
  wants('book'),
  service('oil-change'),
  branch('mitte'),
  exactly('2026-03-30T10:00'),
];

describe('the first reply', () => {
  test.each<[string, readonly Act[]]>([
    ['a greeting', [hello]],
    ['a complete request', monday10],
    ['something not understood', [unknown]],
    ['a question', [asksFor('hours')]],
  ])('to %s says who writes and that it is automated, once', async (_what, acts) => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(...acts);
    expect(reply.text).toMatch(/^Hello, you are writing with the automated assistant of Autohaus Linden/);
    expect((await talk.says(hello)).text).not.toContain('you are writing with');
  });
});

describe('not understood', () => {
  test('leads from an example over a menu to a person, and getting on begins anew', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'));
    expect((await talk.says(unknown)).text).toContain('For example: oil change');
    expect((await talk.says(unknown)).labels).toContain('Talk to a person');
    await talk.says(service('oil-change'));
    expect((await talk.says(unknown)).text).toContain('For example: Mitte');
  });

  test('the offer of a person is taken by a yes, and no other yes', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    for (let turn = 0; turn < 3; turn += 1) await talk.says(unknown);
    expect(talk.talk.asked?.step).toBe('offer.human');
    await talk.says(yes);
    expect(talk.shop.made()).toEqual([]);
    expect(talk.shop.tasks).toHaveLength(1);
    expect(talk.talk.asked?.asking).toBe('confirm');
  });

  test('before anything was wished it says what can be done', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(unknown);
    expect(reply.text).toContain('I can book an appointment');
    expect(reply.labels).toContain('Book an appointment');
  });
});

describe('a question in the middle', () => {
  test('is answered, and the pending question comes back in short', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const reply = await talk.says(asksFor('address'));
    expect(reply.text).toContain('Mitte: Linienstraße 10');
    expect(reply.text).toContain('Shall I book this: oil change, Monday 30 March, 10:00, €89?');
    await talk.says(yes);
    expect(talk.shop.made()).toHaveLength(1);
  });

  test('about opening hours of a day names that day and is no wish for it', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const reply = await talk.says(asksFor('hours'), on('2026-03-28'));
    expect(reply.text).toContain('Saturday 28 March: 09:00–13:00');
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T10:00' }]);
  });

  test('about opening hours puts equal days together', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(asksFor('hours'), branch('nord'));
    expect(reply.text).toContain('Saturday 28 March to Sunday 29 March: closed');
    expect(reply.text).toContain('Monday 30 March to Thursday 2 April: 07:30–16:00');
    expect(reply.text).not.toContain('Mitte');
  });

  test('about the price names that of the service, for a van the dearer one', async () => {
    const talk = new Conversation({ customer: ada });
    const van: Act = { act: 'inform', slot: 'asset', value: { label: 'van', class: 'van' } };
    expect((await talk.says(wants('estimate'), service('oil-change'))).text).toContain('oil change: €89');
    expect((await talk.says(asksFor('price'), service('oil-change'), van)).text).toContain('€133.50');
  });

  test('may lead on to booking what was asked about', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(asksFor('price'), service('oil-change'));
    const reply = await talk.says(yes);
    expect(reply.talk.asked?.asking).toBe('branch');
    expect(reply.talk.frames[0]?.slots).toMatchObject({ service: 'oil-change' });
  });

  test('that the business has not answered is not made up', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(asksFor('parking'));
    expect(reply.text).toContain('I do not know that');
    await talk.says(yes);
    expect(talk.shop.tasks).toMatchObject([{ text: expect.stringContaining('parking') as string }]);
  });
});

describe('a choice', () => {
  test('from an older question is answered with the present one, and nothing is done', async () => {
    const talk = new Conversation({ customer: ada });
    const early = talk.message([choice(1)]);
    await talk.says(...monday10);
    const reply = await talk.hears([early]);
    expect(reply.text).toContain('from an earlier question');
    expect(talk.shop.made()).toEqual([]);
    expect(reply.talk.asked?.asking).toBe('confirm');
  });

  test('beyond the end of the list is answered in the same way', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    expect((await talk.says(choice(7))).text).toContain('from an earlier question');
  });
});

describe('a person', () => {
  test('is asked once, and what was being made goes on', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const first = await talk.says(human);
    expect(first.text).toContain('I cannot say how soon');
    expect(first.text).toContain('Shall I book this');
    await talk.says(human);
    expect(talk.shop.tasks).toMatchObject([
      { kind: 'human', text: expect.stringContaining('oil change') as string },
    ]);
    await talk.says(yes);
    expect(talk.shop.made()).toHaveLength(1);
  });

  test.each([
    ['complaint', 'complaint'],
    ['callback', 'callback'],
    ['late', 'other'],
  ] as const)('a wish of the kind %s becomes a task for the team', async (intent, kind) => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants(intent));
    expect(talk.shop.tasks).toMatchObject([{ kind }]);
  });

  test('a call back asks for a number where none is known', async () => {
    const talk = new Conversation({ asksPhone: true });
    expect((await talk.says(wants('callback'))).talk.asked?.asking).toBe('phone');
    await talk.says({ act: 'inform', slot: 'phone', value: '+4915112340003' });
    expect(talk.shop.tasks).toMatchObject([
      { kind: 'callback', text: expect.stringContaining('+4915112340003') as string },
    ]);
  });
});

describe('by the way', () => {
  test.each<[Act, string]>([
    [thanks, 'You are welcome'],
    [hello, 'Hello again'],
    [{ act: 'abuse' }, 'I am sorry'],
    [help, 'I can find free times'],
  ])('%j is answered shortly and the question stands', async (act, answer) => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'));
    const reply = await talk.says(act);
    expect(reply.text).toContain(answer);
    expect(reply.talk.asked?.asking).toBe('service');
  });

  test('thanks are no yes', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    await talk.says(thanks);
    expect(talk.shop.made()).toEqual([]);
  });

  test('starting again with a wish goes straight on with that', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const reply = await talk.says(restart, wants('book'), service('inspection'));
    expect(reply.talk.asked?.asking).toBe('branch');
    expect(reply.talk.frames[0]?.slots).toEqual({ service: 'inspection' });
    expect(talk.shop.bookings).toEqual([]);
  });

  test('the second "what?" offers a person', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'));
    expect((await talk.says(repeat)).text).not.toContain('person');
    expect((await talk.says(repeat)).text).toContain('talk to a person');
  });
});

describe('without a request', () => {
  test('what is told begins a booking', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(service('oil-change'), when({ partOfDay: 'morning' }));
    expect(reply.talk.frames).toMatchObject([{ flow: 'book' }]);
  });

  test('a name alone is kept and begins nothing', async () => {
    const talk = new Conversation();
    const reply = await talk.says(named('Grace Hopper'));
    expect(talk.commands.customer.name).toBe('Grace Hopper');
    expect(reply.text).toContain('Thank you, Grace Hopper');
    expect(reply.talk.frames).toEqual([]);
  });

  test('what stands is listed, and nothing is said to be nothing', async () => {
    const talk = new Conversation({ customer: ada });
    expect((await talk.says(wants('status'))).text).toContain('no appointment booked');
    await talk.says(...monday10);
    await talk.says(yes);
    expect((await talk.says(wants('status'))).text).toContain('oil change, Monday 30 March, 10:00, Mitte');
  });

  test('a request that is interrupted comes back with a line', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'), service('oil-change'));
    const reply = await talk.says(wants('status'));
    expect(reply.text).toContain('Now to your appointment: oil change');
    expect((await talk.says(branch('mitte'), on('2026-03-30'), at('10:00'))).talk.asked?.asking).toBe(
      'confirm',
    );
  });
});
