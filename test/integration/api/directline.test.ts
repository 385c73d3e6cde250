/** The unmodified botframework-directlinejs books an oil change in the real product, by WebSocket and by polling. */
import { connect } from '../../../api/directline/realClient.fixture';
import { eventually } from '../../browser/support/eventually';
import { testProduct, type TestProduct } from '../../setup/product';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.stop());

const talkAbout = (hour: number): readonly string[] => [
  'hello',
  `I need an oil change for my VW Golf B-XY 123 at Mitte on Monday at ${String(hour)}`,
  'Ada Lovelace',
  '+49 151 12345678',
  'yes',
];

type Seen = ReturnType<typeof connect>;

function say(seen: Seen, text: string): Promise<string> {
  const activity = { type: 'message', text, from: { id: 'dl_claimed' } } as const;
  return new Promise((resolve, reject) => void seen.client.postActivity(activity).subscribe(resolve, reject));
}

async function tokenOf(
  body: object = { tenant: 'garage' },
): Promise<{ token: string; conversationId: string }> {
  const answer = await product.post('/api/v1/webchat/token', body);
  expect(answer.status).toBe(200);
  return answer.body as unknown as { token: string; conversationId: string };
}

async function talkOver(options: { webSocket: boolean }, hour: number): Promise<Seen> {
  const { token } = await tokenOf();
  const seen = connect({ domain: `${product.url}/v3/directline`, token, pollingInterval: 200, ...options });
  for (const [index, text] of talkAbout(hour).entries()) {
    await say(seen, text);
    // its own echo and one answer
    await seen.reached(2 * (index + 1));
  }
  return seen;
}

test.each([
  ['over a WebSocket', true, 10],
  ['by polling', false, 11],
])('%s every message is echoed once and answered once, in order', async (_way, webSocket, hour) => {
  const seen = await talkOver({ webSocket }, hour);
  const numbers = seen.ids.map((id) => Number(id.split('|')[1]));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  seen.end();
});

test('what was booked in the chat stands in the list of bookings', async () => {
  const before = await bookingCount();
  const seen = await talkOver({ webSocket: true }, 14);
  expect(await bookingCount()).toBe(before + 1);
  seen.end();
});

test('and the shop sees it at the desk, on its day', async () => {
  const seen = await talkOver({ webSocket: true }, 15);
  seen.end();
  const body = { email: 'agent@garage.example', password: 'nobat-demo' };
  const cookie = (await product.post('/desk/session', body)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const day = await product.get('/desk/data?date=2026-03-30', { cookie });
  expect(day.body['bookings']).toContainEqual({
    reference: expect.stringMatching(/^[A-Z2-9]{5,6}$/),
    start: '2026-03-30T15:00',
    end: '2026-03-30T15:45',
    service: 'Oil change',
    customer: 'Ada Lovelace',
    phone: '+4915112345678',
    asset: expect.stringContaining('B-XY 123'),
    people: [expect.any(String)],
    branch: 'Mitte',
    status: 'confirmed',
    price: { amount: 89, currency: 'EUR' },
  });
  expect((await product.get('/desk/data?date=2026-03-31', { cookie })).body['bookings']).toEqual([]);
});

async function bookingCount(): Promise<number> {
  const { body } = await product.get('/api/v1/bookings', { authorization: 'Bearer demo-garage' });
  return (body['bookings'] as unknown as readonly unknown[]).length;
}

test('an old token is changed for a new one of the same conversation, another tenant’s is not', async () => {
  const first = await tokenOf();
  const again = await tokenOf({ tenant: 'garage', token: first.token });
  expect(again.conversationId).toBe(first.conversationId);
  const other = await tokenOf({ tenant: 'salon', token: first.token });
  expect(other.conversationId).not.toBe(first.conversationId);
});

test('a token of one conversation opens no other', async () => {
  const [mine, yours] = [await tokenOf(), await tokenOf()];
  const { status } = await product.get(`/v3/directline/conversations/${yours.conversationId}/activities`, {
    authorization: `Bearer ${mine.token}`,
  });
  expect(status).toBe(403);
});

test.each([
  ['an unknown business', { tenant: 'nobody' }, 404, 'unknown-tenant'],
  ['nobody', {}, 422, 'invalid'],
  ['broken JSON', '{"tenant":', 400, 'malformed-json'],
  ['too much', { tenant: 'garage', token: 'x'.repeat(20_000) }, 413, 'too-large'],
])('a wish for a token for %s is refused', async (_what, body, status, code) => {
  const answer = await product.post('/api/v1/webchat/token', body);
  expect([answer.status, answer.body['code']]).toEqual([status, code]);
});

test('odd texts over the wire are answered like any other', async () => {
  const { token } = await tokenOf();
  const seen = connect({ domain: `${product.url}/v3/directline`, token, webSocket: true });
  const texts = ['a\u0000b', '\ud83d', '👍🏽', 'x'.repeat(10_000)];
  for (const [index, text] of texts.entries()) {
    await say(seen, text);
    await seen.reached(2 * (index + 1));
  }
  await eventually(() => expect(new Set(seen.ids).size).toBe(2 * texts.length));
  seen.end();
});
