/** Whatever is written, in whatever order: an answer, no fault, no endless loop, no deed without its read-back, nothing held for nobody. */
import fc from 'fast-check';
import type { Database } from '../../../platform/database';
import type { State } from '../../../scripts/chat/state';
import { testDatabase } from '../../setup/database';
import { openTalk, say } from './talk';
import { messages } from './words';

const LONG = process.env['NOBAT_LONG'] !== undefined;
const TALKS = LONG ? 1000 : 100;

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
});
afterAll(() => database.close());

const garage = ['now: 2027-04-12 09:00 Europe/Berlin', 'tenant: garage', 'locale: en', 'channel: whatsapp'];
const known = [...garage, 'from: +4915112345678', 'known: Ada Lovelace, Golf B-XY 123'];
const salon = ['now: 2026-03-26 12:00 Asia/Tehran', 'tenant: salon', 'locale: en', 'channel: webchat'];

/** A talk is as likely to begin in the middle as at the beginning. */
const BEGUN: readonly (readonly [header: readonly string[], before: readonly string[]])[] = [
  [garage, []],
  [salon, []],
  [known, ['oil change at Mitte on Thursday at 10']],
  [known, ['oil change at Mitte on Thursday at 10', 'yes', 'cancel my appointment']],
  [known, ['inspection at Nord on Friday at 9', 'yes', 'move it to Monday at 10']],
  [salon, ['a haircut and a manicure on Saturday at 11', 'Ada Lovelace']],
];

/** More of the same words in a row are a loop. */
const MOST_ALIKE = 3;

function wordsOf(state: State): string {
  return state.sent.map(({ text }) => text).join('\n');
}

/** What stands for good: bookings that were made, and those that were moved or cancelled. */
function deedsOf({ bookings }: State): string {
  return bookings.map(({ reference, status, start }) => `${reference} ${status} ${start}`).join('; ');
}

function check(before: State | null, after: State): void {
  const words = wordsOf(after);
  expect(words.trim()).not.toBe('');
  expect(words).not.toMatch(/undefined|null|NaN|\{\{|\[object/);
  if (before && deedsOf(after) !== deedsOf(before)) expect(before.conversation.asking).toBe('confirm');
  if (after.conversation.flow === null) expect(after.holds).toEqual([]);
}

/** Whether the last replies to different messages are all the same words. */
function isLoop(said: readonly string[], replies: readonly string[]): boolean {
  const last = replies.slice(-MOST_ALIKE - 1);
  const different = new Set(said.slice(-MOST_ALIKE - 1)).size > MOST_ALIKE;
  return last.length > MOST_ALIKE && different && new Set(last).size === 1;
}

test(
  'random talk',
  async () => {
    let booked = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...BEGUN), messages, async ([header, first], bursts) => {
        const talk = await openTalk(database, header);
        let state: State | null = null;
        for (const text of first) state = await say(talk, [text]);
        const [said, replies]: [string[], string[]] = [[], []];
        for (const burst of bursts) {
          const next = await say(talk, burst);
          check(state, next);
          said.push(burst.join('\n'));
          replies.push(wordsOf(next));
          expect(isLoop(said, replies)).toBe(false);
          state = next;
        }
        booked += state?.bookings.length ?? 0;
        const over = await say(talk, ['start over']);
        // a time that was waited for may be free now, and is offered at once
        if (!over.waitlist.some(({ status }) => status === 'offered')) expect(over.holds).toEqual([]);
        expect(talk.faults).toEqual([]);
      }),
      { seed: 12, numRuns: TALKS },
    );
    // some of it must have got as far as a booking, or nothing was tried
    expect(booked).toBeGreaterThan(TALKS / 10);
  },
  LONG ? 1_800_000 : 120_000,
);
