/** The unmodified Direct Line client of the Bot Framework, with what a browser would give it. */
import { createRequire } from 'node:module';
import type { DirectLine, DirectLineOptions } from 'botframework-directlinejs';
import { WebSocket } from 'ws';

interface Seen {
  /** Ids of messages in the order they came. */
  readonly ids: string[];
  /** Ends with the client's stream; an error is kept, because the client ends with one. */
  readonly errors: unknown[];
  readonly client: DirectLine;
  /** Resolves when this many messages came. */
  reached(count: number): Promise<void>;
  end(): void;
}

interface Given extends DirectLineOptions {
  /** In place of Math.random: 0 makes the client come back after three seconds, its shortest wait. */
  readonly random?: () => number;
}

/** The client looks for these when it is loaded and when it calls. */
function loadClient(): new (options: Given) => DirectLine {
  const load = createRequire(__filename);
  Object.assign(globalThis, { XMLHttpRequest: load('xhr2') as unknown, WebSocket });
  return (load('botframework-directlinejs') as { DirectLine: new (options: Given) => DirectLine }).DirectLine;
}

export function connect(options: Given): Seen {
  const client = new (loadClient())({ random: () => 0, ...options });
  const [ids, errors]: [string[], unknown[]] = [[], []];
  const waiting = new Set<() => void>();
  const subscription = client.activity$.subscribe(
    (activity) => {
      if (activity.type === 'message') ids.push(activity.id ?? 'none');
      waiting.forEach((look) => look());
    },
    (error: unknown) => void errors.push(error),
  );
  const reached = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (ids.length < count) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const end = () => {
    subscription.unsubscribe();
    client.end();
  };
  return { ids, errors, client, reached, end };
}
