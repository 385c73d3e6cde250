/** Sending an SMS against the stand-in Twilio: every answer has its meaning, and a lost one is never repeated blindly. */
import { TestClock } from '../../platform/clock';
import { startTwilio, type TwilioAnswer, type TwilioStandin } from '../../test/standins/twilio';
import type { Outgoing, SendResult } from '../channel';
import { twilioSms, type TwilioSmsSettings } from './send';

const clock = new TestClock('2026-03-27T09:00:00Z');
const message: Outgoing = {
  outboxId: 'out 1',
  account: '+4930123456',
  address: '+4915112345678',
  text: 'It’s booked: 10:00',
  choices: [],
};
let twilio: TwilioStandin;

beforeEach(async () => void (twilio = await startTwilio()));
afterEach(() => twilio.close());

function send(
  changed: Partial<Outgoing> = {},
  settings: Partial<TwilioSmsSettings> = {},
): Promise<SendResult> {
  const { accountSid, authToken, baseUrl } = twilio;
  const own = {
    accountSid,
    authTokens: [authToken],
    baseUrl,
    publicUrl: 'https://shop.example/',
    timeoutMillis: 5000,
  };
  return twilioSms({ ...own, ...settings }, clock).send({ ...message, ...changed });
}

async function answered(answer: TwilioAnswer): Promise<SendResult> {
  twilio.script(answer);
  return send();
}

it('posts number, text and the address for reports, and keeps the provider id', async () => {
  const result = await send();
  expect(twilio.accepted()).toHaveLength(1);
  expect(result).toEqual({ kind: 'sent', providerId: twilio.accepted()[0]?.accepted });
  expect(twilio.calls[0]?.form).toEqual({
    To: '+4915112345678',
    From: '+4930123456',
    Body: "It's booked: 10:00",
    StatusCallback: 'https://shop.example/webhooks/twilio/status?outbox=out%201',
  });
});

it('sends from a messaging service where the account is one', async () => {
  await send({ account: 'MG123' });
  expect(twilio.calls[0]?.form).toMatchObject({ MessagingServiceSid: 'MG123' });
});

describe('refusals', () => {
  it('an opted-out number is told apart', async () => {
    twilio.optOut(message.address);
    expect(await send()).toEqual({ kind: 'refused', code: '21610', optedOut: true });
  });

  it('a bad number, and any other fault of ours', async () => {
    expect(await send({ address: '+0' })).toEqual({ kind: 'refused', code: '21211', optedOut: false });
    expect(await send({ text: 'x'.repeat(1601) })).toEqual({
      kind: 'refused',
      code: '21617',
      optedOut: false,
    });
    expect(await answered({ kind: 'error', status: 400, code: 21614 })).toMatchObject({
      kind: 'refused',
      code: '21614',
    });
  });

  it('a token that is not known; while tokens rotate the next one is tried', async () => {
    expect(await send({}, { authTokens: ['wrong'] })).toEqual({
      kind: 'refused',
      code: '20003',
      optedOut: false,
    });
    expect(await send({}, { authTokens: ['wrong', twilio.authToken] })).toMatchObject({ kind: 'sent' });
    expect(await send({}, { authTokens: [] })).toMatchObject({ kind: 'refused', code: 'not-configured' });
    expect(twilio.accepted()).toHaveLength(1);
  });
});

describe('another try', () => {
  it('after too many requests, as late as Twilio asks', async () => {
    const seconds = await answered({ kind: 'error', status: 429, code: 20429, retryAfter: '7' });
    expect(seconds).toEqual({ kind: 'retry', code: '20429', retryAfterMillis: 7000 });
    const date = await answered({
      kind: 'error',
      status: 429,
      code: 20429,
      retryAfter: 'Fri, 27 Mar 2026 09:00:30 GMT',
    });
    expect(date).toMatchObject({ kind: 'retry', retryAfterMillis: 30_000 });
  });

  it('after a fault of theirs, and where no connection came about', async () => {
    expect(await answered({ kind: 'error', status: 500, code: 20500 })).toEqual({
      kind: 'retry',
      code: '20500',
    });
    expect(await answered({ kind: 'error', status: 503, code: 0 })).toMatchObject({ kind: 'retry' });
    expect(await send({}, { baseUrl: 'http://127.0.0.1:1' })).toEqual({
      kind: 'retry',
      code: 'econnrefused',
    });
  });
});

describe('uncertain', () => {
  it('when no answer comes in time', async () => {
    twilio.script({ kind: 'silence' });
    expect(await send({}, { timeoutMillis: 300 })).toEqual({ kind: 'uncertain', code: 'timeout' });
  });

  it('when the connection is cut, before or after the message was accepted', async () => {
    expect(await answered({ kind: 'reset' })).toEqual({ kind: 'uncertain', code: 'reset' });
    expect(await answered({ kind: 'accept-and-drop' })).toEqual({ kind: 'uncertain', code: 'reset' });
    expect(twilio.calls.map((call) => call.accepted !== null)).toEqual([false, true]);
  });

  it('when a success says nothing we can read', async () => {
    expect(await answered({ kind: 'garbage' })).toEqual({ kind: 'uncertain', code: 'no-sid' });
  });
});
