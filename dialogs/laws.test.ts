/** The engine's laws, each tried on the booking of an oil change: position, facts, consent, keys, and what is heard first. */
import { ada, Conversation } from './support/conversation';
import {
  asksFor,
  at,
  branch,
  exactly,
  help,
  human,
  language,
  no,
  on,
  repeat,
  restart,
  service,
  thanks,
  wants,
  yes,
} from './support/acts';
import type { Act } from '../understanding/acts';

const monday10: readonly Act[] = [
  wants('book'),
  service('oil-change'),
  branch('mitte'),
  exactly('2026-03-30T10:00'),
];

async function readBack(
  setting: ConstructorParameters<typeof Conversation>[0] = { customer: ada },
): Promise<Conversation> {
  const talk = new Conversation(setting);
  const reply = await talk.says(...monday10);
  expect(reply.talk.asked?.asking).toBe('confirm');
  return talk;
}

function calls(talk: Conversation, name: string): number {
  return talk.shop.calls.filter((call) => call.name === name).length;
}

describe('position is derived', () => {
  test('what was said in the middle of a question is kept and the question goes on', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'), service('oil-change'));
    await talk.says(asksFor('hours'));
    const reply = await talk.says(branch('mitte'));
    expect(reply.talk.asked?.asking).toBe('when');
    expect(reply.talk.frames[0]?.slots).toMatchObject({ service: 'oil-change', branch: 'mitte' });
  });

  test('a frame stores slots and facts, and no step', async () => {
    const talk = await readBack();
    expect(Object.keys(talk.talk.frames[0] ?? {}).sort()).toEqual(
      ['attempts', 'facts', 'flow', 'id', 'slots', 'startedAt', 'version'].sort(),
    );
  });
});

describe('a fact follows what it was built on', () => {
  test('a correction moves the hold and keeps all the rest', async () => {
    const talk = await readBack();
    const reply = await talk.says(at('11:00'));
    expect(talk.shop.holds()).toMatchObject([
      { start: '2026-03-30T11:00', service: 'oil-change', branch: 'mitte' },
    ]);
    expect(reply.text).toContain('11:00');
    expect(reply.text).not.toContain('10:00');
  });

  test('another day alone keeps the time', async () => {
    const talk = await readBack();
    await talk.says(no, on('2026-04-02'));
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-04-02T10:00' }]);
  });

  test('a correction to a taken time leaves the old hold, offers others, and a bare yes confirms nothing', async () => {
    const talk = await readBack();
    for (const id of ['x', 'y']) {
      const other = new Conversation({ shop: talk.shop, customer: { ...ada, id } });
      await other.says(wants('book'), service('oil-change'), branch('mitte'), exactly('2026-03-30T14:00'));
      await other.says(yes);
    }
    const reply = await talk.says(at('14:00'));
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T10:00' }]);
    expect(reply.labels.length).toBeGreaterThan(0);
    expect(reply.text).toContain('still keeping Monday 30 March, 10:00');
    await talk.says(yes);
    expect(talk.shop.made()).toHaveLength(2);
    await talk.says(at('10:00'));
    await talk.says(yes);
    expect(talk.shop.find('b1')).toMatchObject({ start: '2026-03-30T10:00', status: 'confirmed' });
  });

  test('a hold that lapsed is looked at before it is relied on, and taken again', async () => {
    const talk = await readBack();
    talk.wait(6);
    const reply = await talk.says(thanks);
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T10:00' }]);
    expect(reply.text).toContain('had run out');
  });

  test('a request that is let go leaves no hold', async () => {
    const talk = await readBack();
    await talk.says({ act: 'cancel' });
    expect(talk.shop.bookings).toEqual([]);
  });
});

describe('a yes is a yes to what was last read back', () => {
  test('it does not bind before the read-back was handed over', async () => {
    const talk = new Conversation({ customer: ada });
    talk.handsOver = false;
    await talk.says(...monday10);
    const reply = await talk.says(yes);
    expect(talk.shop.made()).toEqual([]);
    expect(reply.text).toContain('Shall I book this');
  });

  test('it does not bind when it was received before that', async () => {
    const talk = await readBack();
    const early = { ...talk.message([yes]), receivedAt: talk.shop.now - 1 };
    await talk.hears([early]);
    expect(talk.shop.made()).toEqual([]);
  });

  test('it does not bind when its number is from before the question', async () => {
    const talk = await readBack();
    await talk.hears([{ ...talk.message([yes]), number: 1 }]);
    expect(talk.shop.made()).toEqual([]);
  });

  test.each([
    ['before it', [[at('11:00')], [yes]]],
    ['after it', [[yes], [at('11:00')]]],
    ['in the same message', [[yes, at('11:00')]]],
  ])('a correction %s in the same burst voids it', async (_where, messages) => {
    const talk = await readBack();
    const reply = await talk.burst(...messages);
    expect(talk.shop.made()).toEqual([]);
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T11:00' }]);
    expect(reply.talk.asked?.asking).toBe('confirm');
  });

  test('a no in the same burst voids it', async () => {
    const talk = await readBack();
    await talk.burst([yes], [no]);
    expect(talk.shop.made()).toEqual([]);
    expect(talk.shop.holds()).toHaveLength(1);
  });

  test('it is no yes to anything else that was asked', async () => {
    const talk = await readBack();
    const reply = await talk.says(no);
    expect(reply.talk.asked?.step).toBe('change');
    const again = await talk.says(yes);
    expect(talk.shop.made()).toEqual([]);
    expect(again.text).toContain('Shall I book this');
  });

  test('what was said beside it and changes nothing does not void it', async () => {
    const talk = await readBack();
    await talk.says(yes, exactly('2026-03-30T10:00'), thanks);
    expect(talk.shop.made()).toMatchObject([{ status: 'confirmed' }]);
  });

  test('if the price is another one today it is read back anew', async () => {
    const talk = await readBack();
    talk.wait(6);
    const services = talk.shop.business.services.map((each) => ({ ...each, price: each.price + 100 }));
    talk.shop.business = { ...talk.shop.business, services };
    const reply = await talk.says(yes);
    expect(talk.shop.made()).toEqual([]);
    expect(reply.text).toMatch(/changed[\s\S]*€90/);
    await talk.says(yes);
    expect(talk.shop.made()).toMatchObject([{ status: 'confirmed', price: 9000 }]);
  });

  test('if the terms of cancelling are others today it is read back anew', async () => {
    const talk = await readBack();
    const { business } = talk.shop;
    talk.shop.business = { ...business, policy: { ...business.policy, lateFeePercent: 50 } };
    const reply = await talk.says(yes);
    expect(talk.shop.made()).toEqual([]);
    expect(reply.text).toContain('50%');
  });
});

describe('every deed carries its own key', () => {
  test('a deed that is done again has another one', async () => {
    const talk = await readBack();
    talk.wait(6);
    await talk.says(thanks);
    await talk.says(at('11:00'));
    await talk.says(yes);
    const keys = talk.shop.calls.flatMap(({ key }) => key ?? []);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
  });

  test('the same turn run again has the same ones', async () => {
    const [first, second] = [await readBack(), await readBack()];
    expect(first.shop.calls).toEqual(second.shop.calls);
  });
});

describe('heard before any flow, in every state', () => {
  const states: readonly (readonly [string, readonly Act[]])[] = [
    ['before anything', []],
    ['while it asks', [wants('book')]],
    ['while it reads back', monday10],
  ];

  test.each(states)('a person can be asked for %s', async (_state, acts) => {
    const talk = new Conversation({ customer: ada });
    if (acts.length > 0) await talk.says(...acts);
    const { frames } = talk.talk;
    const reply = await talk.says(human);
    expect(talk.shop.tasks).toMatchObject([{ kind: 'human' }]);
    expect(reply.text).toContain('passed this on to the team');
    expect(reply.talk.frames.map(({ slots }) => slots)).toEqual(frames.map(({ slots }) => slots));
  });

  test.each(states)('help is given %s', async (_state, acts) => {
    const talk = new Conversation({ customer: ada });
    if (acts.length > 0) await talk.says(...acts);
    expect((await talk.says(help)).text).toContain('I can find free times');
  });

  test.each(states)('the language can be changed %s', async (_state, acts) => {
    const talk = new Conversation({ customer: ada });
    if (acts.length > 0) await talk.says(...acts);
    const asked = talk.talk.asked?.step;
    const reply = await talk.says(language('de'));
    expect(talk.commands.customer.language).toBe('de');
    if (asked !== undefined) expect(reply.talk.asked?.step).toBe(asked);
  });

  test('what was said last is said again, and still binds', async () => {
    const talk = await readBack();
    const reply = await talk.says(repeat);
    expect(reply.text).toContain('Shall I book this');
    expect(reply.labels).toEqual(['Yes', 'Change']);
    await talk.says(yes);
    expect(talk.shop.made()).toHaveLength(1);
  });

  test('starting again lets everything go', async () => {
    const talk = await readBack();
    const reply = await talk.says(restart);
    expect(talk.shop.bookings).toEqual([]);
    expect(reply.talk.frames).toEqual([]);
    expect(reply.talk.asked?.step).toBe('menu');
  });

  test('a language that the business does not speak is answered with those it does', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(language('fr'));
    expect(reply.text).toContain('I can write in English, Deutsch and');
    expect(calls(talk, 'keepLanguage')).toBe(0);
  });
});
