/** The stand-in channels are as strict as the wires they stand for. */
import type { Outgoing } from '../channel';
import { fakeChannel } from './index';

const message: Outgoing = { outboxId: 'o1', account: 'a', address: 'b', text: 'Hello', choices: [] };

it('records what was sent and answers as it was told', async () => {
  const sms = fakeChannel('sms');
  sms.answer(
    { kind: 'retry', code: 'x' },
    { kind: 'refused', code: 'y', optedOut: true },
    { kind: 'uncertain', code: 'z' },
  );
  expect((await sms.send(message)).kind).toBe('retry');
  expect((await sms.send(message)).kind).toBe('refused');
  expect(sms.sent).toHaveLength(0);
  expect((await sms.send(message)).kind).toBe('uncertain');
  expect(await sms.send({ ...message, outboxId: 'o2' })).toEqual({ kind: 'sent', providerId: 'fake-sms-2' });
  expect(sms.sent.map((one) => one.outboxId)).toEqual(['o1', 'o2']);
});

it.each([
  ['sms', { text: 'x'.repeat(1601) }, 'above 1600'],
  ['sms', { text: 'Which?', choices: ['Yes'] }, '"1. Yes" is not in the text'],
  ['sms', { text: 'Which?\n1. Cancel', choices: ['Cancel'] }, 'carriers act upon'],
  ['sms', { text: 'Which?\n1. Yes', choices: ['Yes'] }, 'carriers act upon'],
  ['sms', { text: '' }, 'needs a text'],
  ['sms', { text: 'a\u0000' }, 'NUL'],
  ['whatsapp', { text: 'x'.repeat(4097) }, 'above 4096'],
  ['whatsapp', { text: 'Which?', choices: ['x'.repeat(25)] }, 'no buttons for it'],
  ['whatsapp', { text: 'x'.repeat(1025), choices: ['Yes'] }, 'no buttons for it'],
  ['voice', { text: 'Which?', choices: ['Yes'] }, 'no buttons for it'],
  ['webchat', { text: 'x'.repeat(10_001) }, 'above 10000'],
] as const)('%s refuses %j', async (kind, changed, reason) => {
  await expect(fakeChannel(kind).send({ ...message, ...changed })).rejects.toThrow(reason);
});

it('buttons within the limits pass, and so do numbered lines', async () => {
  const choices = ['Yes', 'Change'];
  expect((await fakeChannel('whatsapp').send({ ...message, choices })).kind).toBe('sent');
  const numbered = { ...message, choices, text: 'Shall I?\n1. Please do\n2. Change' };
  expect((await fakeChannel('sms').send(numbered)).kind).toBe('sent');
});
