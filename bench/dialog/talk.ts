/** A talk that goes round: booking, correcting, asking by the way, refusing, letting go; as long as anybody could bear it. */
import { garage } from '../../dialogs/support/garage';
import { ada, Conversation, FRIDAY } from '../../dialogs/support/conversation';
import {
  asksFor,
  at,
  branch,
  cancelAct,
  exactly,
  no,
  service,
  thanks,
  wants,
} from '../../dialogs/support/acts';
import { FakeShop } from '../../dialogs/support/fakeCommands';
import type { Act } from '../../understanding/acts';

export const ROUND: readonly (readonly Act[])[] = [
  [wants('book'), service('oil-change')],
  [branch('mitte'), exactly('2026-03-30T10:00')],
  [asksFor('hours')],
  [at('11:00')],
  [no],
  [{ act: 'unknown' }],
  [thanks],
  [cancelAct],
];

/** Milliseconds of each turn. The shop forgets after each round, so that only the talk itself could grow. */
export async function longTalk(turns: number): Promise<readonly number[]> {
  const shop = new FakeShop(garage, Date.parse(FRIDAY));
  const talk = new Conversation({ shop, customer: ada });
  const millis: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const acts = ROUND[turn % ROUND.length] ?? [];
    const began = performance.now();
    await talk.says(...acts);
    millis.push(performance.now() - began);
    if (turn % ROUND.length === ROUND.length - 1) {
      shop.bookings.length = 0;
      shop.calls.length = 0;
    }
  }
  return millis;
}
