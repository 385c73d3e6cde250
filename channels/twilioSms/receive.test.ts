/** What a Twilio webhook says, in every shape it comes in. */
import { parseForm, type FormParams } from './form';
import { receiveTwilioMessage } from './receive';
import { receiveTwilioStatus } from './status';

const FIELDS = {
  AccountSid: 'AC1',
  MessageSid: 'SM1',
  From: '+4915112345678',
  To: '+4930123456',
  Body: 'Hello',
  NumMedia: '0',
};

function received(fields: Record<string, string>): unknown {
  return receiveTwilioMessage({ ...FIELDS, ...fields });
}

describe('messages', () => {
  it('a text', () => {
    expect(received({ FieldOfTomorrow: 'x' })).toEqual({
      kind: 'message',
      received: {
        providerId: 'SM1',
        account: '+4930123456',
        address: '+4915112345678',
        kind: 'text',
        text: 'Hello',
        sentAt: null,
        details: { accountSid: 'AC1' },
      },
    });
  });

  it.each([
    ['image/jpeg', 'image'],
    ['audio/amr', 'voice'],
    ['application/pdf', 'document'],
  ])('a medium of type %s is of kind %s and keeps its address', (type, kind) => {
    const media = { NumMedia: '1', MediaUrl0: 'https://media.example/1', MediaContentType0: type };
    const details = { media0: 'https://media.example/1', mediaType0: type };
    expect(received(media)).toMatchObject({ received: { kind, text: 'Hello', details } });
  });

  it('NUL and lone surrogates are made harmless, everything else is kept', () => {
    const body = ' a\u0000b\ud83d c\u200d😀\n';
    expect(received({ Body: body })).toMatchObject({ received: { text: ' ab\ufffd c\u200d😀\n' } });
  });

  it('bytes that are no UTF-8 are received all the same', () => {
    const params = parseForm(
      Buffer.from('MessageSid=SM1&From=%2B49151123456&To=%2B4930123456&Body=%FF%00ok'),
    ) as FormParams;
    expect(receiveTwilioMessage(params)).toMatchObject({ received: { text: '\ufffdok' } });
  });

  it('a sender of another wire is sent to its own door', () => {
    expect(received({ From: 'whatsapp:+4915112345678' })).toEqual({
      kind: 'other-channel',
      channel: 'whatsapp',
    });
  });

  it.each([
    [{ MessageSid: '' }, 'MessageSid'],
    [{ MessageSid: 'x'.repeat(65) }, 'MessageSid'],
    [{ From: '' }, 'From'],
    [{ From: '+49<script>' }, 'From'],
    [{ To: '' }, 'To'],
  ])('%j is malformed', (fields, name) =>
    expect(received(fields)).toEqual({ kind: 'malformed', field: name }),
  );

  it('a message without Body is malformed, one with an empty Body is not', () => {
    const without = Object.fromEntries(Object.entries(FIELDS).filter(([name]) => name !== 'Body'));
    expect(receiveTwilioMessage(without)).toEqual({ kind: 'malformed', field: 'Body' });
    expect(received({ Body: '' })).toMatchObject({ kind: 'message', received: { text: '' } });
  });
});

describe('delivery reports', () => {
  const TARGET = '/webhooks/twilio/status?outbox=0b8e&x=1';

  it('carries our outbox id from the query, the provider id and the error', () => {
    const params = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003' };
    const report = { outboxId: '0b8e', providerId: 'SM1', status: 'undelivered', errorCode: '30003' };
    expect(receiveTwilioStatus(TARGET, params)).toEqual({ kind: 'status', report });
  });

  it.each([
    [{ MessageStatus: 'sent' }, 'MessageSid'],
    [{ MessageSid: 'SM1', MessageStatus: 'teleported' }, 'MessageStatus'],
    [{ MessageSid: 'SM1', MessageStatus: 'toString' }, 'MessageStatus'],
  ])('%j is malformed', (params, name) => {
    expect(receiveTwilioStatus(TARGET, params)).toEqual({ kind: 'malformed', field: name });
  });
});
