/** The grammar of conversation files: what is read, and that nothing unknown is passed over. */
import { ChatFileError } from './chatFile';
import { parseChat } from './parse';

const HEADER = `now: 2027-03-27 09:00 Europe/Berlin
tenant: garage
channel: whatsapp              # whatsapp | sms | webchat | voice
`;

function stepsOf(talk: string): ReturnType<typeof parseChat>['steps'] {
  return parseChat('a.chat', `${HEADER}\n${talk}\n`).steps;
}

function refusalOf(source: string): ChatFileError {
  try {
    parseChat('a.chat', source);
  } catch (error) {
    if (error instanceof ChatFileError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('the header', () => {
  it('is read with its comments left out', () => {
    const source = `# a claim\n${HEADER}from: +4915112345678   # optional\nknown: Ada Lovelace, Golf B-XY 123, Transit van B-TR 458\nlocale: en\n\nuser: hi`;
    expect(parseChat('a.chat', source).header).toEqual({
      now: '2027-03-27T09:00',
      zone: 'Europe/Berlin',
      tenant: 'garage',
      channel: 'whatsapp',
      from: '+4915112345678',
      known: { name: 'Ada Lovelace', vehicles: ['Golf B-XY 123', 'Transit van B-TR 458'] },
      locale: 'en',
      llm: 'off',
    });
  });

  it.each([
    ['tenant: garage\nchannel: sms\n\nuser: hi', 'now'],
    [`${HEADER}colour: red\n\nuser: hi`, 'colour'],
    [`${HEADER}tenant: salon\n\nuser: hi`, 'twice'],
    ['now: 2027-03-27 09:00 Europe/Berlon\ntenant: garage\nchannel: sms\nuser: hi', 'Berlon'],
    ['now: 2027-03-27 09:00 Europe/Berlin\ntenant: garage\nchannel: telegram\nuser: hi', 'telegram'],
    [`${HEADER}from: 0151\nuser: hi`, '0151'],
  ])('%j is refused with the place and the rule', (source, named) => {
    const refusal = refusalOf(source);
    expect(refusal.line).toBeGreaterThan(0);
    expect(refusal.message).toContain(named);
  });
});

describe('the talk', () => {
  it('knows every line of the contract', () => {
    const kinds = stepsOf(
      [
        'user: hi',
        'user+: there',
        'other(+4915199900101): hello',
        'bot: …hello…',
        'bot!: /bye/i',
        'choices: Yes | Change',
        'agent: takes over',
        'staff: stage ready',
        'wait: 25h',
        'redeliver:',
        'restart:',
        'expect: count(holds) = 1',
      ].join('\n'),
    ).map((step) => step.kind);
    expect(kinds).toEqual(
      'user user other bot bot choices agent staff wait redeliver restart expect'.split(' '),
    );
  });

  it('keeps a number sign within words, which is no comment', () => {
    expect(stepsOf('user: bay #2  # please')[0]).toMatchObject({ said: { text: 'bay #2  # please' } });
  });

  it.each([
    ['user: [image dash.jpg] this light', { kind: 'image', argument: 'dash.jpg', text: 'this light' }],
    ['user: [voice]', { kind: 'voice', argument: '', text: '' }],
    ['user: [location 52.52,13.40]', { kind: 'location', argument: '52.52,13.40', text: '' }],
    ['user: [button Yes]', { kind: 'button', argument: 'Yes', text: 'Yes' }],
  ])('%s', (line, said) => {
    expect(stepsOf(line)[0]).toMatchObject({ said });
  });

  it.each([
    ['wait: 30m', 30],
    ['wait: 25h', 1500],
    ['wait: 2d', 2880],
  ])('%s is %i minutes', (line, minutes) => {
    expect(stepsOf(line)[0]).toMatchObject({ minutes });
  });

  it.each([
    [
      'expect: holds[0].start = 2026-03-28T11:00',
      { counted: false, path: 'holds[0].start', operator: '=', value: '2026-03-28T11:00' },
    ],
    ['expect: count(bookings) >= 2', { counted: true, path: 'bookings', operator: '>=', value: '2' }],
    ['expect: bookings[0].asset !~ Golf', { path: 'bookings[0].asset', operator: '!~', value: 'Golf' }],
    ['expect: bookings[0].status != done', { path: 'bookings[0].status', operator: '!=', value: 'done' }],
  ])('%s', (line, expected) => {
    expect(stepsOf(line)[0]).toMatchObject(expected);
  });

  it.each([
    'usr: hi',
    'wait: soon',
    'user: [video x]',
    'expect: holds[0]',
    'expect: count(holds = 1',
    'bot:',
    'other(me): hi',
    'restart: now',
  ])('%s is refused by its line', (line) => {
    expect(refusalOf(`${HEADER}user: hi\n${line}\n`).line).toBe(5);
  });
});
