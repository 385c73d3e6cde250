/** Signals within a process. */

import { silentLog } from './log';
import { InProcessSignal } from './signal';

const soon = (): Promise<void> => new Promise(setImmediate);

describe('a signal', () => {
  it('reaches everybody who looks at its topic, and nobody else', async () => {
    const signal = new InProcessSignal(silentLog);
    const heard: string[] = [];
    signal.subscribe('a', (note) => heard.push(`first ${String(note)}`));
    signal.subscribe('a', (note) => heard.push(`second ${String(note)}`));
    signal.subscribe('b', () => heard.push('other topic'));
    signal.publish('a', 'typing');
    signal.publish('a');
    await soon();
    expect(heard).toEqual(['first typing', 'second typing', 'first undefined', 'second undefined']);
  });

  it('does not run its listeners within publish()', async () => {
    const signal = new InProcessSignal(silentLog);
    const listener = jest.fn();
    signal.subscribe('a', listener);
    signal.publish('a');
    expect(listener).not.toHaveBeenCalled();
    await soon();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('ends with its own subscription, and leaves a second one of the same function', async () => {
    const signal = new InProcessSignal(silentLog);
    const listener = jest.fn();
    const stop = signal.subscribe('a', listener);
    signal.subscribe('a', listener);
    stop();
    stop();
    signal.publish('a');
    await soon();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('reaches the others when one listener throws', async () => {
    const error = jest.fn();
    const signal = new InProcessSignal({ ...silentLog, error, child: () => silentLog });
    const listener = jest.fn();
    signal.subscribe('a', () => {
      throw new Error('mine alone');
    });
    signal.subscribe('a', listener);
    signal.publish('a');
    await soon();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(error).toHaveBeenCalledTimes(1);
  });

  it('reaches nobody after close()', async () => {
    const signal = new InProcessSignal(silentLog);
    const listener = jest.fn();
    signal.subscribe('a', listener);
    signal.publish('a');
    await signal.close();
    await soon();
    expect(listener).not.toHaveBeenCalled();
  });
});
