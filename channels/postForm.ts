/** Posts a form to a provider and says exactly how far the request got, which decides whether it may be repeated. */
import http from 'node:http';
import https from 'node:https';

export type PostAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly body: string;
    }
  /** No connection came about: the provider saw nothing. */
  | { readonly kind: 'unreached'; readonly code: string }
  /** The connection stood and no answer came: the provider may have acted. */
  | { readonly kind: 'lost'; readonly code: string };

export interface PostOptions {
  /** The whole Authorization header. */
  readonly authorization: string;
  /** From the first byte to the last of the answer. */
  readonly timeoutMillis: number;
}

/** Answers longer than this are cut: no provider has that much to say. */
const LONGEST_ANSWER = 65_536;

/** Never rejects. Each request has a connection of its own, so that a reset always means this very request. */
export function postForm(
  url: string,
  form: Readonly<Record<string, string>>,
  options: PostOptions,
): Promise<PostAnswer> {
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  const body = new URLSearchParams(form).toString();
  return new Promise((resolve) => {
    let connected = false;
    const request = (secure ? https : http).request(target, {
      method: 'POST',
      agent: false,
      headers: { ...formHeaders(body), authorization: options.authorization },
      signal: AbortSignal.timeout(options.timeoutMillis),
    });
    request.on('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true)),
    );
    request.on('error', (error) => resolve({ kind: connected ? 'lost' : 'unreached', code: codeOf(error) }));
    request.on('response', (response) => collect(response, resolve));
    request.end(body);
  });
}

function formHeaders(body: string): http.OutgoingHttpHeaders {
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    accept: 'application/json',
  };
}

/** An answer that breaks off counts with what came of it: its status is known. */
function collect(response: http.IncomingMessage, resolve: (answer: PostAnswer) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const settle = () =>
    resolve({
      kind: 'answered',
      status: response.statusCode ?? 0,
      retryAfter: response.headers['retry-after'],
      body: Buffer.concat(chunks).toString('utf8'),
    });
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_ANSWER) response.destroy();
  });
  response.on('error', settle);
  response.on('close', settle);
}

function codeOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ABORT_ERR' || error.name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset';
  return code === '' ? 'failed' : code.toLowerCase();
}
