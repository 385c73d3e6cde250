/** How an offer is told and answered, and what frees a time. */
import { randomUUID } from 'node:crypto';
import { markNoShow, reschedule } from '../../../commands';
import { AT_TEN, MINUTE, MONDAY, Workshop } from './support';

let at: Workshop;
afterEach(() => at.house.close());

test('a regular is read back all of it, and one word books that very hold', async () => {
  at = await Workshop.open();
  const [owner, ada] = [await at.client(), await at.regular('Ada Lovelace')];
  const booking = await at.book(owner, '10:00');
  await at.join(ada);
  await at.cancel(owner, booking);
  const [told] = await at.work();
  expect(told?.[1]).toMatch(
    /become free[^]*Shall I book this[^]*Golf B-XY 123[^]*Ada Lovelace[^]*1\. Please do/,
  );
  const [answer] = await at.say(ada, '1');
  expect(answer).toMatch(/booked/i);
  expect(
    await at.rows(`SELECT status, attendee, waitlist_entry IS NOT NULL AS offered FROM bookings
      WHERE local_start = '${MONDAY}T10:00' AND status = 'confirmed'`),
  ).toEqual([{ status: 'confirmed', attendee: 'Ada Lovelace', offered: true }]);
});

test('an offer is not lengthened by talking about it', async () => {
  at = await Workshop.open();
  const [owner, ada] = [await at.client(), await at.regular('Ada Lovelace')];
  const booking = await at.book(owner, '10:00');
  await at.join(ada);
  await at.cancel(owner, booking);
  await at.offered();
  const heldUntil = (): Promise<object[]> => at.rows(`SELECT held_until FROM bookings WHERE status = 'held'`);
  const before = await heldUntil();
  at.house.clock.advance(2 * MINUTE);
  await at.say(ada, 'what does it cost?');
  expect(await heldUntil()).toEqual(before);
});

test('while an agent has the talk the offer is told, and nothing is asked by the bot', async () => {
  at = await Workshop.open();
  const [owner, ada] = [await at.client(), await at.regular('Ada Lovelace')];
  const booking = await at.book(owner, '10:00');
  await at.join(ada);
  await at.rows(`UPDATE conversations SET owner = 'agent', fence = fence + 1 WHERE id = $1`, [
    ada.conversationId,
  ]);
  await at.cancel(owner, booking);
  const [told] = await at.work();
  expect(told?.[1]).toMatch(/Monday 30 March, 10:00[^]*Would you like it\?/);
  expect(told?.[1]).not.toMatch(/Shall I book/);
  expect(await at.say(ada, 'yes')).toEqual([]);
  expect(await at.waiting(ada)).toMatchObject([{ status: 'offered' }]);
});

test('on web chat the offer stands in the numbered list with the commit', async () => {
  at = await Workshop.open('webchat');
  const [owner, ada] = [await at.client(), await at.regular('Ada Lovelace')];
  const booking = await at.book(owner, '10:00');
  await at.join(ada);
  await at.cancel(owner, booking);
  await at.house.house.offerWaitlistOnce();
  const lines = await at.house.transcript(ada.conversationId);
  expect(lines.at(-1)).toMatch(/^bot: Good news/);
  expect(await at.house.count(`outbox WHERE kind = 'notice' AND status = 'sent'`)).toBe(1);
});

test('a message that could not be sent before the offer ended is not sent after it', async () => {
  at = await Workshop.open();
  const [owner, ada] = [await at.client(), await at.client()];
  const booking = await at.book(owner, '10:00');
  await at.join(ada);
  await at.cancel(owner, booking);
  await at.house.house.offerWaitlistOnce();
  at.house.clock.advance(15 * MINUTE);
  expect(await at.offered()).toEqual([]);
});

test('a booking that moves away frees its time, and so does one that nobody came to', async () => {
  at = await Workshop.open();
  const [owner, ada, grace] = [await at.client(), await at.client(), await at.client()];
  const booking = await at.book(owner, '10:00');
  await at.join(ada);
  const { id } = booking;
  await at.run({ kind: 'agent', agentId: 'desk' }, (context) =>
    reschedule(context, { bookingId: id, start: `${MONDAY}T14:00` }, randomUUID()),
  );
  expect(await at.offered()).toEqual([ada.address]);

  const windows = [{ ...AT_TEN, earliest: '14:00', latest: '16:00' }];
  await at.join(grace, { service: 'diagnosis', windows });
  await at.rows('DELETE FROM freed_time');
  at.house.clock.set(Date.parse(`${MONDAY}T12:15:00Z`));
  await at.run({ kind: 'system' }, (context) => markNoShow(context, id, randomUUID()));
  expect(await at.house.count('freed_time')).toBe(1);
});

test('two offers are never made of one time, whatever else is freed around it', async () => {
  at = await Workshop.open();
  const [owner, ada, grace] = [await at.client(), await at.client(), await at.client()];
  const bookings = [await at.book(owner, '10:00'), await at.book(owner, '10:30')];
  const windows = [{ ...AT_TEN, earliest: '10:00', latest: '10:30' }];
  await at.join(ada, { windows });
  await at.join(grace, { windows });
  for (const booking of bookings) await at.cancel(owner, booking);
  expect((await at.offered()).sort()).toEqual([ada.address, grace.address].sort());
  expect(
    await at.rows(`SELECT local_start FROM bookings WHERE status = 'held' ORDER BY local_start`),
  ).toEqual([{ local_start: `${MONDAY}T10:00` }, { local_start: `${MONDAY}T10:30` }]);
});
