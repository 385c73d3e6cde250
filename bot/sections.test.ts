/** Claims about compliance words: which of the pending messages a turn deals with, and as what. */
import type { PendingMessage } from '../models/records';
import { nextSection } from './sections';

function pending(...texts: readonly string[]): PendingMessage[] {
  return texts.map((text, index) => ({
    number: index + 1,
    kind: 'text',
    text,
    details: null,
    sentAt: 0,
    receivedAt: 0,
    attempts: 0,
  }));
}

function cut(channel: string, optedOut: boolean, ...texts: readonly string[]): [string, number] {
  const section = nextSection({ channel, optedOut, pending: pending(...texts) });
  return [section.kind, section.messages.length];
}

describe('on SMS', () => {
  test.each([
    ['an ordinary message is talk', false, ['book an oil change'], 'talk', 1],
    ['a burst is one turn', false, ['hello', 'oil change', 'tomorrow'], 'talk', 3],
    ['STOP is an opt-out', false, ['Stop!'], 'stop', 1],
    ['bare CANCEL is an opt-out of its own kind', false, ['cancel'], 'cancel-stop', 1],
    ['CANCEL in a sentence is talk', false, ['cancel my appointment'], 'talk', 1],
    ['STOP is heard before what was written ahead of it', false, ['yes', 'STOP', 'hm'], 'stop', 2],
    ['HELP waits for the messages ahead of it', false, ['tomorrow', 'help'], 'talk', 1],
    ['HELP alone is answered as such', false, ['HELP', 'tomorrow'], 'help', 1],
    ['YES is an answer', false, ['YES'], 'talk', 1],
    ['opted out: nothing is answered', true, ['hello?', 'HELP'], 'silent', 2],
    ['opted out: a second STOP changes nothing', true, ['STOP'], 'silent', 1],
    ['opted out: START opts in again', true, ['hello?', 'START', 'oil change'], 'start', 2],
    ['opted out: YES is no opt-in', true, ['yes'], 'silent', 1],
  ] as const)('%s', (_claim, optedOut, texts, kind, length) => {
    expect(cut('sms', optedOut, ...texts)).toEqual([kind, length]);
  });
});

test.each(['whatsapp', 'webchat', 'voice'])('on %s the same words are talk', (channel) => {
  expect(cut(channel, false, 'CANCEL')).toEqual(['talk', 1]);
});
