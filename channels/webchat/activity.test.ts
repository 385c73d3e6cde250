/** Activities both ways: what a visitor may say about himself, and what he is shown. */
import { activitySet, typingSet, type Speakers, type StoredMessage } from './activity';
import { receiveActivity, type PostedBy } from './posted';
import { parseWatermark, watermarkOf } from './watermark';

const by: PostedBy = { account: 'web', conversationId: 'conv', userId: 'dl_1', generatedId: 'generated' };
const speakers: Speakers = { conversationId: 'conv', userId: 'dl_1', businessName: 'Autohaus Linden' };
const AT = Date.parse('2026-03-27T09:00:00Z');

describe('posted', () => {
  it('the token says who it is from, whatever the activity claims', () => {
    const activity = {
      type: 'message',
      id: 'x',
      text: 'hello',
      from: { id: 'dl_other', name: 'Ada', role: 'bot' },
      conversation: { id: 'other' },
      locale: 'de-DE',
      channelData: { clientActivityID: 'c1', tenant: 'other' },
    };
    expect(receiveActivity(activity, by)).toEqual({
      kind: 'message',
      received: {
        providerId: 'conv|c1',
        account: 'web',
        address: 'dl_1',
        kind: 'text',
        text: 'hello',
        sentAt: null,
        profileName: 'Ada',
        details: { locale: 'de-DE', clientActivityId: 'c1' },
      },
    });
  });

  it('without an id of the client the generated one serves', () => {
    expect(receiveActivity({ type: 'message', text: 'x' }, by)).toMatchObject({
      received: { providerId: 'generated' },
    });
    const odd = { type: 'message', text: 'x', channelData: 'none' };
    expect(receiveActivity(odd, by)).toMatchObject({ received: { providerId: 'generated' } });
  });

  it.each([
    [
      { text: 'Yes', value: 'yes-1' },
      { kind: 'button', text: 'Yes', details: { payload: 'yes-1' } },
    ],
    [{ value: 'Yes' }, { kind: 'button', text: 'Yes', details: { payload: 'Yes' } }],
    [{ value: { n: 1 } }, { kind: 'button', text: '{"n":1}', details: { payload: '{"n":1}' } }],
    [
      { text: 'look', attachments: [{ contentType: 'image/png', contentUrl: 'data:' }] },
      { kind: 'image', text: 'look' },
    ],
    [{ text: 'a\u0000b\ud83d' }, { kind: 'text', text: 'ab\ufffd' }],
  ])('%j', (fields, expected) => {
    expect(receiveActivity({ type: 'message', ...fields }, by)).toMatchObject({
      kind: 'message',
      received: expected,
    });
  });

  it('typing and events are no messages', () => {
    expect(receiveActivity({ type: 'typing' }, by)).toEqual({ kind: 'typing' });
    expect(receiveActivity({ type: 'event', name: 'webchat/join' }, by)).toEqual({ kind: 'ignored' });
  });

  it.each([
    null,
    7,
    'hi',
    [],
    {},
    { type: 1 },
    { type: 'message' },
    { type: 'message', text: '\u0000' },
    { type: 'order' },
  ])('%j is malformed', (activity) => expect(receiveActivity(activity, by).kind).toBe('malformed'));

  it('a message with an inherited or hostile shape is read by its own fields only', () => {
    const hostile: unknown = JSON.parse(
      '{"type":"message","text":"x","__proto__":{"admin":true},"constructor":1}',
    );
    expect(receiveActivity(hostile, by)).toMatchObject({
      kind: 'message',
      received: { text: 'x', details: {} },
    });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('shown', () => {
  const asked: StoredMessage = {
    number: 2,
    at: AT,
    author: 'bot',
    text: 'Shall I book it?',
    choices: ['Yes', 'Change'],
    locale: 'en',
    replyTo: 1,
  };
  const said: StoredMessage = {
    number: 1,
    at: AT,
    author: 'customer',
    text: 'hi',
    choices: [],
    clientActivityId: 'c1',
  };

  it('a question with its buttons, in the order of numbers, and the watermark of the last', () => {
    const set = activitySet([said, asked], 0, speakers);
    expect(set.watermark).toBe('2');
    expect(set.activities[0]).toMatchObject({
      id: 'conv|0000001',
      from: { id: 'dl_1', role: 'user' },
      channelData: { clientActivityID: 'c1' },
    });
    expect(set.activities[1]).toEqual({
      type: 'message',
      id: 'conv|0000002',
      timestamp: '2026-03-27T09:00:00.000Z',
      channelId: 'directline',
      conversation: { id: 'conv' },
      from: { id: 'bot', name: 'Autohaus Linden', role: 'bot' },
      text: 'Shall I book it?',
      textFormat: 'plain',
      locale: 'en',
      replyToId: 'conv|0000001',
      suggestedActions: {
        to: ['dl_1'],
        actions: [
          { type: 'imBack', title: 'Yes', value: 'Yes' },
          { type: 'imBack', title: 'Change', value: 'Change' },
        ],
      },
    });
  });

  it('nothing new leaves the watermark where it was; typing has none at all', () => {
    expect(activitySet([], 7, speakers)).toEqual({ activities: [], watermark: '7' });
    expect(typingSet('agent', 'x', AT, speakers)).not.toHaveProperty('watermark');
  });
});

describe('watermark', () => {
  it('comes back as the number it was made of', () => {
    for (const number of [0, 1, 9, 10, 12_345, 2_147_483_647])
      expect(parseWatermark(watermarkOf(number))).toBe(number);
  });

  it.each(['', '-', 'null', 'undefined', '-1', '1.5', '1e3', ' 1', '٣', null, undefined])(
    '%j is the start',
    (mark) => expect(parseWatermark(mark)).toBe(0),
  );

  it('never leaves the range of message numbers', () => {
    expect(parseWatermark('9999999999')).toBe(2_147_483_647);
    expect(parseWatermark('99999999999')).toBe(0);
  });
});
