/** One message on every wire: tapped where it can be, numbered where it cannot, complete everywhere. */
import fc from 'fast-check';
import { CHANNELS, type Outgoing } from './channel';
import { brokenLimit, FAKE_LIMITS } from './fake';
import { render } from './render';

const { whatsapp, sms, webchat } = FAKE_LIMITS;
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'];

it('without choices the text stands alone', () => {
  expect(render({ text: 'Booked.', choices: [] }, sms)).toEqual({ kind: 'plain', text: 'Booked.' });
});

it('few short choices are buttons, more of them a list, too many are numbered', () => {
  expect(render({ text: 'Yes?', choices: ['Yes', 'Change'] }, whatsapp)).toEqual({
    kind: 'buttons',
    text: 'Yes?',
    buttons: ['Yes', 'Change'],
  });
  expect(render({ text: 'When?', choices: days }, whatsapp)).toMatchObject({
    kind: 'list',
    rows: days.map((title) => ({ title })),
  });
  const many = Array.from({ length: 11 }, (_, index) => `Slot ${index}`);
  expect(render({ text: 'When?', choices: many }, whatsapp).kind).toBe('numbered');
  expect(render({ text: 'When?', choices: many }, webchat).kind).toBe('buttons');
});

it('what a row has no room for stands beneath its title, and is not parted without a comma', () => {
  const long = ['Oil change, Saturday 28 March, 10:00', 'Brake check'];
  expect(render({ text: 'Which?', choices: long }, whatsapp)).toMatchObject({
    kind: 'list',
    rows: [{ title: 'Oil change', description: 'Saturday 28 March, 10:00' }, { title: 'Brake check' }],
  });
});

it('on SMS they are numbered lines beneath the text', () => {
  expect(render({ text: 'Shall I?', choices: ['Yes', 'Change'] }, sms)).toEqual({
    kind: 'numbered',
    text: 'Shall I?\n1. Yes\n2. Change',
    lines: ['1. Yes', '2. Change'],
  });
});

it('a title is never cut and never ambiguous', () => {
  const long = 'x'.repeat(25);
  expect(render({ text: 'Which?', choices: [long] }, whatsapp).text).toContain(`1. ${long}`);
  expect(render({ text: 'Which?', choices: ['Golf', 'Golf'] }, whatsapp).kind).toBe('numbered');
  expect(render({ text: 'Which?', choices: [' '] }, whatsapp).kind).toBe('numbered');
});

it('above buttons WhatsApp takes 1024 characters; a longer text is numbered instead', () => {
  expect(render({ text: 'x'.repeat(1024), choices: ['Yes'] }, whatsapp).kind).toBe('buttons');
  expect(render({ text: 'x'.repeat(1025), choices: ['Yes'] }, whatsapp).kind).toBe('numbered');
});

it('a text beyond the wire is cut between words, with its choices whole', () => {
  const shown = render({ text: 'word '.repeat(400), choices: ['Yes', 'Change'] }, sms);
  expect(shown.text.length).toBeLessThanOrEqual(1600);
  expect(shown.text).toMatch(/word…\n1\. Yes\n2\. Change$/);
  expect(render({ text: '😀'.repeat(900), choices: [] }, sms).text).not.toMatch(/\p{Surrogate}/u);
});

it('whatever is rendered, its wire can carry', () => {
  const choices = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 14 });
  const text = fc.string({ minLength: 1, maxLength: 5000 }).map((tail) => `Hello ${tail}`);
  fc.assert(
    fc.property(fc.constantFrom(...CHANNELS), text, choices, (kind, said, offered) => {
      const shown = render({ text: said, choices: offered }, FAKE_LIMITS[kind]);
      const message: Outgoing = {
        outboxId: 'o',
        account: 'a',
        address: 'b',
        text: shown.text,
        choices: offered,
      };
      expect(brokenLimit(kind, message)).toBeNull();
    }),
    { seed: 11, numRuns: 300 },
  );
});
