/** Holds: renewed once, moved afresh, and only ever for one exact start. */
import { ada, Conversation } from './support/conversation';
import { asksFor, at, branch, exactly, on, person, service, unknown, wants } from './support/acts';

function renewals(talk: Conversation): number {
  return talk.shop.calls.filter((call) => call.name === 'renew').length;
}

describe('holds', () => {
  test('the first later turn renews once, and a move starts anew', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(wants('book'), service('oil-change'), branch('mitte'), exactly('2026-03-30T10:00'));
    expect(renewals(talk)).toBe(0);
    await talk.says(asksFor('address'));
    await talk.says(unknown);
    expect(renewals(talk)).toBe(1);
    await talk.says(at('11:00'));
    expect(renewals(talk)).toBe(1);
    await talk.says(asksFor('address'));
    expect(renewals(talk)).toBe(2);
  });

  test('a list of times holds nothing', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(
      wants('availability'),
      service('oil-change'),
      branch('mitte'),
      on('2026-03-30'),
    );
    expect(talk.shop.bookings).toEqual([]);
    expect(reply.labels.length).toBeGreaterThan(3);
  });

  test('an exact start that was only asked about is held and read back', async () => {
    const talk = new Conversation({ customer: ada });
    await talk.says(
      wants('availability'),
      service('oil-change'),
      branch('mitte'),
      exactly('2026-03-30T10:00'),
    );
    expect(talk.shop.holds()).toMatchObject([{ start: '2026-03-30T10:00' }]);
    expect(talk.talk.asked?.asking).toBe('confirm');
  });

  test('an only branch and an only vehicle are assumed and read back', async () => {
    const talk = new Conversation({ customer: ada });
    const reply = await talk.says(
      wants('book'),
      service('oil-change'),
      person('tom'),
      exactly('2026-03-30T10:00'),
    );
    expect(reply.text).toMatch(/Nord[\s\S]*With: Tom[\s\S]*Golf B-XY 123/);
  });
});
