/** Claims about bursts: what is sent in a row waits to be one turn, and no urgent word ever waits. */
import type { PendingMessage } from '../models/records';
import { TestClock } from '../platform/clock';
import { bellDelay, BURST_MILLIS, burstWait } from './burst';
import { createWires } from './wires';

const clock = new TestClock('2026-03-27T08:00:00Z');
const begun = clock.now();

function message(text: string, after: number, more: Partial<PendingMessage> = {}): PendingMessage {
  const at = begun + after;
  return { number: 1, kind: 'text', text, details: null, sentAt: at, receivedAt: at, attempts: 0, ...more };
}

function wait(pending: readonly PendingMessage[], after: number, more: object = {}): number {
  clock.set(begun + after);
  const loaded = { channel: 'whatsapp', owner: 'bot' as const, optedOut: false, pending, ...more };
  return burstWait(loaded, BURST_MILLIS, clock.now());
}

describe('a message on a channel of bursts', () => {
  it('waits for the window, and not a millisecond longer', () => {
    expect(wait([message('hi', 0)], 0)).toBe(1500);
    expect(wait([message('hi', 0)], 1499)).toBe(1);
    expect(wait([message('hi', 0)], 1500)).toBe(0);
  });

  it('begins the window anew for those before it', () => {
    const burst = [message('hi', 0), message('oil change', 1400), message('tomorrow', 2000)];
    expect(wait(burst, 2000)).toBe(1500);
    expect(wait(burst, 3500)).toBe(0);
  });

  it('is answered after four windows, although there is no end to it', () => {
    const endless = Array.from({ length: 7 }, (_, index) => message('and', index * 1000));
    expect(wait(endless, 5900)).toBe(100);
    expect(wait(endless, 6000)).toBe(0);
  });

  it('found late, after a restart, is answered at once', () => {
    expect(wait([message('oil change', 0)], 60_000)).toBe(0);
  });

  it('from a clock ahead of ours waits for one window at most', () => {
    expect(wait([message('oil change', 60_000)], 0)).toBe(1500);
  });

  it('whose turn has failed once does not wait again', () => {
    expect(wait([message('oil change', 0, { attempts: 1 })], 0)).toBe(0);
  });

  it.each([{ owner: 'agent' }, { optedOut: true }])('that is not answered does not wait: %j', (more) => {
    expect(wait([message('oil change', 0)], 0, more)).toBe(0);
  });
});

describe('an urgent word', () => {
  it.each(['STOP', 'help', 'human', 'I want to talk to a human!', 'cancel', 'never mind', 'start over'])(
    '%s ends the wait for all that came with it',
    (text) => {
      expect(wait([message('oil change', 0), message(text, 100)], 100)).toBe(0);
      expect(bellDelay(message(text, 0), 'whatsapp', BURST_MILLIS)).toBe(0);
    },
  );

  it.each(['oil change', 'yes', 'cancel the oil change and book an inspection on Friday at 10', '', '👍'])(
    '%j is none',
    (text) => {
      expect(wait([message(text, 0)], 0)).toBe(1500);
      expect(bellDelay(message(text, 0), 'whatsapp', BURST_MILLIS)).toBe(1500);
    },
  );

  it('of the carriers is one on SMS alone', () => {
    expect(wait([message('end', 0)], 0, { channel: 'sms' })).toBe(0);
    expect(wait([message('end', 0)], 0)).toBe(1500);
  });
});

describe('the window', () => {
  it.each([
    ['whatsapp', 1500],
    ['sms', 1500],
    ['webchat', 0],
    ['voice', 0],
  ])('of %s is %i ms', (channel, millis) => {
    expect(createWires([]).burstMillis(channel)).toBe(millis);
  });

  it('can be set, and none of webchat begins by that', () => {
    expect(createWires([], 3000).burstMillis('sms')).toBe(3000);
    expect(createWires([], 3000).burstMillis('webchat')).toBe(0);
    expect(
      burstWait({ channel: 'sms', owner: 'bot', optedOut: false, pending: [message('hi', 0)] }, 0, begun),
    ).toBe(0);
  });
});
