/** Sends one SMS through Twilio's REST API and says what became of it. */
import type { Clock, Millis } from '../../platform/clock';
import type { Channel, Outgoing, SendResult } from '../channel';
import { postForm, type PostAnswer } from '../postForm';
import { retryAfterMillis } from '../retryAfter';
import { meaningOf } from './errorCode';
import { SMS_LIMITS } from './limits';
import { asGsm } from './segments';
import { publicAddress } from './verify';

export interface TwilioSmsSettings {
  readonly accountSid: string;
  /** The first signs; the others are tried when it is no longer, or not yet, known to Twilio. */
  readonly authTokens: readonly string[];
  /** `https://api.twilio.com`, or a stand-in. */
  readonly baseUrl: string;
  /** Ours, where delivery reports go. */
  readonly publicUrl: string;
  /** Default 15 000. */
  readonly timeoutMillis?: number;
}

/** SMS by Twilio. `Outgoing.account` is the number it is sent from, or a Messaging Service (`MG…`). */
export function twilioSms(settings: TwilioSmsSettings, clock: Clock): Channel {
  return {
    kind: 'sms',
    limits: SMS_LIMITS,
    inline: false,
    send: (message) => send(settings, clock, message),
  };
}

async function send(settings: TwilioSmsSettings, clock: Clock, message: Outgoing): Promise<SendResult> {
  if (settings.authTokens.length === 0) return { kind: 'refused', code: 'not-configured', optedOut: false };
  const account = encodeURIComponent(settings.accountSid);
  const url = `${settings.baseUrl.replace(/\/+$/, '')}/2010-04-01/Accounts/${account}/Messages.json`;
  const timeoutMillis = settings.timeoutMillis ?? 15_000;
  let result: SendResult = { kind: 'refused', code: 'http-401', optedOut: false };
  for (const token of settings.authTokens) {
    const authorization = basic(settings.accountSid, token);
    const answer = await postForm(url, fields(settings, message), { authorization, timeoutMillis });
    result = outcome(answer, clock.now());
    if (answer.kind !== 'answered' || answer.status !== 401) return result;
  }
  return result;
}

function fields(settings: TwilioSmsSettings, message: Outgoing): Record<string, string> {
  const sender = message.account.startsWith('MG') ? 'MessagingServiceSid' : 'From';
  const plain = asGsm(message.text);
  const report = `/webhooks/twilio/status?outbox=${encodeURIComponent(message.outboxId)}`;
  return {
    To: message.address,
    [sender]: message.account,
    Body: plain.length <= SMS_LIMITS.textLength ? plain : message.text,
    StatusCallback: publicAddress(settings.publicUrl, report),
  };
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/**
 * A request that may have arrived is 'uncertain', never 'retry': a second SMS cannot be taken back.
 * Source of the numbers: twilio.com/docs/api/errors.
 */
function outcome(answer: PostAnswer, now: Millis): SendResult {
  switch (answer.kind) {
    case 'unreached':
      return { kind: 'retry', code: answer.code };
    case 'lost':
      return { kind: 'uncertain', code: answer.code };
    case 'answered':
      return answer.status >= 200 && answer.status < 300
        ? accepted(answer.body)
        : rejected(answer.status, errorCodeOf(answer.body), retryAfterMillis(answer.retryAfter, now));
  }
}

function accepted(body: string): SendResult {
  const sid = jsonField(body, 'sid');
  return typeof sid === 'string' && sid !== ''
    ? { kind: 'sent', providerId: sid }
    : { kind: 'uncertain', code: 'no-sid' };
}

function rejected(status: number, errorCode: string | null, wait: Millis | undefined): SendResult {
  const code = errorCode ?? `http-${status}`;
  const meaning = meaningOf(code);
  if (status === 429 || status >= 500 || meaning === 'too-fast') {
    return { kind: 'retry', code, ...(wait === undefined ? {} : { retryAfterMillis: wait }) };
  }
  return { kind: 'refused', code, optedOut: meaning === 'opted-out' };
}

function errorCodeOf(body: string): string | null {
  const code = jsonField(body, 'code');
  return typeof code === 'number' || typeof code === 'string' ? String(code) : null;
}

/** A proxy on the way may answer in HTML: what is not JSON has no fields. */
function jsonField(body: string, name: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null
      ? new Map(Object.entries(parsed)).get(name)
      : undefined;
  } catch {
    return undefined;
  }
}
