/** Claims about Twilio's webhooks on the real product, signed by Twilio's own signer, with a stand-in for its REST API. */
import { randomUUID } from 'node:crypto';
import { eventually } from '../../browser/support/eventually';
import { testProduct, type TestProduct } from '../../setup/product';
import { startTwilio, type TwilioStandin } from '../../standins/twilio';

const SHOP = '+4930555000';
const PHONE = '+4915112345678';
const PUBLIC_URL = 'http://localhost:3999';

let twilio: TwilioStandin;
let product: TestProduct;

beforeAll(async () => {
  twilio = await startTwilio();
  product = await testProduct({
    PUBLIC_URL,
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: `${twilio.authToken},token-to-come`,
    TWILIO_FROM: SHOP,
    TWILIO_BASE_URL: twilio.baseUrl,
  });
});
afterAll(async () => {
  await product.stop();
  await twilio.close();
});

const messages = (): string => `${product.url}/webhooks/twilio/messages`;
const signed = { signedUrl: `${PUBLIC_URL}/webhooks/twilio/messages` };

function deliver(
  body: string,
  more: { from?: string; to?: string; messageSid?: string } = {},
): Promise<Response> {
  return twilio.deliverSms(messages(), { from: PHONE, to: SHOP, body, ...more }, signed);
}

function sentTo(phone: string): readonly string[] {
  return twilio.accepted().flatMap(({ form }) => (form['To'] === phone ? [form['Body'] ?? ''] : []));
}

test('a message is answered 200 with empty TwiML, and the reply goes out by the REST API', async () => {
  const answer = await deliver('hello', { from: '+4915100000001' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch('text/xml');
  expect(await answer.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  await eventually(() =>
    expect(sentTo('+4915100000001')).toEqual([expect.stringMatching(/automated assistant/)]),
  );
});

test('five deliveries of one message, twice at once, give one reply', async () => {
  const from = '+4915100000002';
  const messageSid = `SM${randomUUID().replaceAll('-', '')}`;
  const once = () => deliver('book an oil change', { from, messageSid });
  const statuses = (await Promise.all([once(), once()])).map((answer) => answer.status);
  for (let i = 0; i < 3; i += 1) statuses.push((await once()).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  await eventually(() => expect(sentTo(from)).toHaveLength(1));
  await deliver('hello', { from });
  await eventually(() => expect(sentTo(from)).toHaveLength(2));
});

test('a delivery report marks the message, whichever address the report came over', async () => {
  const from = '+4915100000003';
  await deliver('hello', { from });
  await eventually(() => expect(sentTo(from)).toHaveLength(1));
  const call = twilio.accepted().find(({ form }) => form['To'] === from);
  if (call === undefined) throw new Error('nothing was sent');
  const answer = await twilio.reportStatus(call, 'delivered', { through: product.url });
  expect(answer.status).toBe(204);
});

describe('what is not let in', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('a wrong signature is 403, a missing one 400', async () => {
    const wrong = await twilio.deliverSms(
      messages(),
      { from: PHONE, to: SHOP, body: 'x' },
      { ...signed, signature: 'bm8=' },
    );
    const missing = await twilio.deliverSms(
      messages(),
      { from: PHONE, to: SHOP, body: 'x' },
      { ...signed, signature: null },
    );
    const elsewhere = await twilio.deliverSms(messages(), { from: PHONE, to: SHOP, body: 'x' });
    expect([wrong.status, missing.status, elsewhere.status]).toEqual([403, 400, 403]);
    expect(wrong.headers.get('content-type')).toMatch('application/problem+json');
  });

  test('a body that is too large is 413', async () => {
    const answer = await product.post('/webhooks/twilio/messages', 'x'.repeat(100_000), form);
    expect([answer.status, answer.body['code']]).toEqual([413, 'too-large']);
  });

  test('a number that is not ours is answered 200 and goes nowhere, so that Twilio does not send it for days', async () => {
    const from = '+4915100000009';
    expect((await deliver('hello', { from, to: '+4930999999' })).status).toBe(200);
    expect((await deliver('hello', { from, to: '+982112345602' })).status).toBe(200);
    await deliver('hello', { from: PHONE });
    await eventually(() => expect(sentTo(PHONE)).not.toHaveLength(0));
    expect(sentTo(from)).toEqual([]);
  });
});
