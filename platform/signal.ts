/** Publish and subscribe: a signal says "look", to everybody who looks at a topic just now, and is then forgotten. */

import type { Log } from './log';

/** @param note a word on what happened, where there is anything to say beside "look" */
export type SignalListener = (note: string | undefined) => void;

export interface Signal {
  /** Returns at once; nobody listening is no failure. */
  publish(topic: string, note?: string): void;
  /** Listens until the returned function is called. A listener that throws is logged and harms no other. */
  subscribe(topic: string, listener: SignalListener): () => void;
  /** Forgets all listeners. */
  close(): Promise<void>;
}

/** Signals within one process. */
export class InProcessSignal implements Signal {
  readonly #listeners = new Map<string, Set<SignalListener>>();

  constructor(private readonly log: Log) {}

  publish(topic: string, note?: string): void {
    const listeners = this.#listeners.get(topic);
    if (listeners === undefined) return;
    // Later, in order, and to those who listen then: never within the transaction or request that publishes.
    setImmediate(() => listeners.forEach((listener) => this.#tell(topic, listener, note)));
  }

  subscribe(topic: string, listener: SignalListener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    // One function may listen twice; each subscription ends by itself.
    const own: SignalListener = (note) => listener(note);
    listeners.add(own);
    return () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
    };
  }

  close(): Promise<void> {
    this.#listeners.forEach((listeners) => listeners.clear());
    this.#listeners.clear();
    return Promise.resolve();
  }

  #tell(topic: string, listener: SignalListener, note: string | undefined): void {
    try {
      listener(note);
    } catch (err) {
      this.log.error({ err, topic }, 'a listener failed');
    }
  }
}
