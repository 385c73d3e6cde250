/** The stand-in is believed by the product's own check of signatures, and keeps what it was told. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  publicAddress,
  receiveTwilioMessage,
  receiveTwilioStatus,
  verifyTwilio,
} from '../../channels/twilioSms';
import { startTwilio, type TwilioStandin } from './twilio';

const PUBLIC = 'https://shop.example';
let twilio: TwilioStandin;
let heard: { target: string; verdict: ReturnType<typeof verifyTwilio> }[];
const shop = createServer(
  (request, response) => void hear(request).then(() => response.writeHead(204).end()),
);
let through = '';

async function hear(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const target = request.url ?? '';
  const signature = request.headers['x-twilio-signature'];
  const signed = {
    signature: typeof signature === 'string' ? signature : undefined,
    url: publicAddress(PUBLIC, target),
    rawBody: Buffer.concat(chunks),
  };
  heard.push({ target, verdict: verifyTwilio(signed, [twilio.authToken]) });
}

beforeAll(async () => {
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  through = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => shop.close(resolve)));
beforeEach(async () => {
  heard = [];
  twilio = await startTwilio();
});
afterEach(() => twilio.close());

const sms = { from: '+4915112345678', to: '+4930123456', body: 'it’s 10 + “two” 😀' };

it('delivers an SMS signed for the public address', async () => {
  const target = '/webhooks/twilio/messages';
  await twilio.deliverSms(through + target, sms, { signedUrl: PUBLIC + target });
  const verdict = heard[0]?.verdict;
  expect(verdict?.kind).toBe('ok');
  const message = verdict?.kind === 'ok' ? receiveTwilioMessage(verdict.params) : null;
  expect(message).toMatchObject({
    kind: 'message',
    received: { text: sms.body, address: sms.from, account: sms.to },
  });
});

it('delivers unsigned or wrongly signed where a test asks for it', async () => {
  await twilio.deliverSms(`${through}/x`, sms, { signedUrl: `${PUBLIC}/x`, signature: null });
  await twilio.deliverSms(`${through}/x`, sms, { signedUrl: `${PUBLIC}/y` });
  await twilio.deliverSms(`${through}/x`, sms, { signedUrl: `${PUBLIC}/x`, authToken: 'stolen' });
  expect(heard.map((one) => one.verdict.kind)).toEqual(['missing', 'wrong', 'wrong']);
});

it('reports on a message to the address it came with', async () => {
  const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`;
  const StatusCallback = `${PUBLIC}/webhooks/twilio/status?outbox=o1`;
  const created = await fetch(`${twilio.baseUrl}/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams({ To: sms.from, From: sms.to, Body: 'hi', StatusCallback }),
  });
  expect(created.status).toBe(201);
  const [call] = twilio.accepted();
  if (call === undefined) throw new Error('nothing was accepted');
  await twilio.reportStatus(call, 'undelivered', { errorCode: '30003', through });
  const { verdict, target = '' } = heard[0] ?? {};
  const report = { outboxId: 'o1', providerId: call.accepted, status: 'undelivered', errorCode: '30003' };
  expect(verdict?.kind === 'ok' && receiveTwilioStatus(target, verdict.params)).toEqual({
    kind: 'status',
    report,
  });
});
