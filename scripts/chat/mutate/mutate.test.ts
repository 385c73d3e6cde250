/** Noise changes what it may change, the same way every time, and nothing that a customer could not be understood without. */
import { parseChat } from '../parse';
import type { ChatFile } from '../chatFile';
import { mutated, MUTATIONS } from '.';

const HEADER = ['now: 2027-04-12 09:00 Europe/Berlin', 'tenant: garage', 'channel: whatsapp', 'locale: en'];

function chat(...lines: readonly string[]): ChatFile {
  return parseChat('a file', [...HEADER, 'known: Ada Lovelace, Golf B-XY 123', '', ...lines].join('\n'));
}

function linesOf({ steps }: ChatFile): readonly string[] {
  return steps.map(({ source }) => source);
}

const talk = chat(
  'user: oil change at Mitte on Thursday at 10 for the Golf',
  'bot: …10:00…',
  'expect: holds[0].start = 2027-04-15T10:00',
  'user: make it Friday',
  'expect: holds[0].start = 2027-04-16T10:00',
  'user: yes',
  'expect: bookings[0].start = 2027-04-16T10:00',
);

test.each(MUTATIONS)('%s: the same seed makes the same noise', (mutation) => {
  expect(mutated(talk, mutation, 7)).toEqual(mutated(talk, mutation, 7));
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'typos (seed %i) spare numbers, names and plates, and miss one word a message',
  (seed) => {
    const [said = ''] = linesOf(mutated(talk, 'typos', seed));
    expect(said).toContain('Mitte');
    expect(said).toContain('10');
    expect(said).toContain('Golf');
    const [before, after] = [talk.steps[0]?.source.split(' ') ?? [], said.split(' ')];
    expect(after.filter((word, place) => word !== before[place])).toHaveLength(1);
  },
);

test('what would be another word is left alone', () => {
  expect(linesOf(mutated(chat('user: yes', 'user: STOP', 'user: B-XY 123'), 'typos', 3))).toEqual([
    'user: yes',
    'user: STOP',
    'user: B-XY 123',
  ]);
});

test('case changes words and no names', () => {
  const cases = [1, 2, 3, 4, 5, 6].map((seed) => linesOf(mutated(talk, 'case', seed))[0]);
  expect(new Set(cases).size).toBeGreaterThan(1);
  for (const said of cases) expect(said).toMatch(/Mitte.*10.*Golf/u);
});

test('bursts join what says all by itself, and judge what is kept at the end', () => {
  expect(linesOf(mutated(talk, 'burst', 1))).toEqual([
    'user: oil change at Mitte on Thursday at 10 for the Golf',
    'user: make it Friday',
    'expect: holds[0].start = 2027-04-16T10:00',
    'user: yes',
    'expect: bookings[0].start = 2027-04-16T10:00',
  ]);
  expect(mutated(talk, 'burst', 1).steps[1]).toMatchObject({ kind: 'user', together: true });
});

test('what others do meanwhile keeps its moment', () => {
  const raced = chat('user: oil change at Mitte on Thursday', 'other(+4915112345999): hi', 'user: at 10');
  expect(mutated(raced, 'burst', 1)).toBe(raced);
});

test('every message is delivered twice, once more after its turn', () => {
  const twice = linesOf(mutated(talk, 'duplicate', 1));
  expect(twice.filter((line) => line === 'redeliver:')).toHaveLength(3);
  expect(twice[1]).toBe('redeliver:');
});

test('a process begins anew before every turn', () => {
  const anew = linesOf(mutated(talk, 'restart', 1));
  expect(anew.filter((line) => line === 'restart:')).toHaveLength(3);
  expect(anew[0]).toBe('restart:');
});

test('halves of a message follow each other at once', () => {
  const { steps } = mutated(chat('user: oil change at Mitte'), 'split', 2);
  expect(steps).toHaveLength(2);
  expect(steps[1]).toMatchObject({ kind: 'user', together: true });
  expect(steps.map((step) => (step.kind === 'user' ? step.said.text : '')).join(' ')).toBe(
    'oil change at Mitte',
  );
});
