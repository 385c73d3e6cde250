/** Whatever the order and grouping in which things are told, the same hold and the same read-back come of it. */
import fc from 'fast-check';
import type { Act } from '../understanding/acts';
import { Conversation } from './support/conversation';
import { asset, at, branch, named, on, service, wants } from './support/acts';

/** The plate tells that it is a vehicle of its own; a name is new to the shop. */
const TOLD: readonly Act[] = [
  service('inspection'),
  branch('nord'),
  asset({ label: 'Transit B-TR 458', plate: 'B-TR 458', class: 'van' }),
  on('2026-04-01'),
  at('10:00'),
  named('Grace Hopper'),
];

async function endOf(messages: readonly (readonly Act[])[]): Promise<unknown> {
  const talk = new Conversation();
  await talk.says(wants('book'));
  for (const acts of messages) await talk.says(...acts);
  const { asked, frames } = talk.talk;
  const [hold] = talk.shop.holds();
  const { name, assets } = talk.commands.customer;
  return {
    asking: asked?.asking,
    shown: { ...(asked?.shown as object), booking: null },
    slots: frames[0]?.slots,
    hold: { ...hold, id: null, reference: null },
    holds: talk.shop.holds().length,
    name,
    assets,
  };
}

/** An order of the acts and the places at which it is cut into messages. */
const groupings = fc
  .tuple(
    fc.shuffledSubarray([...TOLD], { minLength: TOLD.length }),
    fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  )
  .map(([acts, cuts]) =>
    acts.reduce<readonly (readonly Act[])[]>((messages, act, index) => {
      const last = messages.at(-1);
      return last && !cuts[index] ? [...messages.slice(0, -1), [...last, act]] : [...messages, [act]];
    }, []),
  );

test('every order and grouping of service, branch, vehicle, day, time and name ends in the same state', async () => {
  const expected = await endOf([TOLD]);
  expect(expected).toMatchObject({
    asking: 'confirm',
    holds: 1,
    hold: { start: '2026-04-01T10:00', end: '2026-04-01T12:15', price: 19350 },
    name: 'Grace Hopper',
  });
  await fc.assert(
    fc.asyncProperty(groupings, async (messages) => {
      expect(await endOf(messages)).toEqual(expected);
    }),
    { seed: 4, numRuns: 300 },
  );
});
