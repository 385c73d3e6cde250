/** Talks that customers really have, with the acts given by hand: judged by what is held and booked. */
import { ada, Conversation } from './support/conversation';
import { asset, at, branch, exactly, named, no, on, service, wants, when, yes } from './support/acts';
import type { Act } from '../understanding/acts';
import type { Reply } from './support/conversation';

const van = { id: 'van', label: 'Transit B-TR 458', class: 'van', plate: 'B-TR 458' };
const golf = { id: 'golf', label: 'Golf B-XY 123', class: null, plate: 'B-XY 123' };

describe('not the Golf, the van', () => {
  test('takes half as long again and says the dearer price before the yes', async () => {
    const talk = new Conversation({ customer: { ...ada, assets: [golf, van] } });
    const golfMention = { id: 'golf', label: golf.label };
    await talk.says(
      wants('book'),
      service('air-conditioning'),
      branch('mitte'),
      asset(golfMention),
      exactly('2026-04-02T14:00'),
    );
    expect(talk.shop.holds()).toMatchObject([{ end: '2026-04-02T15:00', asset: { id: 'golf' } }]);
    const reply = await talk.says(no, asset({ id: 'van', label: van.label, class: 'van' }));
    expect(reply.text).toContain('€148.50');
    expect(talk.shop.made()).toEqual([]);
    expect(talk.shop.holds()).toMatchObject([
      { start: '2026-04-02T14:00', end: '2026-04-02T15:30', asset: { id: 'van' } },
    ]);
    await talk.says(yes);
    expect(talk.shop.made()).toMatchObject([
      { status: 'confirmed', end: '2026-04-02T15:30', branch: 'mitte' },
    ]);
    expect(talk.shop.holds()).toEqual([]);
  });
});

test('a talk goes on after a restart between any two messages', async () => {
  const talk = new Conversation({ customer: ada });
  await talk.says(wants('book'), service('inspection'), branch('mitte'), on('2026-04-01'));
  expect(talk.shop.holds()).toEqual([]);
  await talk.says(at('10:00'));
  expect(talk.shop.holds()).toMatchObject([{ service: 'inspection', start: '2026-04-01T10:00' }]);
  await talk.says(at('13:30'));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-04-01T13:30' }]);
  await talk.says(yes);
  expect(talk.shop.made()).toMatchObject([
    { status: 'confirmed', start: '2026-04-01T13:30', end: '2026-04-01T15:00' },
  ]);
});

describe('a yes after the hold ran out', () => {
  const oilChangeAtNord = [wants('book'), service('oil-change'), branch('nord'), exactly('2026-03-31T10:00')];

  async function readBackThenWait(): Promise<Conversation> {
    const talk = new Conversation({ customer: ada });
    await talk.says(...oilChangeAtNord);
    talk.wait(6);
    expect(talk.shop.holds()).toEqual([]);
    return talk;
  }

  test('takes the same time again and books it', async () => {
    const talk = await readBackThenWait();
    const reply = await talk.says(yes);
    expect(talk.shop.made()).toMatchObject([{ status: 'confirmed', start: '2026-03-31T10:00' }]);
    expect(reply.text).toContain('is booked');
  });

  test('books nothing when somebody else took the time, and another time can be booked', async () => {
    const talk = await readBackThenWait();
    const max = new Conversation({ shop: talk.shop, customer: { ...ada, id: 'max' } });
    await max.says(...oilChangeAtNord);
    await max.says(yes);
    expect(talk.shop.made()).toHaveLength(1);
    const reply = await talk.says(yes);
    expect(talk.shop.made()).toHaveLength(1);
    expect(reply.text).toContain('has been taken in the meantime');
    expect(reply.labels.length).toBeGreaterThan(0);
    await talk.says(yes);
    expect(talk.shop.made()).toHaveLength(1);
    await talk.says(at('14:00'));
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-31T14:00', branch: 'nord' }]);
    await talk.says(yes);
    expect(talk.shop.made()).toMatchObject([{}, { status: 'confirmed', start: '2026-03-31T14:00' }]);
  });
});

test('a day that does not exist is refused with open days near by, and the time is kept', async () => {
  const talk = new Conversation({ customer: ada, now: '2027-01-26T09:00:00Z' });
  const impossible = when({
    impossible: { said: '31 February', nearest: ['2027-02-28', '2027-03-01'] },
    time: { value: '09:00', certain: true },
  });
  const reply = await talk.says(wants('book'), service('brake-check'), branch('mitte'), impossible);
  expect(reply.text).toContain('31 February');
  expect(reply.text).toMatch(/27 February, 09:00.*1 March, 09:00/);
  expect(talk.shop.bookings).toEqual([]);
  await talk.says(on('2027-03-01'));
  expect(talk.shop.holds()).toMatchObject([{ start: '2027-03-01T09:00' }]);
});

test('the opening hours say which half of the day is meant', async () => {
  const talk = new Conversation({ customer: ada, smsWords: true });
  await talk.says(
    wants('book'),
    service('brake-check'),
    branch('mitte'),
    on('2026-03-31'),
    at('15:00', '03:00'),
  );
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-31T15:00' }]);
  await talk.says(at('20:00', '08:00'));
  expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-31T08:00' }]);
});

test('a new visitor on the web is asked for vehicle, name and number, in this order, and once', async () => {
  const talk = new Conversation({ asksPhone: true });
  const asked: (string | undefined)[] = [];
  const say = async (...acts: readonly Act[]): Promise<Reply> => {
    const reply = await talk.says(...acts);
    asked.push(reply.talk.asked?.asking);
    return reply;
  };
  const first = await say(wants('book'));
  expect(first.text).toContain('automated assistant');
  await say(service('oil-change'));
  await say(branch('mitte'));
  await say(asset({ label: 'Golf B-AB 12', plate: 'B-AB 12' }));
  await say(exactly('2026-03-30T10:00'));
  await say(named('Grace Hopper'));
  await say({ act: 'inform', slot: 'phone', value: '+4915112340003' });
  const last = await say(yes);
  expect(asked).toEqual(['service', 'branch', 'asset', 'when', 'name', 'phone', 'confirm', undefined]);
  expect(last.text).not.toContain('automated assistant');
  expect(talk.commands.customer).toMatchObject({ name: 'Grace Hopper', phone: '+4915112340003' });
  expect(talk.shop.made()).toMatchObject([
    { status: 'confirmed', asset: { label: 'Golf', plate: 'B-AB 12' } },
  ]);
});
