/** A stand-in for Twilio: speaks its REST API, keeps its rules, records every call, misbehaves on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { judgeMessage, twilioError, type Judged } from './twilioMessages';
import { inboundSms, postWebhook, type WebhookOptions, type WebhookParams } from './twilioWebhook';

/** How the next request is met; without a script it is judged by the rules. */
export type TwilioAnswer =
  | { readonly kind: 'judge' }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: number;
      readonly retryAfter?: string;
    }
  /** Never answers. */
  | { readonly kind: 'silence' }
  /** Cuts the connection; nothing was accepted. */
  | { readonly kind: 'reset' }
  /** Accepts the message, then cuts the connection before the answer. */
  | { readonly kind: 'accept-and-drop' }
  /** Answers 201 with a page instead of JSON. */
  | { readonly kind: 'garbage' };

export interface TwilioCall {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  /** The sid given, where the message was accepted. */
  readonly accepted: string | null;
}

export interface TwilioStandin {
  readonly baseUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Every request, in order. */
  readonly calls: readonly TwilioCall[];
  /** The calls whose message went out to the phone. */
  accepted(): readonly TwilioCall[];
  /** Queues answers for the next requests. */
  script(...answers: readonly TwilioAnswer[]): void;
  /** From now on messages to this number are refused with 21610. */
  optOut(number: string): void;
  optIn(number: string): void;
  /** Delivers an SMS to a webhook, signed. The same `messageSid` makes it a repeated delivery. */
  deliverSms(url: string, message: InboundSms, options?: Partial<WebhookOptions>): Promise<Response>;
  /** Reports on an accepted message to the StatusCallback it came with. */
  reportStatus(call: TwilioCall, status: string, options?: ReportOptions): Promise<Response>;
  close(): Promise<void>;
}

export interface ReportOptions {
  readonly errorCode?: string;
  /** Origin that really listens, where the StatusCallback names a public one: `http://127.0.0.1:3000`. */
  readonly through?: string;
}

export interface InboundSms {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly messageSid?: string;
  readonly extra?: WebhookParams;
}

/** Listens on a free port of the loopback until closed. */
export async function startTwilio(
  account: { accountSid: string; authToken: string } = {
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'token-1',
  },
): Promise<TwilioStandin> {
  const state: State = { ...account, calls: [], scripted: [], optedOut: new Set(), sids: 0 };
  const server = createServer((request, response) => void answer(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...account,
    baseUrl: `http://127.0.0.1:${port}`,
    calls: state.calls,
    accepted: () => state.calls.filter((call) => call.accepted !== null),
    script: (...answers) => void state.scripted.push(...answers),
    optOut: (number) => void state.optedOut.add(number),
    optIn: (number) => void state.optedOut.delete(number),
    deliverSms: (url, message, options) => deliver(state, url, message, options),
    reportStatus: (call, status, options) => report(state, call, status, options ?? {}),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface State {
  readonly accountSid: string;
  readonly authToken: string;
  readonly calls: TwilioCall[];
  readonly scripted: TwilioAnswer[];
  readonly optedOut: Set<string>;
  sids: number;
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
  const path = request.url ?? '';
  const judge = () =>
    judgeMessage({ path, form, authorization: request.headers.authorization }, state, nextSid(state));
  const record = (judged: Judged | null) => {
    const sid = judged?.status === 201 ? String(judged.body['sid']) : null;
    state.calls.push({ path, form, accepted: sid });
  };
  const scripted = state.scripted.shift() ?? { kind: 'judge' };
  switch (scripted.kind) {
    case 'judge': {
      const judged = judge();
      record(judged);
      return reply(response, judged, undefined);
    }
    case 'error':
      record(null);
      return reply(response, twilioError(scripted.status, scripted.code, 'scripted'), scripted.retryAfter);
    case 'silence':
      return record(null);
    case 'reset':
      record(null);
      return void request.socket.destroy();
    case 'accept-and-drop':
      record(judge());
      return void request.socket.destroy();
    case 'garbage':
      record(judge());
      return void response.writeHead(201, { 'content-type': 'text/html' }).end('<p>thanks</p>');
  }
}

function reply(response: ServerResponse, judged: Judged, retryAfter: string | undefined): void {
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter ? { 'retry-after': retryAfter } : {}),
  };
  response.writeHead(judged.status, headers).end(JSON.stringify(judged.body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function nextSid(state: State): string {
  state.sids += 1;
  return `SM${state.sids.toString(16).padStart(32, '0')}`;
}

function deliver(
  state: State,
  url: string,
  message: InboundSms,
  options: Partial<WebhookOptions> = {},
): Promise<Response> {
  const messageSid = message.messageSid ?? nextSid(state);
  const params = {
    ...inboundSms({ ...message, accountSid: state.accountSid, messageSid }),
    ...message.extra,
  };
  return postWebhook(url, params, { authToken: state.authToken, ...options });
}

function report(state: State, call: TwilioCall, status: string, options: ReportOptions): Promise<Response> {
  const { StatusCallback: callback, To: to = '', From: from = '' } = call.form;
  if (callback === undefined || call.accepted === null) throw new Error('no report was asked for');
  const ids = { AccountSid: state.accountSid, MessageSid: call.accepted, SmsSid: call.accepted };
  const failure = options.errorCode === undefined ? {} : { ErrorCode: options.errorCode };
  const params = { ...ids, To: to, From: from, MessageStatus: status, SmsStatus: status, ...failure };
  const { origin, pathname, search } = new URL(callback);
  const url = (options.through ?? origin) + pathname + search;
  return postWebhook(url, params, { authToken: state.authToken, signedUrl: callback });
}
