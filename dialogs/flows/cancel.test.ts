/** Cancelling: the fee before the yes, which one is meant, and never a guess between a draft and a booking. */
import { ada, Conversation } from '../support/conversation';
import {
  branch,
  cancelAct,
  choice,
  exactly,
  no,
  on,
  restart,
  service,
  unknown,
  wants,
  yes,
} from '../support/acts';
import type { Act } from '../../understanding/acts';

async function booked(...starts: readonly (readonly [string, string])[]): Promise<Conversation> {
  const talk = new Conversation({ customer: ada });
  for (const [id, start] of starts) {
    await talk.says(wants('book'), service(id), branch('mitte'), exactly(start));
    await talk.says(yes);
  }
  return talk;
}

const draft: readonly Act[] = [
  wants('book'),
  service('oil-change'),
  branch('mitte'),
  exactly('2026-04-02T09:00'),
];
const brakes = ['brake-check', '2026-04-01T10:30'] as const;

function statuses(talk: Conversation): readonly string[] {
  return talk.shop.bookings.map(({ status }) => status);
}

test('nothing to cancel is said', async () => {
  const reply = await new Conversation({ customer: ada }).says(cancelAct);
  expect(reply.text).toContain('no appointment that could be cancelled');
});

test('a draft alone is dropped, with its hold', async () => {
  const talk = await booked();
  await talk.says(...draft);
  const reply = await talk.says(cancelAct);
  expect(talk.shop.bookings).toEqual([]);
  expect(reply.talk.frames).toEqual([]);
});

test('a booking alone is read back, and only the yes cancels it', async () => {
  const talk = await booked(brakes);
  const reply = await talk.says(cancelAct);
  expect(reply.text).toContain('brake check, Wednesday 1 April, 10:30');
  expect(reply.text).toContain('free of charge');
  expect(statuses(talk)).toEqual(['confirmed']);
  await talk.says(yes);
  expect(statuses(talk)).toEqual(['cancelled']);
});

test('a no keeps it', async () => {
  const talk = await booked(brakes);
  await talk.says(cancelAct);
  const reply = await talk.says(no);
  expect(statuses(talk)).toEqual(['confirmed']);
  expect(reply.text).toContain('stays as it is');
  expect(reply.talk.frames).toEqual([]);
});

test('a late cancellation names its fee before the yes', async () => {
  const talk = await booked(brakes);
  talk.wait(5 * 24 * 60);
  const reply = await talk.says(wants('cancel'));
  expect(reply.text).toContain('€11.70');
  const done = await talk.says(yes);
  expect(done.text).toContain('Fee: €11.70');
  expect(talk.shop.bookings).toMatchObject([{ status: 'cancelled', fee: 1170 }]);
});

test('a fee that changed since it was shown is read back anew', async () => {
  const talk = await booked(brakes);
  await talk.says(cancelAct);
  talk.wait(5 * 24 * 60 - 20 * 60);
  talk.wait(20 * 60);
  talk.talk = { ...talk.talk, at: talk.shop.now };
  const reply = await talk.says(yes);
  expect(statuses(talk)).toEqual(['confirmed']);
  expect(reply.text).toContain('€11.70');
  await talk.says(yes);
  expect(statuses(talk)).toEqual(['cancelled']);
});

describe('with a draft and a booking', () => {
  async function both(): Promise<Conversation> {
    const talk = await booked(brakes);
    await talk.says(...draft);
    return talk;
  }

  test('it is asked which, and nothing is done', async () => {
    const talk = await both();
    const reply = await talk.says(cancelAct);
    expect(statuses(talk)).toEqual(['confirmed', 'held']);
    expect(reply.labels).toEqual(['New: oil change', 'Booked: brake check']);
    expect(reply.talk.asked?.asking).toBe('choice');
  });

  test.each<[string, readonly Act[]]>([
    ['its place in the list', [choice(1)]],
    ['what it is', [service('oil-change')]],
    ['its day', [on('2026-04-02')]],
    ['letting go of what is being made', [restart]],
  ])('the draft can be told by %s', async (_how, acts) => {
    const talk = await both();
    await talk.says(cancelAct);
    await talk.says(...acts);
    expect(statuses(talk)).toEqual(['confirmed']);
  });

  test.each<[string, readonly Act[]]>([
    ['its place in the list', [choice(2)]],
    ['the end of the list', [choice(-1)]],
    ['what it is', [service('brake-check')]],
    ['its day', [on('2026-04-01')]],
  ])('the booking can be told by %s, and the draft goes on after it', async (_how, acts) => {
    const talk = await both();
    await talk.says(cancelAct);
    const reply = await talk.says(...acts);
    expect(reply.text).toContain('cancel this appointment');
    const done = await talk.says(yes);
    expect(statuses(talk)).toEqual(['cancelled', 'held']);
    expect(done.talk.asked).toMatchObject({ asking: 'confirm', step: 'agreed' });
  });

  test('saying at once which is meant asks nothing', async () => {
    const talk = await both();
    await talk.says(wants('cancel'), service('brake-check'));
    expect(talk.talk.asked?.step).toBe('agreedToCancel');
  });

  test('it is never asked twice in the same words', async () => {
    const talk = await both();
    const replies = [await talk.says(cancelAct), await talk.says(cancelAct), await talk.says(unknown)];
    expect(new Set(replies.map(({ text }) => text)).size).toBe(3);
    expect(statuses(talk)).toEqual(['confirmed', 'held']);
  });

  test('a no keeps both', async () => {
    const talk = await both();
    await talk.says(cancelAct);
    await talk.says(no);
    expect(statuses(talk)).toEqual(['confirmed', 'held']);
  });

  test('a yes is no answer to which', async () => {
    const talk = await both();
    await talk.says(cancelAct);
    await talk.says(yes);
    expect(statuses(talk)).toEqual(['confirmed', 'held']);
  });
});

describe('with several bookings', () => {
  const oil = ['oil-change', '2026-04-03T09:00'] as const;

  test('it is asked which of them', async () => {
    const talk = await booked(brakes, oil);
    const reply = await talk.says(cancelAct);
    expect(reply.labels).toEqual(['Wednesday 1 April, 10:30', 'Friday 3 April, 09:00', 'Both of them']);
    await talk.says(choice(2));
    await talk.says(yes);
    expect(statuses(talk)).toEqual(['confirmed', 'cancelled']);
  });

  test('what was said with the wish tells them apart', async () => {
    const talk = await booked(brakes, oil);
    await talk.says(wants('cancel'), service('brake-check'));
    await talk.says(yes);
    expect(statuses(talk)).toEqual(['cancelled', 'confirmed']);
  });

  test('one that there is not is said to be so, and nothing is guessed', async () => {
    const talk = await booked(brakes, oil);
    const reply = await talk.says(wants('cancel'), service('inspection'));
    expect(reply.text).toContain('cannot find such an appointment');
    expect(statuses(talk)).toEqual(['confirmed', 'confirmed']);
  });
});

test('"stop" lets go of what is being made and touches no booking', async () => {
  const talk = await booked(brakes);
  await talk.says(...draft);
  await talk.says({ act: 'optOut' });
  expect(statuses(talk)).toEqual(['confirmed']);
});
