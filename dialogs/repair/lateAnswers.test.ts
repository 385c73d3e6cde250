/** Answers that come late, and buttons of the past: bound to the question they answer, or answered with what is so now. */
import { asksFirst } from '..';
import type { Act } from '../../understanding/acts';
import { ada, Conversation } from '../support/conversation';
import { branch, choice, exactly, no, service, unknown, wants, yes } from '../support/acts';

const monday10: readonly Act[] = [
  wants('book'),
  service('oil-change'),
  branch('mitte'),
  exactly('2026-03-30T10:00'),
];

const HOUR = 3_600_000;

interface Asks {
  readonly about?: string;
  readonly label?: string;
  readonly meaning?: readonly Act[];
  readonly hours?: number;
}

/** A message of ours asks first: 1 asks for a person, 2 for what is booked. */
function ask(
  talk: Conversation,
  { about = 'b1', label = 'Monday', meaning = [wants('callback')], hours = 30 }: Asks = {},
) {
  const now = talk.shop.now;
  const choices = [
    { label: 'Call me', acts: meaning },
    { label: 'My appointments', acts: [wants('status')] },
  ];
  const prompt = { number: talk.spoke(), step: 'reminder', about, label, choices, until: now + hours * HOUR };
  talk.talk = asksFirst(talk.talk, prompt, talk.askedHandedAt, now);
  talk.askedHandedAt = now;
}

describe('a message of ours that asks first', () => {
  test('is answered by its own numbers, and not by those of the question before it', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'), service('oil-change'));
    expect(talk.talk.asked?.asking).toBe('branch');
    ask(talk);
    const reply = await talk.says(choice(1));
    expect(talk.shop.tasks).toMatchObject([{ kind: 'callback' }]);
    expect(reply.talk.frames[0]?.slots).not.toHaveProperty('branch');
    expect(reply.text).toContain('Now to your appointment');
  });

  test.each([
    ['yes is its first answer', yes, 'callback'],
    ['no is its second', no, null],
  ] as const)('%s', async (_claim, act, kind) => {
    const talk = new Conversation({ customer: ada });
    ask(talk);
    const reply = await talk.says(act);
    expect(talk.shop.tasks.map((task) => task.kind)).toEqual(kind === null ? [] : [kind]);
    if (kind === null) expect(reply.text).toContain('no appointment booked');
  });

  test('a yes to it is no yes to the read-back that stood before', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    ask(talk);
    await talk.says(yes);
    expect(talk.shop.made()).toEqual([]);
    expect(talk.shop.tasks).toHaveLength(1);
    await talk.says(yes);
    expect(talk.shop.made()).toHaveLength(1);
  });

  test('a yes written before it came is one to the read-back', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const early = talk.message([yes]);
    talk.wait(1);
    ask(talk);
    await talk.hears([early]);
    expect(talk.shop.tasks).toEqual([]);
  });

  test('counts once: the second time its answer is not its answer', async () => {
    const talk = new Conversation({ customer: ada });
    ask(talk);
    await talk.says(choice(1));
    await talk.says(choice(1));
    expect(talk.shop.tasks).toHaveLength(1);
  });

  test('beside another one about something else it is asked which is meant, and naming it answers', async () => {
    const talk = new Conversation({ customer: ada });
    ask(talk, { about: 'b1', label: 'Oil change, Monday', meaning: [wants('status')] });
    ask(talk, { about: 'b2', label: 'Brake check, Friday' });
    const reply = await talk.says(choice(1));
    expect(reply.labels).toEqual(['Brake check, Friday', 'Oil change, Monday']);
    expect(talk.shop.tasks).toEqual([]);
    await talk.says(choice(1));
    expect(talk.shop.tasks).toMatchObject([{ kind: 'callback' }]);
  });

  test('about the same booking the newest alone counts', async () => {
    const talk = new Conversation({ customer: ada });
    ask(talk, { meaning: [wants('status')] });
    ask(talk);
    await talk.says(choice(1));
    expect(talk.shop.tasks).toMatchObject([{ kind: 'callback' }]);
  });

  test('is answered by quoting it, whatever was asked since', async () => {
    const talk = new Conversation({ customer: ada });
    ask(talk);
    const quoted = talk.talk.asked?.number ?? 0;
    await talk.says(...monday10);
    const message = talk.message([yes]);
    await talk.hears([{ ...message, answers: quoted }]);
    expect(talk.shop.made()).toEqual([]);
    expect(talk.shop.tasks).toMatchObject([{ kind: 'callback' }]);
  });

  test('is answered by nobody once its time is over', async () => {
    const talk = new Conversation({ customer: ada });
    ask(talk, { hours: 1 });
    const quoted = talk.talk.asked?.number ?? 0;
    await talk.says(unknown);
    talk.wait(120);
    const message = talk.message([choice(1)]);
    await talk.hears([{ ...message, answers: quoted }]);
    expect(talk.shop.tasks).toEqual([]);
  });
});

describe('an answer to a question that another one has overtaken', () => {
  test('picks nothing from the list that its writer had not seen', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'), service('oil-change'));
    talk.wait(1);
    const late = talk.message([choice(2)]);
    talk.wait(1);
    await talk.says(branch('mitte'), exactly('2026-03-30T10:00'));
    talk.talk = { ...talk.talk, asked: talk.talk.asked && { ...talk.talk.asked, number: late.number - 1 } };
    const reply = await talk.hears([late]);
    expect(reply.text).toContain('from an earlier question');
    expect(reply.talk.asked?.asking).toBe('confirm');
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T10:00' }]);
  });

  test('a yes to a read-back that was only repeated since is a yes to it', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    talk.wait(1);
    const message = talk.message([yes]);
    talk.wait(1);
    await talk.says({ act: 'ask', topic: 'address' });
    await talk.hears([message]);
    expect(talk.shop.made()).toHaveLength(1);
  });

  test('a yes to a read-back that shows something else since is read back', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    talk.wait(1);
    const message = talk.message([yes]);
    talk.wait(1);
    await talk.says(exactly('2026-03-30T11:00'));
    const reply = await talk.hears([message]);
    expect(talk.shop.made()).toEqual([]);
    expect(reply.talk.asked?.asking).toBe('confirm');
  });
});

describe('a button of the past', () => {
  async function tap(talk: Conversation, tapped: string, acts: readonly Act[]) {
    return talk.hears([{ ...talk.message(acts), tapped }]);
  }

  test('of a talk that is finished changes nothing and is answered with what is booked', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    await tap(talk, 'Yes', [yes]);
    expect(talk.shop.made()).toHaveLength(1);
    const reply = await tap(talk, 'Change', [no]);
    expect(reply.text).toContain('from an earlier question');
    expect(reply.text).toContain('oil change, Monday 30 March, 10:00');
    expect(talk.shop.made()).toHaveLength(1);
  });

  test('of a read-back that shows something else now books nothing, where the wire says which it was', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const number = talk.talk.asked?.number ?? 0;
    await talk.says(exactly('2026-03-30T11:00'));
    const reply = await talk.hears([{ ...talk.message([yes]), tapped: 'Yes', answers: number }]);
    expect(talk.shop.made()).toEqual([]);
    expect(reply.text).toContain('from an earlier question');
    expect(reply.text).toContain('11:00');
  });

  test('of the menu still begins what it says', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says({ act: 'greet' });
    await talk.says({ act: 'thank' });
    const reply = await tap(talk, 'Book an appointment', [wants('book')]);
    expect(reply.talk.frames).toMatchObject([{ flow: 'book' }]);
  });
});

test('of overtaken questions a few are kept, and none for longer than a day', async () => {
  const talk = new Conversation({ customer: ada });
  await talk.says(wants('book'));
  for (let turn = 0; turn < 12; turn += 1) await talk.says(unknown);
  expect(talk.talk.prompts?.length).toBeLessThanOrEqual(6);
  talk.wait(25 * 60);
  await talk.says({ act: 'thank' });
  await talk.says({ act: 'thank' });
  expect((talk.talk.prompts ?? []).every(({ until }) => until > talk.shop.now)).toBe(true);
});
