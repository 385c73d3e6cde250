/** A customer in the web chat, as the wire sees one: Direct Line over HTTP, answers over its WebSocket. */
import WebSocket from 'ws';

interface Activity {
  readonly type: string;
  readonly text?: string;
  readonly from?: { readonly id?: string; readonly role?: string };
}

export interface WebCustomer {
  /** Sends one message and waits for the answer; milliseconds between the two, and the answer. */
  say(text: string): Promise<{ readonly millis: number; readonly answer: string }>;
  close(): void;
}

const PATIENCE_MILLIS = 30_000;

export async function openWebCustomer(url: string, tenant: string): Promise<WebCustomer> {
  const { token } = await post<{ token: string }>(`${url}/api/v1/webchat/token`, { tenant });
  const opened = await post<{ conversationId: string; streamUrl: string }>(
    `${url}/v3/directline/conversations`,
    {},
    token,
  );
  const socket = new WebSocket(opened.streamUrl);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let hear: (answer: string) => void = () => undefined;
  socket.on('message', (frame: Buffer) => {
    for (const activity of activitiesOf(frame.toString('utf8')))
      if (activity.type === 'message' && activity.from?.role === 'bot') hear(activity.text ?? '');
  });
  return {
    async say(text) {
      const answered = new Promise<string>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no answer to "${text}"`)), PATIENCE_MILLIS);
        hear = (answer) => {
          clearTimeout(timer);
          resolve(answer);
        };
      });
      const began = performance.now();
      await post(
        `${url}/v3/directline/conversations/${opened.conversationId}/activities`,
        { type: 'message', text, from: { id: 'me' } },
        token,
      );
      const answer = await answered;
      return { millis: performance.now() - began, answer };
    },
    close: () => socket.close(),
  };
}

function activitiesOf(frame: string): readonly Activity[] {
  return frame === '' ? [] : ((JSON.parse(frame) as { activities?: Activity[] }).activities ?? []);
}

async function post<T>(url: string, body: unknown, token?: string): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MILLIS),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
