/** Booking: what is asked, what is read back, and what is left of it when it is done. */
import { ada, Conversation } from '../support/conversation';
import { studio } from '../support/garage';
import {
  asset,
  at,
  branch,
  choice,
  exactly,
  named,
  no,
  on,
  others,
  person,
  service,
  wants,
  yes,
} from '../support/acts';
import type { Act } from '../../understanding/acts';

const monday10: readonly Act[] = [
  wants('book'),
  service('oil-change'),
  branch('mitte'),
  exactly('2026-03-30T10:00'),
];

describe('the read-back', () => {
  test('names service, day, time, branch, person, vehicle, name, duration, price and the terms', async () => {
    const talk = new Conversation({ customer: ada });
    const { text, labels } = await talk.says(...monday10);
    for (const line of [
      'oil change',
      'Monday 30 March, 10:00',
      'Where: Mitte',
      'With: Ali',
      'Vehicle: Golf B-XY 123',
      'Name: Ada Lovelace',
      'Duration: 45 minutes',
      'Price: €89',
      'free of charge until Sunday 29 March, 10:00, after that for 30% of the price',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('Local time');
    expect(labels).toEqual(['Yes', 'Change']);
  });

  test('says where the clock stands to a visitor of the web', async () => {
    const talk = new Conversation({ customer: ada, asksPhone: true });
    expect((await talk.says(...monday10)).text).toContain('Local time: Berlin');
  });

  test('names what cancelling would cost when it is late already', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(...monday10.slice(0, 3), exactly('2026-03-27T14:00'));
    expect(reply.text).toContain('Cancelling this late would cost €26.70');
    expect(reply.text).not.toContain('free of charge');
  });

  test('of a studio names no vehicle, but its only branch, the deposit and that cancelling is free', async () => {
    const talk = new Conversation({ business: studio, customer: { name: 'Ada' } });
    const reply = await talk.says(wants('book'), service('colour'), exactly('2026-03-30T10:00'));
    expect(reply.text).toContain('Deposit: €54');
    expect(reply.text).toContain('free of charge at any time');
    expect(reply.text).not.toMatch(/Vehicle/);
  });
});

describe('what is asked', () => {
  test('a known name and an only vehicle are not asked for', async () => {
    const talk = new Conversation({ customer: ada });
    expect((await talk.says(...monday10)).talk.asked?.asking).toBe('confirm');
  });

  test('of several vehicles it is asked which', async () => {
    const assets = [
      ...(ada.assets ?? []),
      { id: 'polo', label: 'Polo B-PN 770', class: null, plate: 'B-PN 770' },
    ];
    const talk = new Conversation({ customer: { ...ada, assets } });
    const reply = await talk.says(...monday10);
    expect(reply.labels).toEqual(['Golf B-XY 123', 'Polo B-PN 770']);
    await talk.says(choice(2));
    expect(talk.shop.holds()).toMatchObject([{ asset: { id: 'polo' } }]);
  });

  test('make and plate may come in two messages and are one vehicle', async () => {
    const talk = new Conversation({ customer: { ...ada, assets: [] } });
    await talk.says(...monday10);
    await talk.says(asset({ label: 'Ford Focus' }));
    await talk.says(asset({ label: 'B-KW 640', plate: 'B-KW 640' }));
    expect(talk.shop.holds()).toMatchObject([{ asset: { label: 'Ford Focus' } }]);
  });

  test('the name is asked once the time is held', async () => {
    const talk = new Conversation({ customer: { ...ada, name: null } });
    const reply = await talk.says(...monday10);
    expect(reply.talk.asked?.asking).toBe('name');
    expect(talk.shop.holds()).toHaveLength(1);
    await talk.says(named('Grace Hopper'));
    expect(talk.commands.customer.name).toBe('Grace Hopper');
  });

  test('another name than the known one is who comes, and does not rename the customer', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(...monday10, named('Max Weber'));
    expect(reply.text).toContain('For: Max Weber');
    await talk.says(yes);
    expect(talk.shop.made()).toMatchObject([{ attendee: 'Max Weber' }]);
    expect(talk.commands.customer.name).toBe('Ada Lovelace');
  });
});

describe('a wish for a person', () => {
  test('is kept and read back', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10, person('jana'));
    expect(talk.shop.holds()).toMatchObject([{ people: ['jana'] }]);
  });

  test('who works at the other branch is asked about, and nothing is guessed', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(...monday10, person('tom'));
    expect(reply.labels).toEqual(['Nord', 'Whoever is free']);
    expect(talk.shop.bookings).toEqual([]);
    await talk.says(choice(1));
    expect(talk.shop.holds()).toMatchObject([{ branch: 'nord', people: ['tom'] }]);
  });
});

describe('after a change of mind', () => {
  test('a no asks what to change and keeps all; another time is offered', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const reply = await talk.says(no);
    expect(reply.labels).toEqual(['Another time', 'Forget it']);
    expect(talk.shop.holds()).toHaveLength(1);
    const times = await talk.says(others);
    expect(times.talk.asked?.asking).toBe('when');
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T10:00' }]);
    await talk.says(choice(1));
    expect(talk.shop.holds()).toHaveLength(1);
  });

  test('"Change" is a no, and "Forget it" drops the request', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    await talk.says(choice(2));
    await talk.says(choice(2));
    expect(talk.shop.bookings).toEqual([]);
  });

  test('another service and branch are held in place of the first', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    await talk.says(no, service('inspection'), branch('nord'));
    expect(talk.shop.holds()).toMatchObject([
      { service: 'inspection', branch: 'nord', start: '2026-03-30T10:00' },
    ]);
  });
});

describe('when it is booked', () => {
  async function booked(): Promise<Conversation> {
    const talk = new Conversation({ customer: ada });
    await talk.says(...monday10);
    const reply = await talk.says(yes);
    expect(reply.text).toMatch(/is booked[\s\S]*Monday 30 March, 10:00[\s\S]*Reference: /);
    expect(reply.talk.frames).toEqual([]);
    return talk;
  }

  test('another request begins anew beside it', async () => {
    const talk = await booked();
    await talk.says(wants('book'), service('brake-check'), branch('nord'), exactly('2026-04-01T14:00'));
    await talk.says(yes);
    expect(talk.shop.made()).toMatchObject([{ service: 'oil-change' }, { service: 'brake-check' }]);
  });

  test('thanks and a second yes are answered and change nothing', async () => {
    const talk = await booked();
    expect((await talk.says({ act: 'thank' })).text).toBe('You are welcome.');
    expect((await talk.says(yes)).text).toContain('All right');
    expect(talk.shop.made()).toHaveLength(1);
  });

  test('another time moves it, after a yes to the old and the new', async () => {
    const talk = await booked();
    const reply = await talk.says(at('11:00'));
    expect(reply.text).toMatch(/10:00[^]*11:00/);
    expect(talk.shop.made()).toMatchObject([{ start: '2026-03-30T10:00' }]);
    await talk.says(yes);
    expect(talk.shop.made()).toMatchObject([{ start: '2026-03-30T11:00' }]);
  });
});

test('looking for a time becomes a booking without anything said twice', async () => {
  const talk = new Conversation({ customer: { ...ada, assets: [] } });
  await talk.says(wants('availability'), service('brake-check'), branch('mitte'), on('2026-04-01'));
  expect(talk.talk.asked?.asking).toBe('when');
  const reply = await talk.says(at('13:30'));
  expect(reply.talk.asked?.asking).toBe('asset');
  await talk.says(asset({ label: 'Polo B-PN 770', plate: 'B-PN 770' }));
  await talk.says(yes);
  expect(talk.shop.made()).toMatchObject([
    { service: 'brake-check', start: '2026-04-01T13:30', status: 'confirmed' },
  ]);
});
