/** One Ctrl-C is a clean stop, a second one does not wait for it. */

import { EventEmitter } from 'node:events';
import { stopOnSignal } from './stopOnSignal';

function world(): { signals: EventEmitter; exits: number[]; move: (millis: number) => void } {
  const signals = new EventEmitter();
  const exits: number[] = [];
  let now = 0;
  let end: () => void;
  const stopping = new Promise<void>((resolve) => (end = resolve));
  stopOnSignal(() => stopping, { signals, exit: (code) => exits.push(code), uptime: () => now });
  signals.once('end', () => end());
  return { signals, exits, move: (millis) => void (now += millis) };
}

describe('a process that is asked to stop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    'by %s exits with 0 once everything has stopped',
    async (signal) => {
      const { signals, exits } = world();
      signals.emit(signal);
      await new Promise(setImmediate);
      expect(exits).toEqual([]);
      signals.emit('end');
      await new Promise(setImmediate);
      expect(exits).toEqual([0]);
    },
  );

  it('takes the same wish, heard twice at once, for one', () => {
    const { signals, exits, move } = world();
    signals.emit('SIGINT');
    move(5);
    signals.emit('SIGINT');
    expect(exits).toEqual([]);
  });

  it('exits at once when somebody asks again', () => {
    const { signals, exits, move } = world();
    signals.emit('SIGINT');
    move(1_500);
    signals.emit('SIGINT');
    expect(exits).toEqual([130]);
  });

  it('exits with 1 when it cannot stop in order', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const signals = new EventEmitter();
    const exits: number[] = [];
    const failing = (): Promise<void> => Promise.reject(new Error('stuck'));
    stopOnSignal(failing, { signals, exit: (code) => exits.push(code), uptime: () => 0 });
    signals.emit('SIGTERM');
    await new Promise(setImmediate);
    error.mockRestore();
    expect(exits).toEqual([1]);
  });
});
