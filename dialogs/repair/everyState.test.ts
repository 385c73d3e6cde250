/** Every repair in every state: at each question of each flow it is heard, nothing is done by it, and the thread is kept. */
import type { Act } from '../../understanding/acts';
import {
  asksFor,
  branch,
  cancelAct,
  exactly,
  hello,
  help,
  human,
  on,
  repeat,
  restart,
  service,
  thanks,
  unknown,
  wants,
  yes,
} from '../support/acts';
import { ada, Conversation } from '../support/conversation';

const monday10: readonly Act[] = [
  wants('book'),
  service('oil-change'),
  branch('mitte'),
  exactly('2026-03-30T10:00'),
];

interface State {
  readonly customer?: typeof ada;
  readonly asksPhone?: boolean;
  /** What was said to come there, a message each. */
  readonly way: readonly (readonly Act[])[];
}

const golf: Act = { act: 'inform', slot: 'asset', value: { label: 'VW Golf B-XY 1', plate: 'B-XY 1' } };

/** The questions of the flows, by what is asked at each. */
const STATES: Readonly<Record<string, State>> = {
  'booking: which service': { customer: ada, way: [[wants('book')]] },
  'booking: which branch': { customer: ada, way: [[wants('book'), service('oil-change')]] },
  'booking: which vehicle': { way: [[wants('book'), service('oil-change'), branch('mitte')]] },
  'booking: when': { customer: ada, way: [[wants('book'), service('oil-change'), branch('mitte')]] },
  'booking: which of the times': {
    customer: ada,
    way: [[wants('book'), service('oil-change'), branch('mitte'), on('2026-03-30')]],
  },
  'booking: the name': { way: [[...monday10, golf]] },
  'booking: the number': {
    customer: { ...ada, phone: null },
    asksPhone: true,
    way: [monday10],
  },
  'booking: the read-back': { customer: ada, way: [monday10] },
  'booking: what to change': { customer: ada, way: [monday10, [{ act: 'deny' }]] },
  'looking for a time': { customer: ada, way: [[wants('availability')]] },
  'cancelling: the read-back': { customer: ada, way: [monday10, [yes], [wants('cancel')]] },
  'moving: when': { customer: ada, way: [monday10, [yes], [wants('reschedule')]] },
  'after a booking': { customer: ada, way: [monday10, [yes]] },
};

async function reached(state: State): Promise<Conversation> {
  const { way, ...setting } = state;
  const talk = new Conversation(setting);
  for (const acts of way) await talk.says(...acts);
  return talk;
}

/** Everything that was done, as far as it stands. */
function deeds(talk: Conversation): unknown {
  const { bookings } = talk.shop;
  return bookings.map(({ id, status, start, service: what }) => ({ id, status, start, what }));
}

/** These answer nothing and leave the question as it is. */
const ASIDE: Readonly<Record<string, Act>> = {
  thanks,
  'a greeting': hello,
  'a question': asksFor('address'),
  help,
  'what?': repeat,
  'one moment': { act: 'pause' },
  'a picture': { act: 'smile' },
  'an insult': { act: 'abuse' },
  nonsense: unknown,
};

const cases = Object.entries(STATES).flatMap(([state, reach]) =>
  Object.entries(ASIDE).map(([repair, act]) => [state, repair, reach, act] as const),
);

test.each(cases)('%s · %s: the question stands, and nothing is done', async (_state, _repair, reach, act) => {
  const talk = await reached(reach);
  const { asked, frames } = talk.talk;
  const before = deeds(talk);
  const reply = await talk.says(act);
  expect(reply.text.trim()).not.toBe('');
  expect(deeds(talk)).toEqual(before);
  expect(reply.talk.frames.map(({ flow, slots }) => ({ flow, slots }))).toEqual(
    frames.map(({ flow, slots }) => ({ flow, slots })),
  );
  if (asked?.frame && asked.step !== 'change') expect(reply.talk.asked).toMatchObject({ step: asked.step });
});

test.each(Object.entries(STATES))(
  '%s: nonsense three times leads to a person, and never further',
  async (_name, reach) => {
    const talk = await reached(reach);
    const before = deeds(talk);
    const replies: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) replies.push((await talk.says(unknown)).text);
    expect(replies.slice(0, 3).some((text) => text.includes('person'))).toBe(true);
    replies.slice(1).forEach((text, index) => expect(text).not.toBe(replies[index]));
    expect(deeds(talk)).toEqual(before);
  },
);

test.each(Object.entries(STATES))('%s: a person is asked, and the thread is kept', async (_name, reach) => {
  const talk = await reached(reach);
  const { frames } = talk.talk;
  const reply = await talk.says(human);
  expect(talk.shop.tasks).toHaveLength(1);
  expect(reply.talk.frames.map(({ flow }) => flow)).toEqual(frames.map(({ flow }) => flow));
});

test.each(Object.entries(STATES))(
  '%s: starting over lets go of all that is not booked',
  async (_name, reach) => {
    const talk = await reached(reach);
    const made = talk.shop.made().length;
    const reply = await talk.says(restart);
    expect(reply.talk.frames).toEqual([]);
    expect(talk.shop.holds()).toEqual([]);
    expect(talk.shop.made()).toHaveLength(made);
  },
);

test.each(Object.entries(STATES))('%s: "never mind" changes no booking', async (_name, reach) => {
  const talk = await reached(reach);
  const made = talk.shop.made().map(({ status, start }) => ({ status, start }));
  await talk.says({ ...cancelAct, act: 'cancel', draft: true });
  expect(talk.shop.made().map(({ status, start }) => ({ status, start }))).toEqual(made);
});
